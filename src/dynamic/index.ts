export {
  createDynamicSdk,
  type ChosenPort,
  type DynamicOperation,
  type DynamicSdk,
  type ReceivedMessage,
} from "./dynamic-sdk.js";
export {
  writeFixtures,
  type FixtureFailure,
  type WrittenFixtures,
} from "./fixture-xml.js";
export { materialize, type MaterializedSdk } from "./materialize.js";

export {
  createDynamicSdk,
  type ChosenMessage,
  type ChosenPort,
  type DynamicOperation,
  type DynamicSdk,
  type ReceivedMessage,
} from "./dynamic-sdk.js";
export type { Direction, FoundMessage } from "./find-messages.js";
export {
  writeFixtures,
  type FixtureFailure,
  type WrittenFixtures,
} from "./fixture-xml.js";
export { materialize, type MaterializedSdk } from "./materialize.js";
// What a dynamic SDK takes and throws.
export {
  addressing,
  isSoapError,
  lenient,
  mtom,
  swa,
  timestamp,
  usernameToken,
  type ClientOptions,
  type LenientRule,
  type SoapError,
  type WireRequest,
} from "../runtime/index.js";

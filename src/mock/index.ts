export {
  fixtureHandler,
  type HandlerOptions,
  type MockedOperation,
  type OwnAnswer,
} from "./fixture-handlers.js";
export {
  pathOf,
  startMockServer,
  type MockAnswer,
  type MockedService,
  type MockServer,
} from "./mock-server.js";

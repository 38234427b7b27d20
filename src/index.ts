export {
  callOperation,
  type CallReport,
  type CallRequest,
} from "./call-operation.js";
export { compile, CompileError, type CompileOptions } from "./compile.js";
export {
  addressing,
  isSoapError,
  lenient,
  mtom,
  swa,
  timestamp,
  usernameToken,
  type DynamicOperation,
  type DynamicSdk,
  type LenientRule,
} from "./dynamic/index.js";
export {
  defineConfig,
  findConfigs,
  listFolders,
  resolveProject,
  suggestion,
  type Environment,
  type Project,
  type ProjectRequest,
  type ProjectService,
  type ServiceConfig,
  type SettingName,
  type SettingValues,
  type SoapstoneConfig,
} from "./config/index.js";
export {
  catalogue,
  catalogueEntry,
  createSink,
  diagnosticsJsonSchema,
  formatDiagnostics,
  type CatalogueEntry,
  type Diagnostic,
  type DiagnosticCode,
  type DiagnosticFormat,
  type DiagnosticSink,
  type FormatContext,
  type Severity,
} from "./diagnostics/index.js";
export {
  diffProject,
  type DiffReport,
  type DiffRequest,
} from "./diff-project.js";
export { diffModels, type Change, type ChangeCode } from "./diff/index.js";
export { inspectModel } from "./export/index.js";
export {
  exportProject,
  type ExportFormat,
  type ExportReport,
} from "./export-project.js";
export { writeDocument } from "./output/index.js";
export type * from "./export/gaps/gap.js";
export type * from "./export/inspection.js";
export {
  checkProject,
  generateProject,
  pipelineOptions,
  type CheckReport,
  type GenerateReport,
  type ProjectReport,
} from "./generate-project.js";
export { inspectProject, type InspectReport } from "./inspect-project.js";
export { initProject, type InitReport } from "./init-project.js";
export type { SourceText } from "./source/index.js";
export {
  verifyProject,
  type VerifiedPage,
  type VerifyReport,
} from "./verify-project.js";
export {
  observeProject,
  type ObservedService,
  type ObserveReport,
  type ObserveRequest,
} from "./observe-project.js";
export { toolVersion } from "./tool-version.js";
export { pullService, type PullReport } from "./pull-service.js";
export {
  validateMessages,
  type MessageFile,
  type ValidatedMessage,
  type ValidateReport,
  type ValidateRequest,
} from "./validate-messages.js";
export {
  mockProject,
  type MockOptions,
  type MockReport,
} from "./mock-project.js";
export {
  listFixtures,
  type FixturesReport,
  type ListedFixture,
} from "./list-fixtures.js";

export { checkOutput } from "./check-output.js";
export type { OutputRequest } from "./folder-plan.js";
export {
  manifestName,
  parseManifest,
  type Manifest,
  type ManifestReading,
} from "./manifest.js";
export type {
  OutputFile,
  OutputSource,
  OutputTarget,
  OutputUnit,
} from "./output-unit.js";
export { readPreviousNames } from "./previous-names.js";
export { writeNewFile } from "./write-new-file.js";
export { writeOutput, type OutputResult } from "./write-output.js";
export { writeDocument } from "./write-document.js";
export { writeDocuments, type StoredFile } from "./write-documents.js";

export { nodeFiles, type FileAccess, type FileFacts } from "./file-access.js";
export {
  loadInputs,
  type Loaded,
  type LoadedDocument,
  type LoadOptions,
} from "./load-inputs.js";

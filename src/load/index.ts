export { decodeBytes } from "./decode-bytes.js";
export { nodeFiles, type FileAccess, type FileFacts } from "./file-access.js";
export { openCommit, type GitCommit } from "./git-commit.js";
export {
  loadInputs,
  type Loaded,
  type LoadedDocument,
  type LoadOptions,
} from "./load-inputs.js";
export {
  formatLock,
  lockName,
  parseLock,
  pullDocuments,
  type LockedDocument,
  type PulledDocument,
} from "./pull/index.js";
export { wellKnownUses } from "./well-known-uses.js";

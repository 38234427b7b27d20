export {
  formatLock,
  lockName,
  parseLock,
  type LockedDocument,
} from "./lock-file.js";
export { createLockIndex, type LockIndex } from "./lock-index.js";
export {
  pullDocuments,
  withoutSecrets,
  type PulledDocument,
  type PullRequest,
} from "./pull-documents.js";

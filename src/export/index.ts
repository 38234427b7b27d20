export { accountFor, type Account } from "./account.js";
export { describeReference } from "./describe-type.js";
export { unifiedDiff } from "./help-page/unified-diff.js";
export {
  verifyPages,
  type PageProof,
  type SampleDifference,
} from "./help-page/verify-pages.js";
export { inspectModel } from "./inspect-model.js";
export type * from "./inspection.js";
export { exportWsdl } from "./wsdl/export-wsdl.js";
export { overridesSchema } from "./gaps/gap-overrides.js";
export { findGaps } from "./gaps/find-gaps.js";
export type { Gap, GapReport, ShowingPage } from "./gaps/gap.js";

export { accountFor, type Account } from "./account.js";
export { inspectModel } from "./inspect-model.js";
export type * from "./inspection.js";
export { exportWsdl } from "./wsdl/export-wsdl.js";

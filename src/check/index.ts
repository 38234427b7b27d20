export { checkValues } from "./check-values.js";

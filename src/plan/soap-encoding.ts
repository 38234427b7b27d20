import { reference } from "./expression.js";

/** What reads and writes `use="encoded"`: named by descriptors that need it, so that others do without. */
export const soapEncoding = reference("xsd", "soapEncoding");

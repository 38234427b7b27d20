import type { AtomicTypeDescriptor } from "../descriptor.js";
import { ValueError } from "./value-error.js";

export const boolean: AtomicTypeDescriptor<boolean> = {
  kind: "atomic",
  name: "boolean",
  whiteSpace: "collapse",
  parse(text) {
    if (text === "true" || text === "1") return true;
    if (text === "false" || text === "0") return false;
    throw new ValueError("true, false, 1 or 0", text);
  },
  print(value) {
    if (typeof value === "boolean") return value ? "true" : "false";
    throw new ValueError("true or false", value);
  },
};

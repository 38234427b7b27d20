export { isWellKnown, wellKnownNamespaces, wellKnownSchema } from "./table.js";

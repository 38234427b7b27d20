import { reference, text, type Expression } from "./expression.js";

/** Namespace names are constants of the module; no namespace is the empty string. */
export function namespaceOf(namespace: string): Expression {
  return namespace === "" ? text("") : reference("namespaces", namespace);
}

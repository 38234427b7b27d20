import type { Envelope, Model, Operation } from "../model/index.js";
import { pairUp, type PairedUp } from "./pair-up.js";

/**
 * Operations that belong together: by port type, name and request, which tells overloads apart; then by less, as long as
 * partners are left. Pages name no port type, so that the name has to do.
 */
export function matchOperations(
  old: Model,
  current: Model,
): PairedUp<Operation> {
  return pairUp(old.operations, current.operations, [
    ({ portType, name, bindings }) =>
      JSON.stringify([portType.key, name, rootOf(bindings[0]?.request)]),
    ({ portType, name }) => JSON.stringify([portType.key, name]),
    ({ name, bindings }) =>
      JSON.stringify([name, rootOf(bindings[0]?.request)]),
    ({ name }) => name,
  ]);
}

function rootOf(envelope: Envelope | undefined): string {
  const body = envelope?.body;
  if (body?.kind === "element") return body.name.local;
  return body?.kind === "rpc" ? body.parts.map(({ name }) => name).join() : "";
}

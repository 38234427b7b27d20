import type { Documented, Fault } from "../model/index.js";
import type { DiffContext } from "./diff-context.js";
import { edit, within, type DiffSite } from "./diff-node.js";
import { diffPartTypes } from "./diff-part-types.js";
import { pairUp } from "./pair-up.js";

/** What the faults of operations and of headers have in common. */
export type FaultMessage = Documented &
  Pick<Fault, "name" | "type" | "wireName" | "isEncoded">;

/** Compares declared faults by their names. */
export function diffFaults(
  site: DiffSite,
  [old, current]: readonly [readonly FaultMessage[], readonly FaultMessage[]],
  context: DiffContext,
): void {
  const { pairs, removed, added } = pairUp(old, current, [({ name }) => name]);
  for (const fault of removed)
    edit(
      within(site, `fault ${fault.name}`, [fault, undefined]),
      "fault-removed",
      [fault.name, ""],
    );
  for (const fault of added)
    edit(
      within(site, `fault ${fault.name}`, [undefined, fault]),
      "fault-added",
      ["", fault.name],
    );
  for (const [was, is] of pairs) {
    const place = within(site, `fault ${is.name}`, [was, is]);
    if (was.isEncoded !== is.isEncoded)
      edit(place, "style-changed", [useOf(was), useOf(is)]);
    if (was.wireName.local !== is.wireName.local)
      edit(place, "root-changed", [was.wireName.local, is.wireName.local]);
    context.moves.note(was.wireName, is.wireName, [was, is]);
    diffPartTypes(place, [was.type, is.type], context);
  }
}

/** In the words of WSDL. */
export function useOf({ isEncoded }: { readonly isEncoded: boolean }): string {
  return isEncoded ? "encoded" : "literal";
}

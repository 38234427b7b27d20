import type { HeaderBlock } from "../model/index.js";
import type { DiffContext } from "./diff-context.js";
import { diffFaults, useOf, type FaultMessage } from "./diff-faults.js";
import { edit, within, type DiffSite } from "./diff-node.js";
import { diffPartTypes } from "./diff-part-types.js";
import { pairUp } from "./pair-up.js";
import { presenceRule } from "./presence-rule.js";

/** Compares header blocks, and the faults that are about them (WSDL 1.1 §3.7). */
export function diffHeaders(
  site: DiffSite,
  lists: readonly [readonly HeaderBlock[], readonly HeaderBlock[]],
  context: DiffContext,
): void {
  const nameOf = ({ name }: HeaderBlock): string => name.local;
  const { pairs, removed, added } = pairUp(...lists, [nameOf]);
  for (const header of removed) {
    const place = within(site, `header ${nameOf(header)}`, [header, undefined]);
    edit(place, presenceRule(header.isRequired, "member-removed"), [
      "a header",
      "",
    ]);
  }
  for (const header of added) {
    const place = within(site, `header ${nameOf(header)}`, [undefined, header]);
    edit(place, presenceRule(header.isRequired, "member-added"), [
      "",
      "a header",
    ]);
  }
  for (const [old, current] of pairs) {
    const place = within(site, `header ${nameOf(current)}`, [old, current]);
    context.moves.note(old.name, current.name, [old, current]);
    if (old.isRequired !== current.isRequired) {
      const rule = current.isRequired ? "member-required" : "member-optional";
      edit(place, rule, ["", ""]);
    }
    if (old.isEncoded !== current.isEncoded)
      edit(place, "style-changed", [useOf(old), useOf(current)]);
    diffPartTypes(place, [old.type, current.type], context);
    const [was = [], is = []] = [old, current].map(faultsOf);
    diffFaults(place, [was, is], context);
  }
}

function faultsOf({ faults = [] }: HeaderBlock): readonly FaultMessage[] {
  return faults.map((fault) => ({
    ...fault,
    name: fault.name.local,
    wireName: fault.name,
  }));
}

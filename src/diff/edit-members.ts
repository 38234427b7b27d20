import { describeReference } from "../export/index.js";
import { edit, within, type DiffSite } from "./diff-node.js";
import { isArray, stepOf, type Member } from "./member.js";
import type { PairedUp } from "./pair-up.js";

/** Notes which members came and went; what it means depends on whether they had to be there. */
export function editMembers(
  site: DiffSite,
  { removed, added }: Pick<PairedUp<Member>, "removed" | "added">,
): void {
  for (const member of removed) {
    const place = within(site, stepOf(member), [member, undefined]);
    const what = describeMember(member);
    if (isInChoice(member)) edit(place, "alternative-removed", [what, ""]);
    else if (member.min === 0) edit(place, "member-removed", [what, ""]);
    else edit(place, "required-member-removed", [what, ""]);
  }
  for (const member of added) {
    const place = within(site, stepOf(member), [undefined, member]);
    const what = describeMember(member);
    if (isInChoice(member)) edit(place, "alternative-added", ["", what]);
    else if (member.min === 0) edit(place, "member-added", ["", what]);
    else edit(place, "required-member-added", ["", what]);
  }
}

function isInChoice({ grouping }: Member): boolean {
  return grouping.includes("choice");
}

function describeMember(member: Member): string {
  const type = describeReference(member.type);
  const presence = member.min === 0 ? "optional" : "required";
  return `${type}${isArray(member) ? "[]" : ""}, ${presence}`;
}

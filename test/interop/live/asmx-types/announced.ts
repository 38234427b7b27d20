import type {
  InspectedFact,
  InspectedMember,
  InspectedMessage,
  InspectedType,
  Inspection,
} from "../../../../src/index.js";
import type { Difference } from "./differences.js";

const isUncertain = (fact: InspectedFact | undefined): boolean =>
  fact !== undefined && fact.certainty !== "certain";

/** What holds members: a message, or the types that a member's type may be. */
interface Holder {
  readonly members: readonly InspectedMember[];
  readonly membersFacts: readonly (InspectedFact | undefined)[];
}

/** Whether `inspect` had said that what differs is not certain. */
export function isAnnounced(
  { path, isMissing, isNumber }: Difference,
  message: InspectedMessage,
  inspection: Inspection,
): boolean {
  let holder: Holder = { members: message.members, membersFacts: [] };
  for (const [index, name] of path.entries()) {
    const member = holder.members.find((each) => each.name === baseName(name));
    if (member === undefined) return holder.membersFacts.every(isUncertain);
    // What is said of a member holds for all that is in it.
    if (isUncertain(member.fact)) return true;
    if (index === path.length - 1)
      return (isMissing || isNumber) && isUncertain(member.presenceFact);
    holder = insideOf(member, inspection.types);
    if (holder.members.length === 0 && holder.membersFacts.length === 0)
      return isUncertain(member.presenceFact);
  }
  return false;
}

/** Further wildcards of a type are numbered. */
function baseName(property: string): string {
  return property.replace(/^\$any_\d+$/, "$any");
}

function insideOf(
  member: InspectedMember,
  types: readonly InspectedType[],
): Holder {
  const name = member.type.replace(/\[\]$/, "");
  const named = types.filter(
    (type) => type.name.local === name && type.kind === "complex",
  );
  return {
    members: [...member.members, ...named.flatMap((type) => type.members)],
    membersFacts: named.map((type) => type.membersFact),
  };
}

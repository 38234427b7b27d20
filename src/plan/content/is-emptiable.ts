import type { GroupMember, MemberPlan } from "./content-plan.js";

/** Whether nothing at all satisfies it. */
export function isEmptiable(member: MemberPlan): boolean {
  return member.min === 0 || (member.kind === "group" && holdsNothing(member));
}

/** Whether an occurrence of the group may be without members. */
function holdsNothing({ compositor, members }: GroupMember): boolean {
  return compositor === "choice"
    ? members.some(isEmptiable)
    : members.every(isEmptiable);
}

/** Whether an optional group's members come together or not at all: some are needed where any is there. */
export function isAllOrNothing(member: MemberPlan): boolean {
  return (
    member.kind === "group" &&
    member.compositor !== "choice" &&
    member.property === undefined &&
    member.min === 0 &&
    member.members.length > 1 &&
    !holdsNothing(member)
  );
}

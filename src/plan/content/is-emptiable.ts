import type { MemberPlan } from "./content-plan.js";

/** Whether nothing at all satisfies it. */
export function isEmptiable(member: MemberPlan): boolean {
  if (member.min === 0) return true;
  if (member.kind !== "group") return false;
  return member.compositor === "choice"
    ? member.members.some(isEmptiable)
    : member.members.every(isEmptiable);
}

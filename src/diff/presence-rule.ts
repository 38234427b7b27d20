/** The rule for a member that came or went, which depends on whether it has to be there. */
export function presenceRule<Rule extends "member-added" | "member-removed">(
  isRequired: boolean,
  rule: Rule,
): Rule | `required-${Rule}` {
  return isRequired ? `required-${rule}` : rule;
}

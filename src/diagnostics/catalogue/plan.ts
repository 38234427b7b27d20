import { family } from "./entry.js";

export const planCatalogue = family({
  "plan/pattern-not-checked": {
    severity: "warning",
    title: "Values are not checked against a pattern",
    message: "Values are not checked against the pattern {pattern}: {reason}",
    cause:
      "Some XML Schema patterns cannot be said in JavaScript, and some are too large to be matched in a reasonable time.",
    fix: "Check values against {pattern} yourself where it matters",
    bad: '<xs:pattern value="((ab?){1,100}){1,100}"/>',
    good: '<xs:pattern value="(ab?)+"/>',
  },
  "plan/no-fixture": {
    severity: "info",
    title: "No example message could be made up",
    message: "{operation}: no {role} fixture: {reason}",
    cause:
      "Fixtures are made up from the schema. Some schemas admit only values that cannot be guessed, or none that is finite.",
    fix: "Nothing has to be done; the mock answers {operation} once a handler is given",
    bad: "A pattern that no made-up text matches",
    good: "The same pattern, with an example value in the documentation",
  },
});

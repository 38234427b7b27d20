import { family } from "./entry.js";

export const planCatalogue = family({
  "plan/pattern-not-checked": {
    severity: "warning",
    title: "Values are not checked against a pattern",
    message: "Values are not checked against the pattern {pattern}: {reason}",
    cause:
      "Some XML Schema patterns cannot be said in JavaScript, and for some it cannot be told how long matching takes.",
    fix: "Check values against {pattern} yourself where it matters",
    bad: '<xs:pattern value="(a?){40}a{40}"/>',
    good: '<xs:pattern value="a{40,80}"/>',
  },
  "plan/pattern-checked-to-length": {
    severity: "info",
    title: "Long values are not checked against a pattern",
    message:
      "Values of more than {length} characters are not checked against the pattern {pattern}.",
    cause:
      "Parts of the pattern that repeat one after the other can divide a text among them in many ways, and all are tried before it is refused: the time grows faster than the text.",
    fix: "Nothing has to be done where values are short; otherwise separate the repeated parts of {pattern}.",
    bad: '<xs:pattern value=".*a.*b.*"/>',
    good: '<xs:pattern value="[^a]*a[^b]*b[^c]*"/>',
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

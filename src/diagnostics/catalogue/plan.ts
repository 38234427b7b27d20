import { family } from "./entry.js";

export const planCatalogue = family({
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

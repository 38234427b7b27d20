import { describe, expect, it } from "vitest";
import { occurrenceFromComments } from "../../../src/infer/occurrence-comments.js";

describe("the occurrence in soapUI's comments", () => {
  it.each([
    ["Optional:", 0, 1],
    ["Zero or more repetitions:", 0, "unbounded"],
    ["1 or more repetitions:", 1, "unbounded"],
    ["2 to 12 repetitions:", 2, 12],
    [" optional ", 0, 1],
  ])("%s", (comment, min, max) => {
    expect(occurrenceFromComments([comment])).toMatchObject({
      min,
      max,
      certainty: "certain",
    });
  });

  it("is in the first comment that states one", () => {
    expect(
      occurrenceFromComments([
        "type: string",
        "Optional:",
        "3 to 4 repetitions:",
      ]),
    ).toMatchObject({ min: 0, max: 1 });
  });

  it.each(["Optional: yes", "You have a CHOICE of the next 2 items", ""])(
    "is not in %j",
    (comment) => {
      expect(occurrenceFromComments([comment])).toBeUndefined();
    },
  );
});

import type { OccurrenceShape } from "./shape.js";

const forms: readonly (readonly [
  RegExp,
  (match: RegExpExecArray) => Pick<OccurrenceShape, "min" | "max">,
])[] = [
  [/^Optional:?$/i, () => ({ min: 0, max: 1 })],
  [/^Zero or more repetitions:?$/i, () => ({ min: 0, max: "unbounded" })],
  [
    /^(\d+) or more repetitions:?$/i,
    (match) => ({ min: Number(match[1]), max: "unbounded" }),
  ],
  [
    /^(\d+) to (\d+) repetitions:?$/i,
    (match) => ({ min: Number(match[1]), max: Number(match[2]) }),
  ],
];

/** The occurrence that soapUI's comments before an element state (sample grammar B1); undefined when they state none. */
export function occurrenceFromComments(
  comments: readonly string[],
): OccurrenceShape | undefined {
  for (const comment of comments) {
    for (const [form, occurrence] of forms) {
      const match = form.exec(comment.trim());
      if (match !== null) {
        return {
          ...occurrence(match),
          certainty: "certain",
          note: `the comment “${comment.trim()}”`,
        };
      }
    }
  }
  return undefined;
}

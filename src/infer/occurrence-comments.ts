import {
  builtinTypes,
  qname,
  xsd,
  type SampleElement,
} from "../model/index.js";
import type { LeafShape, OccurrenceShape } from "./shape.js";

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

/** Where other elements have such comments, one without is exactly once. */
export const uncommented: OccurrenceShape = {
  min: 1,
  max: 1,
  certainty: "certain",
  note: "no comment, where optional and repeated elements have one",
};

/** How many of the elements from here on are the branches of a choice; 0 for none. */
export function choiceFromComments(comments: readonly string[]): number {
  for (const comment of comments) {
    const match =
      /^You have a CHOICE of the next (\d{1,4}) items at this level$/i.exec(
        comment.trim(),
      );
    if (match !== null) return Number(match[1]);
  }
  return 0;
}

/** The type that a comment states: `type: int`, `type: Kind - enumeration: [Plain,Fancy]`. */
export function typeFromComments({
  comments,
  name: element,
}: Pick<SampleElement, "comments" | "name">): LeafShape | undefined {
  for (const comment of comments) {
    const match =
      /^type: ([\w.-]{1,200})(?: - enumeration: \[([^\]]*)\])?$/.exec(
        comment.trim(),
      );
    if (match === null) continue;
    const [, name = "", literals] = match;
    const facts = {
      certainty: "certain",
      note: `the comment “${comment.trim()}”`,
    } as const;
    if (literals !== undefined)
      return {
        kind: "enumeration",
        literals: literals.split(","),
        name: qname(element.namespace, name),
        ...facts,
      };
    // The name of any other type says nothing of its values.
    if (builtinTypes.has(name))
      return { kind: "type", name: xsd(name), ...facts };
  }
  return undefined;
}

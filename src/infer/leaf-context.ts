import type { Page, SampleElement } from "../model/index.js";
import { exampleTable } from "./example-values.js";
import { isPlaceholder, type LeafContext } from "./leaf.js";
import { occurrenceFromComments } from "./occurrence-comments.js";

/** What can be a literal of an enumeration, or an author's value. */
const WORD = /^[A-Za-z_][\w.-]*$/;

/**
 * How to take the leaves of each page of a service. A page whose leaves are placeholders throughout shows no example
 * values: an unknown word is a literal then. A page with nothing but words is what the other pages of its service are.
 */
export function leafContexts(
  pages: readonly Page[],
): ReadonlyMap<Page, LeafContext> {
  const counts = new Map(pages.map((page) => [page, countLeaves(page)]));
  const generated = [...counts].filter(([page]) => isGenerated(page));
  const showsPlaceholders =
    sum(generated, ({ placeholders }) => placeholders) >
    sum(generated, ({ words, values }) => words + values);
  return new Map(
    [...counts].map(([page, { placeholders, words, values }]) => {
      const isOwn = placeholders >= words + values;
      const isLikeOthers = values === 0 && showsPlaceholders;
      const isPlaceholderPage = isGenerated(page) && (isOwn || isLikeOthers);
      const { style } = page;
      return [page, { style, isPlaceholderPage, ...instanceContext(page) }];
    }),
  );
}

/** What tells one generator of example values from another, and from an author. */
function instanceContext(
  page: Page,
): Pick<LeafContext, "examples" | "statesOccurrence"> {
  if (isGenerated(page)) return {};
  const values: string[] = [];
  let statesOccurrence = false;
  const visit = ({ content, comments }: SampleElement): void => {
    statesOccurrence ||= occurrenceFromComments(comments) !== undefined;
    for (const node of content) {
      if (node.kind === "element") visit(node);
      else values.push(node.text);
    }
  };
  for (const { role, body } of page.samples)
    if (role !== "fault") body.forEach(visit);
  const isSoapui = page.style === "soapui" || statesOccurrence;
  const examples = exampleTable(values, isSoapui);
  return {
    statesOccurrence,
    ...(examples === undefined ? {} : { examples }),
  };
}

function isGenerated({ style }: Page): boolean {
  return style === "asmx" || style === "mono";
}

interface LeafCounts {
  placeholders: number;
  words: number;
  values: number;
}

function sum(
  pages: readonly (readonly [Page, LeafCounts])[],
  of: (counts: LeafCounts) => number,
): number {
  return pages.reduce((total, [, counts]) => total + of(counts), 0);
}

function countLeaves({ samples }: Page): LeafCounts {
  const counts: LeafCounts = { placeholders: 0, words: 0, values: 0 };
  for (const { role, body } of samples)
    if (role !== "fault") for (const element of body) count(element, counts);
  return counts;
}

function count({ content }: SampleElement, counts: LeafCounts): void {
  for (const node of content) {
    if (node.kind === "element") count(node, counts);
    else if (isPlaceholder(node.text)) counts.placeholders++;
    else if (WORD.test(node.text)) counts.words++;
    else counts.values++;
  }
}

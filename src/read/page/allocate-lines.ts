import { type OperationGroup, replyStem } from "./operation-group.js";
import { namesOperation } from "./page-names.js";
import type { ProseLine } from "./prose-line.js";

export interface Allocation {
  /** The lines of each group, in the order of the groups. */
  readonly sections: readonly (readonly ProseLine[])[];
  /** Lines that speak of all operations: before the first one's heading, or in a part of their own at the end. */
  readonly shared: readonly ProseLine[];
}

/** Divides the text of a page among its operations; a page with one operation is all about that one. */
export function allocateLines(
  lines: readonly ProseLine[],
  groups: readonly OperationGroup[],
): Allocation {
  if (groups.length <= 1) return { sections: [lines], shared: [] };
  const starts: number[] = [];
  let from = 0;
  let previousLast = -1;
  for (const group of groups) {
    const first = group.samples[0]?.draft.index ?? 0;
    const range = { from, previousLast, first };
    const start = findStart(lines, group, range);
    starts.push(start);
    from = start;
    previousLast = Math.max(first, previousLast);
  }
  const tail = findTail(lines, groups, starts.at(-1) ?? 0);
  const sections = starts.map((start, index) =>
    lines.slice(start, starts[index + 1] ?? tail),
  );
  const shared = [...lines.slice(0, starts[0] ?? 0), ...lines.slice(tail)];
  return { sections, shared };
}

/** The line from which on the text is about a group: the first that names it, before its first sample. */
function findStart(
  lines: readonly ProseLine[],
  group: OperationGroup,
  range: {
    readonly from: number;
    readonly previousLast: number;
    readonly first: number;
  },
): number {
  const names = groupNames(group);
  let fallback: number | undefined;
  let named: number | undefined;
  for (let index = range.from; index < lines.length; index++) {
    const line = lines[index];
    if (line === undefined || line.exchangesBefore > range.first) break;
    if (line.exchangesBefore <= range.previousLast) continue;
    fallback ??= index;
    if (!namesOperation(line, names)) continue;
    if (line.kind === "heading") return index;
    named ??= index;
  }
  return named ?? fallback ?? firstAfter(lines, range.first, range.from);
}

function firstAfter(
  lines: readonly ProseLine[],
  exchange: number,
  from: number,
): number {
  for (let index = from; index < lines.length; index++)
    if ((lines[index]?.exchangesBefore ?? 0) > exchange) return index;
  return lines.length;
}

function groupNames(group: OperationGroup): readonly string[] {
  const replies = group.samples.flatMap(({ sample }) =>
    sample.role === "response"
      ? [replyStem(sample.body[0]?.name.local ?? "")]
      : [],
  );
  return [...group.keys, ...replies].filter((name) => name !== "");
}

/** A heading after all samples, as high as the operations' own, starts a part about all of them. */
function findTail(
  lines: readonly ProseLine[],
  groups: readonly OperationGroup[],
  lastStart: number,
): number {
  const opening = lines[lastStart];
  const last = groups.reduce(
    (most, group) => Math.max(most, group.samples.at(-1)?.draft.index ?? 0),
    0,
  );
  if (opening?.kind !== "heading") return lines.length;
  for (let index = lastStart + 1; index < lines.length; index++) {
    const line = lines[index];
    if (line?.kind !== "heading" || line.exchangesBefore <= last) continue;
    if (line.level <= opening.level) return index;
  }
  return lines.length;
}

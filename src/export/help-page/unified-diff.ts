/** Lines around a change. */
const CONTEXT = 3;
/** Beyond so many changed lines the middle is shown as replaced: finding the shortest edit would be quadratic. */
const MAXIMUM_EDITS = 300;

interface Edit {
  readonly kind: " " | "-" | "+";
  readonly line: string;
}

/** A unified diff of two texts; '' when they are equal. */
export function unifiedDiff(
  before: string,
  after: string,
  [from, to]: readonly [string, string],
): string {
  if (before === after) return "";
  const edits = editsOf(before.split("\n"), after.split("\n"));
  const hunks = hunkRanges(edits).map(([start, end]) =>
    hunkText(edits, start, end),
  );
  return [`--- ${from}`, `+++ ${to}`, ...hunks, ""].join("\n");
}

function editsOf(
  before: readonly string[],
  after: readonly string[],
): readonly Edit[] {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end))
    end++;
  return [
    ...before.slice(0, start).map(kept),
    ...shortestEdits(
      before.slice(start, before.length - end),
      after.slice(start, after.length - end),
    ),
    ...before.slice(before.length - end).map(kept),
  ];
}

const kept = (line: string): Edit => ({ kind: " ", line });
const removed = (line: string): Edit => ({ kind: "-", line });
const added = (line: string): Edit => ({ kind: "+", line });

/** Myers' greedy algorithm: the furthest reaching paths by number of edits. */
function shortestEdits(
  before: readonly string[],
  after: readonly string[],
): readonly Edit[] {
  const furthest = new Map<number, number>([[1, 0]]);
  const trace: ReadonlyMap<number, number>[] = [];
  for (let count = 0; count <= MAXIMUM_EDITS; count++) {
    trace.push(new Map(furthest));
    for (let diagonal = -count; diagonal <= count; diagonal += 2) {
      let x = nextX(furthest, diagonal, count);
      while (
        x < before.length &&
        x - diagonal < after.length &&
        before[x] === after[x - diagonal]
      )
        x++;
      furthest.set(diagonal, x);
      if (x >= before.length && x - diagonal >= after.length)
        return backtrack(before, after, trace);
    }
  }
  return [...before.map(removed), ...after.map(added)];
}

function nextX(
  furthest: ReadonlyMap<number, number>,
  diagonal: number,
  count: number,
): number {
  const down = furthest.get(diagonal + 1) ?? -1;
  const right = furthest.get(diagonal - 1) ?? -1;
  const goesDown = diagonal === -count || (diagonal !== count && right < down);
  return goesDown ? down : right + 1;
}

function backtrack(
  before: readonly string[],
  after: readonly string[],
  trace: readonly ReadonlyMap<number, number>[],
): readonly Edit[] {
  const edits: Edit[] = [];
  let x = before.length;
  let y = after.length;
  for (let count = trace.length - 1; count >= 0; count--) {
    const furthest = trace[count] ?? new Map<number, number>();
    const diagonal = x - y;
    const down = furthest.get(diagonal + 1) ?? -1;
    const right = furthest.get(diagonal - 1) ?? -1;
    const goesDown =
      diagonal === -count || (diagonal !== count && right < down);
    const previousX = goesDown ? down : right;
    const previousY = previousX - (goesDown ? diagonal + 1 : diagonal - 1);
    while (x > Math.max(previousX, 0) && y > Math.max(previousY, 0)) {
      edits.push(kept(before[--x] ?? ""));
      y--;
    }
    if (count === 0) break;
    if (goesDown) edits.push(added(after[--y] ?? ""));
    else edits.push(removed(before[--x] ?? ""));
  }
  return edits.toReversed();
}

/** Ranges of edits with their context, those that touch joined. */
function hunkRanges(
  edits: readonly Edit[],
): readonly (readonly [number, number])[] {
  const ranges: [number, number][] = [];
  for (const [index, edit] of edits.entries()) {
    if (edit.kind === " ") continue;
    const start = Math.max(0, index - CONTEXT);
    const end = Math.min(edits.length, index + CONTEXT + 1);
    const last = ranges.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = end;
    else ranges.push([start, end]);
  }
  return ranges;
}

function hunkText(edits: readonly Edit[], start: number, end: number): string {
  const lines = edits.slice(start, end);
  const position = (kind: "-" | "+"): string => {
    const isOf = (edit: Edit): boolean =>
      edit.kind === " " || edit.kind === kind;
    const count = lines.filter(isOf).length;
    const first = edits.slice(0, start).filter(isOf).length;
    return `${count === 0 ? first : first + 1},${count}`;
  };
  return [
    `@@ -${position("-")} +${position("+")} @@`,
    ...lines.map(({ kind, line }) => `${kind}${line}`),
  ].join("\n");
}

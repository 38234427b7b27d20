import { overlap } from "./character-set.js";
import type { PositionAutomaton } from "./position-automaton.js";

/** Two ways through an automaton with the same text, side by side: nodes are unordered pairs of states. */
export interface PairGraph {
  readonly pairs: readonly (readonly [number, number])[];
  readonly next: readonly (readonly number[])[];
}

/** Pairs and steps beyond this are not examined. */
const MAX_STEPS = 400_000;

/** All pairs that a text can lead to from the start; undefined where there are too many. */
export function pairGraph(automaton: PositionAutomaton): PairGraph | undefined {
  const pairs: (readonly [number, number])[] = [[0, 0]];
  const next: number[][] = [];
  const known = new Map<number, number>([[0, 0]]);
  const meets = overlaps(automaton);
  let steps = 0;
  for (const [left, right] of pairs) {
    const targets = new Set<number>();
    for (const a of automaton.next[left] ?? []) {
      for (const b of automaton.next[right] ?? []) {
        if (++steps > MAX_STEPS) return undefined;
        if (!meets(a, b)) continue;
        const pair = [Math.min(a, b), Math.max(a, b)] as const;
        const key = pair[0] * automaton.sets.length + pair[1];
        const node = known.get(key) ?? pairs.push(pair) - 1;
        known.set(key, node);
        targets.add(node);
      }
    }
    next.push([...targets]);
  }
  return { pairs, next };
}

/** Whether some character leads to both of two states; worked out once for each two. */
export function overlaps({
  sets,
}: PositionAutomaton): (left: number, right: number) => boolean {
  const known = new Map<number, boolean>();
  return (left, right) => {
    if (left === right) return true;
    const key = Math.min(left, right) * sets.length + Math.max(left, right);
    const before = known.get(key);
    if (before !== undefined) return before;
    const meets = overlap(sets[left] ?? [], sets[right] ?? []);
    known.set(key, meets);
    return meets;
  };
}

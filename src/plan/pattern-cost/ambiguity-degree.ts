import { overlaps } from "./pair-graph.js";
import type { PositionAutomaton } from "./position-automaton.js";

/** Steps of three ways side by side that are followed before giving up. */
const MAX_STEPS = 300_000;

/**
 * The degree of the polynomial by which ways through the automaton grow with the text, for one without ambiguous loops: how
 * many loops in a row a text can be divided among, less one. Undefined where there is too much to examine.
 *
 * @param components of the states, each numbered after those it leads to
 */
export function ambiguityDegree(
  automaton: PositionAutomaton,
  components: readonly number[],
): number | undefined {
  const loops = loopStates(automaton, components);
  const reach = reachable(automaton, components);
  const budget = { left: MAX_STEPS };
  // Components in the order of their numbers: what one leads to is known before.
  const degrees = new Map<number, number>();
  const ids = [...reach.keys()].sort((a, b) => a - b);
  for (const id of ids) {
    let degree = 0;
    for (const target of reach.get(id) ?? []) {
      const further = degrees.get(target) ?? 0;
      if (target === id || further + 1 <= degree) {
        degree = Math.max(degree, target === id ? 0 : further);
        continue;
      }
      const isShared = sharesText(
        { automaton, components, budget },
        loops.get(id) ?? [],
        loops.get(target) ?? [],
      );
      degree = Math.max(degree, further + (isShared ? 1 : 0));
    }
    if (budget.left <= 0) return undefined;
    degrees.set(id, degree);
  }
  return Math.max(0, ...degrees.values());
}

/** States of each component that a loop goes through. */
function loopStates(
  { next }: PositionAutomaton,
  components: readonly number[],
): ReadonlyMap<number, readonly number[]> {
  const loops = new Map<number, number[]>();
  for (const [state, targets] of next.entries()) {
    const component = components[state] ?? -1;
    const isLooping = [...targets].some(
      (target) => components[target] === component,
    );
    if (!isLooping) continue;
    const states = loops.get(component) ?? [];
    states.push(state);
    loops.set(component, states);
  }
  return loops;
}

/** Components that each component leads to, itself included. */
function reachable(
  { next }: PositionAutomaton,
  components: readonly number[],
): ReadonlyMap<number, ReadonlySet<number>> {
  const direct = new Map<number, Set<number>>();
  for (const [state, targets] of next.entries()) {
    const component = components[state] ?? -1;
    const found = direct.get(component) ?? new Set();
    for (const target of targets) found.add(components[target] ?? -1);
    direct.set(component, found);
  }
  const all = new Map<number, ReadonlySet<number>>();
  for (const id of [...direct.keys()].sort((a, b) => a - b)) {
    const found = new Set([id]);
    for (const target of direct.get(id) ?? []) {
      for (const further of all.get(target) ?? []) found.add(further);
    }
    all.set(id, found);
  }
  return all;
}

interface Sharing {
  readonly automaton: PositionAutomaton;
  readonly components: readonly number[];
  readonly budget: { left: number };
}

/** Whether one text leads from a state of the first loop back to it, to a state of the second, and from that back to it. */
function sharesText(
  sharing: Sharing,
  first: readonly number[],
  second: readonly number[],
): boolean {
  const meets = overlaps(sharing.automaton);
  for (const p of first) {
    for (const q of second) {
      // Undecided counts as shared; the caller sees the budget.
      if (findTriple(sharing, meets, [p, q])) return true;
      if (sharing.budget.left <= 0) return true;
    }
  }
  return false;
}

type Triple = readonly [stays: number, moves: number, waits: number];

function findTriple(
  sharing: Sharing,
  meets: (left: number, right: number) => boolean,
  [p, q]: readonly [number, number],
): boolean {
  const { budget, automaton } = sharing;
  const size = automaton.sets.length;
  const queue: Triple[] = [[p, p, q]];
  const seen = new Set<number>();
  for (const triple of queue) {
    for (const after of successors(sharing, meets, triple)) {
      if (--budget.left <= 0) return false;
      if (after[0] === p && after[1] === q && after[2] === q) return true;
      const key = (after[0] * size + after[1]) * size + after[2];
      if (seen.has(key)) continue;
      seen.add(key);
      queue.push(after);
    }
  }
  return false;
}

function* successors(
  { automaton: { next }, components, budget }: Sharing,
  meets: (left: number, right: number) => boolean,
  [stays, moves, waits]: Triple,
): Generator<Triple> {
  const own = (state: number): readonly number[] =>
    [...(next[state] ?? [])].filter(
      (target) => components[target] === components[state],
    );
  for (const a of own(stays)) {
    for (const c of own(waits)) {
      if (--budget.left <= 0) return;
      if (!meets(a, c)) continue;
      for (const b of next[moves] ?? []) {
        if (meets(a, b) && meets(b, c)) yield [a, b, c];
      }
    }
  }
}

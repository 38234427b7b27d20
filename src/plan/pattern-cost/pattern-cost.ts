import { ambiguityDegree } from "./ambiguity-degree.js";
import { pairGraph, type PairGraph } from "./pair-graph.js";
import { parseExpression } from "./parse-expression.js";
import {
  positionAutomaton,
  type PositionAutomaton,
} from "./position-automaton.js";
import { strongComponents } from "./strong-components.js";

/** How the time of a match that fails grows with the length of the text. */
export type PatternCost =
  | {
      readonly kind: "polynomial";
      readonly exponent: number;
      /** Each character multiplies the ways by no more than this. */
      readonly branching: number;
    }
  | { readonly kind: "exponential"; readonly branching: number }
  /** Too large to tell. */
  | { readonly kind: "unknown" };

const costs = new Map<string, PatternCost>();

/**
 * JavaScript tries every way in which a text can be split among the parts of an expression. How many there are follows from
 * the automaton of the expression: exponentially many where some text leads from a state back to it in two ways, polynomially
 * many where a text leads round one loop, round a later one, and from the first to the second (Weber and Seidl, On the degree
 * of ambiguity of finite automata, 1991).
 *
 * @param source a JavaScript regular expression as `translatePattern` makes them
 */
export function patternCost(source: string): PatternCost {
  const known = costs.get(source);
  if (known !== undefined) return known;
  const cost = findCost(source);
  costs.set(source, cost);
  return cost;
}

function findCost(source: string): PatternCost {
  // Without a choice or a repetition of no fixed number there is one way only.
  if (!/[*+|]|\?(?!:)|,/.test(source))
    return { kind: "polynomial", exponent: 1, branching: 1 };
  const tree = parseExpression(source);
  const automaton = tree && positionAutomaton(tree);
  if (automaton === undefined) return { kind: "unknown" };
  const components = strongComponents(automaton.next.map((to) => [...to]));
  const isInLoop = ([from, to]: readonly [number, number]): boolean =>
    components[from] === components[to];
  const branching = mostWays(automaton);
  const exponential = { kind: "exponential", branching } as const;
  if (automaton.doubled.some(isInLoop)) return exponential;
  const graph = pairGraph(automaton);
  if (graph === undefined) return { kind: "unknown" };
  if (hasAmbiguousLoop(graph)) return exponential;
  if (countForks(automaton, graph) > MAX_FORKS) return exponential;
  const degree = ambiguityDegree(automaton, components);
  return degree === undefined
    ? { kind: "unknown" }
    : { kind: "polynomial", exponent: degree + 1, branching };
}

/** How many ways there are from a state to the next character, at most: steps allowed in two ways count twice. */
function mostWays({ next, doubled }: PositionAutomaton): number {
  const ways = next.map((targets) => targets.size);
  for (const [from] of doubled) ways[from] = (ways[from] ?? 0) + 1;
  return Math.max(2, ...ways);
}

/** A text that leads from a state back to it in two ways: a pair of one state and a pair of two lead to each other. */
function hasAmbiguousLoop({ pairs, next }: PairGraph): boolean {
  const components = strongComponents(next);
  const twins = new Set<number>();
  for (const [node, [left, right]] of pairs.entries()) {
    if (left === right) twins.add(components[node] ?? -1);
  }
  return pairs.some(
    ([left, right], node) =>
      left !== right && twins.has(components[node] ?? -1),
  );
}

/** Each place where two ways part and meet again doubles their number, without any loop. */
const MAX_FORKS = 12;

function countForks(
  { doubled }: PositionAutomaton,
  { pairs, next }: PairGraph,
): number {
  const meets = meetingNodes({ pairs, next });
  const forks = pairs.filter(
    ([left, right], node) =>
      left === right &&
      (next[node] ?? []).some((target) => {
        const [a, b] = pairs[target] ?? [0, 0];
        return a !== b && meets.has(target);
      }),
  );
  return forks.length + doubled.length;
}

/** Nodes from which a pair of one state can be reached. */
function meetingNodes({ pairs, next }: PairGraph): ReadonlySet<number> {
  const sources: number[][] = pairs.map(() => []);
  for (const [node, targets] of next.entries()) {
    for (const target of targets) sources[target]?.push(node);
  }
  const twins = pairs.flatMap(([left, right], node) =>
    left === right ? [node] : [],
  );
  const found = new Set(twins);
  for (const node of found) {
    for (const source of sources[node] ?? []) found.add(source);
  }
  return found;
}

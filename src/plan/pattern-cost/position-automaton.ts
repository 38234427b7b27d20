import type { CharacterSet } from "./character-set.js";
import type { ExpressionTree } from "./expression-tree.js";

/**
 * The automaton whose states are the characters of an expression (Glushkov's), with a start state 0 before them. A step leads
 * to the state whose character comes next.
 */
export interface PositionAutomaton {
  /** The character of each state; the start has none. */
  readonly sets: readonly CharacterSet[];
  /** Where each state leads to. */
  readonly next: readonly ReadonlySet<number>[];
  /** Steps that the expression allows in two ways, as `${from} ${to}`: an inner and an outer repetition, for instance. */
  readonly doubled: readonly (readonly [from: number, to: number])[];
}

/** More states than this are not examined. */
const MAX_STATES = 1_500;
/** A bounded repetition with more characters than this counts as an unbounded one. */
const MAX_COPIED = 256;
/** All steps together. */
const MAX_STEPS = 60_000;

interface Builder {
  readonly sets: CharacterSet[];
  readonly next: Set<number>[];
  readonly doubled: [number, number][];
  steps: number;
}

/** The states a part can begin and end with, and whether it may be nothing. */
interface Part {
  readonly first: readonly number[];
  readonly last: readonly number[];
  readonly isNullable: boolean;
}

/** Undefined where the automaton would be too large. */
export function positionAutomaton(
  tree: ExpressionTree,
): PositionAutomaton | undefined {
  const builder: Builder = {
    sets: [[]],
    next: [new Set()],
    doubled: [],
    steps: 0,
  };
  const part = build(tree, builder);
  connect([0], part.first, builder);
  const isTooLarge =
    builder.sets.length > MAX_STATES || builder.steps > MAX_STEPS;
  return isTooLarge ? undefined : builder;
}

const NOTHING: Part = { first: [], last: [], isNullable: true };

function build(tree: ExpressionTree, builder: Builder): Part {
  if (builder.sets.length > MAX_STATES || builder.steps > MAX_STEPS)
    return NOTHING;
  switch (tree.kind) {
    case "empty":
      return NOTHING;
    case "character": {
      const state = builder.sets.push(tree.set) - 1;
      builder.next.push(new Set());
      return { first: [state], last: [state], isNullable: false };
    }
    case "sequence":
      return tree.parts.reduce<Part>(
        (before, part) => join(before, build(part, builder), builder),
        NOTHING,
      );
    case "choice": {
      const parts = tree.branches.map((branch) => build(branch, builder));
      return {
        first: parts.flatMap(({ first }) => first),
        last: parts.flatMap(({ last }) => last),
        isNullable: parts.some(({ isNullable }) => isNullable),
      };
    }
    case "repeat":
      return repeat(tree, builder);
  }
}

function join(before: Part, after: Part, builder: Builder): Part {
  connect(before.last, after.first, builder);
  return {
    first: before.isNullable ? [...before.first, ...after.first] : before.first,
    last: after.isNullable ? [...before.last, ...after.last] : after.last,
    isNullable: before.isNullable && after.isNullable,
  };
}

function connect(
  from: readonly number[],
  to: readonly number[],
  builder: Builder,
): void {
  builder.steps += from.length * to.length;
  if (builder.steps > MAX_STEPS) return;
  for (const state of from) {
    const next = builder.next[state];
    for (const target of to) {
      if (next?.has(target) === true) builder.doubled.push([state, target]);
      next?.add(target);
    }
  }
}

function repeat(
  tree: Extract<ExpressionTree, { kind: "repeat" }>,
  builder: Builder,
): Part {
  const { part, min, max } = tree;
  if (max === 0) return NOTHING;
  const isBounded =
    max === 1 || (max !== Infinity && max * sizeOf(part) <= MAX_COPIED);
  if (isBounded) return copies(part, { min, max }, builder);
  const inner = build(part, builder);
  connect(inner.last, inner.first, builder);
  return { ...inner, isNullable: inner.isNullable || min === 0 };
}

/** `x x (x x?)?`: as many as have to be, and each further one only after the one before it. */
function copies(
  part: ExpressionTree,
  { min, max }: { readonly min: number; readonly max: number },
  builder: Builder,
): Part {
  let optional: Part = NOTHING;
  for (let count = min; count < max; count++) {
    const inner = build(part, builder);
    optional = { ...join(inner, optional, builder), isNullable: true };
  }
  let all: Part = NOTHING;
  for (let count = 0; count < min; count++) {
    all = join(all, build(part, builder), builder);
  }
  return join(all, optional, builder);
}

const sizes = new WeakMap<ExpressionTree, number>();

/** How many characters the expression is made of, those of bounded repetitions as often as they come. */
function sizeOf(tree: ExpressionTree): number {
  const known = sizes.get(tree);
  if (known !== undefined) return known;
  const size = measure(tree);
  sizes.set(tree, size);
  return size;
}

function measure(tree: ExpressionTree): number {
  switch (tree.kind) {
    case "empty":
      return 0;
    case "character":
      return 1;
    case "sequence":
      return tree.parts.reduce((sum, part) => sum + sizeOf(part), 0);
    case "choice":
      return tree.branches.reduce((sum, part) => sum + sizeOf(part), 0);
    case "repeat":
      return sizeOf(tree.part) * (tree.max === Infinity ? 1 : tree.max);
  }
}

// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import { parsePattern, type PatternExpression } from "./pattern-expression.js";

/** Whether a whole text is one of those of an expression. */
export type Matcher = (text: string) => boolean;

/** A state goes on by a character, or by itself to others; the last one does neither. */
interface State {
  readonly expression?: RegExp;
  readonly to: number[];
}

/**
 * Follows all ways of an expression at once, so that the time grows with the text and never faster (Thompson, Regular
 * Expression Search Algorithm, 1968).
 */
export function compileExpression(source: string): Matcher {
  const states: State[] = [];
  const last = addExpression(states, parsePattern(source), start(states));
  return (text) => {
    let current = closure(states, [0]);
    for (const character of text) {
      const next: number[] = [];
      for (const at of current) {
        const { expression, to } = states[at] ?? { to: [] };
        if (expression?.test(character) === true) next.push(...to);
      }
      if (next.length === 0) return false;
      current = closure(states, next);
    }
    return current.has(last);
  };
}

function start(states: State[]): number {
  return states.push({ to: [] }) - 1;
}

/** The states, and those that they lead to without a character. */
function closure(
  states: readonly State[],
  from: readonly number[],
): ReadonlySet<number> {
  const found = new Set(from);
  // The set grows while it is gone through.
  for (const at of found) {
    const { expression, to } = states[at] ?? { to: [] };
    if (expression === undefined) for (const each of to) found.add(each);
  }
  return found;
}

/** Adds what leads on from a state; gives the state that it ends in. */
function addExpression(
  states: State[],
  expression: PatternExpression,
  from: number,
): number {
  switch (expression.kind) {
    case "character": {
      const state = states.push({ ...expression, to: [] }) - 1;
      const end = start(states);
      link(states, from, state);
      link(states, state, end);
      return end;
    }
    case "sequence":
      return expression.parts.reduce(
        (at, part) => addExpression(states, part, at),
        from,
      );
    case "choice": {
      const end = start(states);
      for (const part of expression.parts) {
        link(states, addExpression(states, part, branch(states, from)), end);
      }
      return end;
    }
    case "repeat":
      return addRepeat(states, expression, from);
  }
}

function link(states: readonly State[], from: number, to: number): void {
  states[from]?.to.push(to);
}

/** A state of its own: what is added to it is not reached otherwise. */
function branch(states: State[], from: number): number {
  const state = start(states);
  link(states, from, state);
  return state;
}

function addRepeat(
  states: State[],
  { part, min, max }: Extract<PatternExpression, { readonly kind: "repeat" }>,
  from: number,
): number {
  let at = from;
  for (let count = 0; count < min; count++) {
    at = addExpression(states, part, at);
  }
  const end = start(states);
  if (max === Infinity) {
    const again = branch(states, at);
    link(states, addExpression(states, part, branch(states, again)), again);
    link(states, again, end);
    return end;
  }
  link(states, at, end);
  for (let count = min; count < max; count++) {
    at = addExpression(states, part, branch(states, at));
    link(states, at, end);
  }
  return end;
}

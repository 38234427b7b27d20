/**
 * Whether matching can take time exponential in the text: a group that repeats without bound around something that
 * itself repeats without bound and needs nothing else, as in `(a+)+`. JavaScript tries every way to split the text.
 *
 * @param source a JavaScript regular expression
 */
export function isRunaway(source: string): boolean {
  const open: Group[] = [];
  let group: Group = newGroup();
  for (let at = 0; at < source.length;) {
    const atom = readAtom(source, at);
    if (atom.kind === "open") {
      open.push(group);
      group = newGroup();
      at = atom.end;
      continue;
    }
    if (atom.kind === "branch") {
      closeBranch(group);
      at = atom.end;
      continue;
    }
    const closed = atom.kind === "close" ? group : undefined;
    if (closed !== undefined) {
      closeBranch(closed);
      group = open.pop() ?? newGroup();
    }
    const { min, isUnbounded, end } = readQuantifier(source, atom.end);
    if (isUnbounded && closed?.canRepeat === true) return true;
    addAtom(group, { min, repeats: isUnbounded || closed?.canRepeat === true });
    at = end;
  }
  return false;
}

interface Group {
  /** Of the current branch: atoms that have to be there, other than one that repeats. */
  needed: number;
  repeats: boolean;
  /** Some branch is one unbounded repetition and nothing else that is needed. */
  canRepeat: boolean;
}

function newGroup(): Group {
  return { needed: 0, repeats: false, canRepeat: false };
}

function closeBranch(group: Group): void {
  if (group.repeats && group.needed === 0) group.canRepeat = true;
  group.needed = 0;
  group.repeats = false;
}

function addAtom(
  group: Group,
  { min, repeats }: { readonly min: number; readonly repeats: boolean },
): void {
  if (repeats) group.repeats = true;
  else if (min > 0) group.needed++;
}

interface Atom {
  readonly kind: "open" | "close" | "branch" | "single";
  readonly end: number;
}

function readAtom(source: string, at: number): Atom {
  const rest = source.slice(at, at + 3);
  if (rest.startsWith("(?!")) return { kind: "open", end: at + 3 };
  if (rest.startsWith("(?:")) return { kind: "open", end: at + 3 };
  const character = source.charAt(at);
  if (character === "(") return { kind: "open", end: at + 1 };
  if (character === ")") return { kind: "close", end: at + 1 };
  if (character === "|") return { kind: "branch", end: at + 1 };
  if (character === "[") return { kind: "single", end: endOfClass(source, at) };
  if (character !== "\\") return { kind: "single", end: at + 1 };
  const braces = /^\\[pPu]\{[^}]*\}/.exec(source.slice(at, at + 60));
  return { kind: "single", end: at + (braces?.[0].length ?? 2) };
}

function endOfClass(source: string, start: number): number {
  for (let at = start + 1; at < source.length; at++) {
    if (source.charAt(at) === "\\") at++;
    else if (source.charAt(at) === "]") return at + 1;
  }
  return source.length;
}

function readQuantifier(
  source: string,
  at: number,
): {
  readonly min: number;
  readonly isUnbounded: boolean;
  readonly end: number;
} {
  const match = /^(?:[*+?]|\{(\d+)(,(\d*))?\})/.exec(source.slice(at, at + 24));
  if (match === null) return { min: 1, isUnbounded: false, end: at };
  const [whole, least, comma, most] = match;
  const end = at + whole.length;
  if (least === undefined) {
    return { min: whole === "+" ? 1 : 0, isUnbounded: whole !== "?", end };
  }
  // A high bound is as bad as none.
  const max =
    comma === undefined ? Number(least) : most === "" ? Infinity : Number(most);
  return { min: Number(least), isUnbounded: max > 25, end };
}

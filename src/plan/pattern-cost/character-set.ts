/** Code points as ranges, sorted, apart from each other: first and last of each in turn. */
export type CharacterSet = readonly (readonly [first: number, last: number])[];

const LAST = 0x10ffff;
export const anyCharacter: CharacterSet = [[0, LAST]];

/** Ranges in any order as a set. */
export function characterSet(
  ranges: readonly (readonly [number, number])[],
): CharacterSet {
  const sorted = [...ranges].sort(([left], [right]) => left - right);
  const joined: [number, number][] = [];
  for (const [first, last] of sorted) {
    const before = joined.at(-1);
    if (before !== undefined && first <= before[1] + 1)
      before[1] = Math.max(before[1], last);
    else joined.push([first, last]);
  }
  return joined;
}

export function complement(set: CharacterSet): CharacterSet {
  const gaps: [number, number][] = [];
  let next = 0;
  for (const [first, last] of set) {
    if (first > next) gaps.push([next, first - 1]);
    next = last + 1;
  }
  if (next <= LAST) gaps.push([next, LAST]);
  return gaps;
}

/** Whether some character is in both. */
export function overlap(left: CharacterSet, right: CharacterSet): boolean {
  let i = 0;
  let j = 0;
  for (;;) {
    const a = left[i];
    const b = right[j];
    if (a === undefined || b === undefined) return false;
    if (a[1] < b[0]) i++;
    else if (b[1] < a[0]) j++;
    else return true;
  }
}

const properties = new Map<string, CharacterSet>();

/** The characters of a Unicode property escape such as `\p{Lu}`, as JavaScript knows them. */
export function propertySet(escape: string): CharacterSet {
  const known = properties.get(escape);
  if (known !== undefined) return known;
  const ranges: (readonly [number, number])[] = [];
  for (const [run] of assigned().matchAll(new RegExp(`${escape}+`, "gu"))) {
    ranges.push([run.codePointAt(0) ?? 0, lastCodePoint(run)]);
  }
  const one = new RegExp(escape, "u");
  for (const range of ALIKE) {
    if (one.test(String.fromCodePoint(range[0]))) ranges.push(range);
  }
  if (one.test("\u{e0000}\u{e0001}\u{e0100}")) ranges.push(TAGS);
  const set = characterSet(ranges);
  properties.set(escape, set);
  return set;
}

function lastCodePoint(text: string): number {
  const last = text.codePointAt(text.length - 2) ?? 0;
  return last > 0xffff ? last : (text.codePointAt(text.length - 1) ?? 0);
}

/** Where the planes begin of which all characters are alike: not assigned, or private. */
const ALIKE_FROM = 0x40000;
const ALIKE: CharacterSet = [
  [ALIKE_FROM, 0xdffff],
  [0xe1000, 0xeffff],
  [0xf0000, 0xffffd],
  [0xffffe, 0xfffff],
  [0x100000, 0x10fffd],
  [0x10fffe, LAST],
];

/** Tags, variation selectors and what may join them: one set has all or none, which is more than it has. */
const TAGS = [0xe0000, 0xe0fff] as const;

let everyAssigned: string | undefined;

/** All characters of the planes where they differ, in order; halves of pairs are none. */
function assigned(): string {
  everyAssigned ??= new TextDecoder("utf-16le").decode(codeUnits());
  return everyAssigned;
}

function codeUnits(): Uint16Array {
  const units = new Uint16Array(0xf800 + (ALIKE_FROM - 0x10000) * 2);
  let at = 0;
  for (let code = 0; code < 0x10000; code++) {
    if (code < 0xd800 || code > 0xdfff) units[at++] = code;
  }
  for (let code = 0; code < ALIKE_FROM - 0x10000; code++) {
    units[at++] = 0xd800 + (code >> 10);
    units[at++] = 0xdc00 + (code & 0x3ff);
  }
  return units;
}

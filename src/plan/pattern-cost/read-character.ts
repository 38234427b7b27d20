import {
  characterSet,
  complement,
  propertySet,
  type CharacterSet,
} from "./character-set.js";

export interface CharacterRead {
  readonly set: CharacterSet;
  /** Offset after it. */
  readonly end: number;
}

/** The character, escape or class that starts at an offset. */
export function readCharacter(source: string, at: number): CharacterRead {
  return source.charAt(at) === "["
    ? readClass(source, at)
    : readSingle(source, at);
}

function readClass(source: string, start: number): CharacterRead {
  const isNegated = source.charAt(start + 1) === "^";
  const ranges: (readonly [number, number])[] = [];
  let at = start + (isNegated ? 2 : 1);
  while (at < source.length && source.charAt(at) !== "]") {
    const low = readSingle(source, at);
    at = low.end;
    const isRange = source.charAt(at) === "-" && source.charAt(at + 1) !== "]";
    const first = low.set[0]?.[0] ?? 0;
    if (isRange && isOne(low.set)) {
      const high = readSingle(source, at + 1);
      at = high.end;
      ranges.push([first, high.set[0]?.[0] ?? first]);
    } else {
      ranges.push(...low.set);
    }
  }
  const set = characterSet(ranges);
  return { set: isNegated ? complement(set) : set, end: at + 1 };
}

function isOne(set: CharacterSet): boolean {
  const [range] = set;
  return set.length === 1 && range !== undefined && range[0] === range[1];
}

function readSingle(source: string, at: number): CharacterRead {
  if (source.charAt(at) !== "\\") {
    const code = source.codePointAt(at) ?? 0;
    return { set: [[code, code]], end: at + (code > 0xffff ? 2 : 1) };
  }
  const rest = source.slice(at, at + 60);
  const property = /^\\[pP]\{[^}]*\}/.exec(rest)?.[0];
  if (property !== undefined)
    return { set: propertySet(property), end: at + property.length };
  const numbered =
    /^\\(?:u\{([0-9a-fA-F]+)\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2}))/.exec(rest);
  if (numbered !== null) {
    const [whole, ...digits] = numbered;
    const code = parseInt(digits.find((each) => each !== undefined) ?? "0", 16);
    return { set: [[code, code]], end: at + whole.length };
  }
  const letter = rest.charAt(1);
  const code = CONTROLS.get(letter) ?? letter.charCodeAt(0);
  return { set: [[code, code]], end: at + 2 };
}

const CONTROLS: ReadonlyMap<string, number> = new Map([
  ["n", 10],
  ["r", 13],
  ["t", 9],
]);

// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type { XmlWriter } from "../xml/writer.js";
import type { Members } from "./contracts.js";

/** Refuses properties that would not be written, and names the one that may have been meant. */
export function checkKnown(
  writer: XmlWriter,
  value: Members,
  known: ReadonlySet<string>,
): void {
  for (const key of Object.keys(value)) {
    if (known.has(key) || value[key] === undefined) continue;
    const near = nearest(key, known);
    const hint = near === undefined ? "" : ` (did you mean ${near}?)`;
    writer.path.push(key);
    writer.fail(`no property ${key}${hint}`, value[key]);
  }
}

const FAR = 3;
const LONG = 64;

function nearest(key: string, known: ReadonlySet<string>): string | undefined {
  const wanted = key.toLowerCase();
  let best: string | undefined;
  let least = FAR;
  for (const name of known) {
    if (Math.max(name.length, key.length) > LONG) continue;
    const apart = distance(wanted, name.toLowerCase());
    if (apart < least) {
      least = apart;
      best = name;
    }
  }
  return best;
}

/** Levenshtein's. */
function distance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 0; i < left.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < right.length; j++) {
      const change = (row[j] ?? 0) + (left[i] === right[j] ? 0 : 1);
      next.push(Math.min(change, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[right.length] ?? 0;
}

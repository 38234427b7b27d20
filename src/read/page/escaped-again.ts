import { type Edit, editMapped, type MappedText } from "./mapped-text.js";
import type { RepairLog } from "./repair-log.js";

const rawMessage = /<(?:\?xml\s|(?:[\w.-]{1,40}:)?Envelope[\s>])/;
const escapedMessage =
  /&(?:amp;){0,3}lt;(?:\?xml\s|(?:[\w.-]{1,40}:)?Envelope[\s&])/;
const reference = /&(amp|lt|gt|quot|apos|nbsp|#34|#39|#160);/g;
const characters: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["#34", '"'],
  ["apos", "'"],
  ["#39", "'"],
  ["nbsp", " "],
  ["#160", " "],
]);

/** More rounds than this no chain of editors makes. */
const maximumRounds = 3;

/** Undoes HTML's escapes where they were made more than once, as long as the page shows no message as it is. */
export function unescapeAgain(mapped: MappedText, log: RepairLog): MappedText {
  let current = mapped;
  for (let round = 0; round < maximumRounds; round++) {
    if (rawMessage.test(current.text)) break;
    const found = escapedMessage.exec(current.text);
    if (found === null) break;
    if (round === 0)
      log.add("undid HTML's escapes once more", current, {
        start: found.index,
        end: found.index + found[0].length,
      });
    current = editMapped(current, [...referenceEdits(current.text)]);
  }
  return current;
}

function* referenceEdits(text: string): Generator<Edit> {
  for (const match of text.matchAll(reference))
    yield {
      offset: match.index,
      length: match[0].length,
      insert: characters.get(match[1] ?? "") ?? match[0],
    };
}

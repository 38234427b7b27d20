import type { Located, Page } from "../../model/index.js";
import { type MappedText, spanOf } from "./mapped-text.js";
import type { ProseLine } from "./prose-line.js";

/** A service's first page: its name, and the operations with their descriptions. */
export interface OperationList {
  readonly service: ProseLine;
  readonly entries: readonly ListedOperation[];
}

interface ListedOperation {
  readonly name: ProseLine;
  readonly description: readonly ProseLine[];
}

/** What stands below the list on pages of services that kept .NET's default namespace. */
const afterList = /tempuri\.org|WS-I|Basic Profile/;

/** Recognises .NET's list page by its shape: a title, a sentence that mentions the description, then names. */
export function readOperationList(
  lines: readonly ProseLine[],
): OperationList | undefined {
  const [service] = lines;
  const sentence = lines.findIndex(
    (line, index) =>
      index > 0 &&
      index < 12 &&
      line.kind === "text" &&
      isListSentence(line, lines[index + 1]),
  );
  if (service === undefined || sentence < 0) return undefined;
  const entries: { name: ProseLine; description: ProseLine[] }[] = [];
  for (const line of lines.slice(sentence + 1)) {
    if (line.kind === "decoration") continue;
    if (afterList.test(line.text)) break;
    const isName = isOperationName(line);
    if (isName) entries.push({ name: line, description: [] });
    else entries.at(-1)?.description.push(line);
  }
  return entries.length === 0 ? undefined : { service, entries };
}

function isListSentence(line: ProseLine, next: ProseLine | undefined): boolean {
  if (/operations are supported/i.test(line.text)) return true;
  const isSentence = /[.。]$/.test(line.text) && line.text.length > 20;
  return isSentence && next !== undefined && isOperationName(next);
}

function isOperationName(line: ProseLine): boolean {
  const isPlace =
    line.kind === "item" || (line.kind === "text" && line.afterBlank);
  return isPlace && /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(line.text);
}

/** One page for each listed operation, without samples: names and descriptions are all it tells. */
export function listedPages(
  mapped: MappedText,
  list: OperationList,
): readonly Page[] {
  const at = (line: ProseLine): Located => ({
    text: line.text,
    span: spanOf(mapped, line.range),
  });
  return list.entries.map(({ name, description }) => {
    const text = description
      .filter((line) => !line.text.startsWith("MessageName="))
      .map((line) => line.text)
      .join("\n");
    const [first] = description;
    return {
      source: mapped.source,
      style: "asmx",
      service: at(list.service),
      operation: at(name),
      ...(text === "" || first === undefined
        ? {}
        : { description: { text, span: at(first).span } }),
      samples: [],
      notes: [],
      errors: [],
      repairs: [],
      leftovers: [],
    };
  });
}

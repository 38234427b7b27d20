import { printable } from "../diagnostics/index.js";
import type { Gap, GapReport } from "../index.js";
import { count } from "./count.js";

/** What is unknown of a service, and the overrides file to fill in, as JSON that can be pasted as it is. */
export function printGaps(
  service: string,
  { gaps, overrides }: GapReport,
): string {
  if (gaps.length === 0)
    return printable(`${service}: nothing is unknown`) + "\n";
  const lines = [
    `${service}: ${count(gaps.length, "gap")}`,
    ...gaps.flatMap(gapLines),
    "",
    "put into soapstone.overrides.json beside the pages, with each ? filled in:",
    "",
  ];
  const document = plainJson(overrides);
  return `${lines.map(printable).join("\n")}\n${document}\n`;
}

/** JSON in which what a terminal would act on is escaped, so that it can still be pasted. */
function plainJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(
    /[\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g,
    (character) =>
      `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

function gapLines({
  path,
  reason,
  fact,
  shownBy,
  hint,
}: Gap): readonly string[] {
  const { file, line, column } = fact;
  return [
    "",
    `${path}  ${file}:${line}:${column}`,
    `  ${reason}`,
    ...shownBy.map(
      (page) =>
        `  shown by the page of ${page.operation}${page.address === undefined ? "" : ` (${page.address})`}: ${page.reason}`,
    ),
    `  ${hint}`,
  ];
}

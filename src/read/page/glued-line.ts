import type { Range } from "./mapped-text.js";

/** The section titles of .NET's help page, which captures glue to the sentence before them. */
const gluedTitle =
  /^.{0,2000}[.。!?)](?=(?:SOAP(?: 1\.[12])?|HTTP (?:GET|POST))\s*$)/;
/** A help page of which the capture lost all line ends, up to its first message. */
const helpPage =
  /^(\S.{0,120}?)\s+(Click here for a complete list of operations\.)\s+(\S{1,200})(?:\s+(.*))?$/;
const testForm =
  /^(.*?)(?:^|\s)(Test\s+(?:To test the operation|The test form is|No test form is).*)$/;
const firstSection =
  /^(.*?[.:])\s*((?:SOAP(?: 1\.[12])?|HTTP (?:GET|POST))\s+(?:The following|\p{L}).*)$/u;

/** Lines are no longer than this where they are looked at for lost line ends. */
const maximumLength = 5000;

/** Splits a line that a capture glued together from several. */
export function splitGlued(text: string, range: Range): readonly Range[] {
  if (range.end - range.start > maximumLength) return [range];
  const line = text.slice(range.start, range.end);
  const glued = gluedTitle.exec(line);
  if (glued !== null) {
    const middle = range.start + glued[0].length;
    return [
      { start: range.start, end: middle },
      { start: middle, end: range.end },
    ];
  }
  return splitHelpPage(line, range) ?? [range];
}

function splitHelpPage(
  line: string,
  range: Range,
): readonly Range[] | undefined {
  const lead = line.length - line.trimStart().length;
  const match = helpPage.exec(line.trim());
  if (match === null) return undefined;
  const [, service = "", sentence = "", operation = "", rest = ""] = match;
  const parts = [service, sentence, operation, ...splitRest(rest)];
  const ranges: Range[] = [];
  let position = lead;
  for (const part of parts) {
    const start = line.indexOf(part, position);
    position = start + part.length;
    if (part !== "")
      ranges.push({ start: range.start + start, end: range.start + position });
  }
  return ranges;
}

/** Description, test form, first section. */
function splitRest(rest: string): readonly string[] {
  const test = testForm.exec(rest);
  const description = (test?.[1] ?? rest).trim();
  const form = test?.[2] ?? "";
  const section = firstSection.exec(form === "" ? description : form);
  if (section === null) return [description, form];
  const before = (section[1] ?? "").trim();
  const title = section[2] ?? "";
  if (form === "") return [before, ...titleParts(title)];
  return [description, "Test", before.slice(4).trim(), ...titleParts(title)];
}

function titleParts(section: string): readonly string[] {
  const title =
    /^(?:SOAP(?: 1\.[12])?|HTTP (?:GET|POST))/.exec(section)?.[0] ?? "";
  return [title, section.slice(title.length).trim()];
}

import { type Edit, editMapped, type MappedText } from "./mapped-text.js";
import type { RepairLog } from "./repair-log.js";

/** XML inside a string literal of a program: an escaped quotation mark after `=`, or quoted lines glued with an operator. */
const escapedQuote = /<[?\w][^<>\n]{0,200}=\s?\\["']/;
const doubledQuote = /<[?\w][^<>\n]{0,200}=""[^"<>\n]{1,200}""/;
const gluedLines =
  />(?:\\r)?(?:\\n)?["'`][ \t]{0,20}(?:[+.&|,;_)]|\\?$)[^\n]{0,60}\n[^\n<>]{0,80}["'`][ \t]*</m;

/** Undoes the escapes of string literals that hold XML, and joins literals glued over several lines. */
export function unescapeLiterals(
  mapped: MappedText,
  log: RepairLog,
): MappedText {
  const { text } = mapped;
  const isEscaped = escapedQuote.test(text);
  const isDoubled = doubledQuote.test(text);
  const isGlued = gluedLines.test(text);
  if (!isEscaped && !isDoubled && !isGlued) return fillHoles(mapped);
  const first = Math.max(0, text.indexOf("<"));
  log.add("undid the escapes of a program's string literal", mapped, {
    start: first,
    end: first + 1,
  });
  const joined = editMapped(mapped, [...joinEdits(text)]);
  const unescaped = editMapped(joined, [
    ...escapeEdits(joined.text, isDoubled),
  ]);
  return fillHoles(unescaped);
}

function fillHoles(mapped: MappedText): MappedText {
  return editMapped(mapped, [...holeEdits(mapped.text)]);
}

/** The quotation mark that ends an action ends no literal. */
const endsHeader = /(?:^|\n)[ \t]*SOAPAction[ \t]*:[ \t]*"[^"\n]*$/i;

/** `…>" +\n  "<…` becomes `…>\n<…`; the variable of `xml += "…"` and `_` or `vbCrLf` go as well. */
function* joinEdits(text: string): Generator<Edit> {
  const join =
    /(?:\\r)?(?:\\n)?["'`][ \t]{0,40}(?:(?:[+.&|,;_)]|\\|#1[03]|INTO[ \t]{1,8}\w{1,60}|vbCrLf|vbNewLine|sLineBreak|Environment\.NewLine|PHP_EOL)[ \t]{0,40}){0,8}(?:\r?\n[ \t]{0,200}){1,3}(?:CONCATENATE[ \t]{1,8}\w{1,60}[ \t]{1,8}|[\w.$]{1,60}[ \t]{0,8}(?:[+.&]=|=[ \t]{0,8}[\w.$]{1,60}[ \t]{0,8}[+.&]|\(|\.append\()[ \t]{0,8})?(?:(?:[+.&]|\|\||&&)[ \t]{0,8})?[@$]?["'`]/g;
  for (const match of text.matchAll(join)) {
    const end = match.index + match[0].length;
    const isAfterTag = text.slice(0, match.index).endsWith(">");
    const isBeforeTag = /^[ \t]{0,200}</.test(text.slice(end, end + 201));
    const isLineEnd = /^(?:\\r)?\\n/.test(match[0]);
    if (
      endsHeader.test(text.slice(Math.max(0, match.index - 400), match.index))
    )
      continue;
    if (isAfterTag || isBeforeTag || isLineEnd)
      yield { offset: match.index, length: match[0].length, insert: "\n" };
  }
}

const escapes: ReadonlyMap<string, string> = new Map([
  ["n", "\n"],
  ["r", ""],
  ["t", "\t"],
  ['"', '"'],
  ["'", "'"],
  ["/", "/"],
  ["\\", "\\"],
]);

function* escapeEdits(text: string, isDoubled: boolean): Generator<Edit> {
  const escape = isDoubled ? /\\[nrt"'/\\]|""/g : /\\[nrt"'/\\]/g;
  for (const match of text.matchAll(escape)) {
    const insert =
      match[0] === '""' ? '"' : (escapes.get(match[0].charAt(1)) ?? "");
    yield { offset: match.index, length: 2, insert };
  }
}

/** `>" + user + "<`, `>'.trim($user).'<`, `>""" & user & """<`: a value put in at run time. */
function* holeEdits(text: string): Generator<Edit> {
  const hole =
    />("""|'''|["'`])[ \t]{0,8}[+.&|]{1,2}[^<>\n]{1,160}?[+.&|]{1,2}[ \t]{0,8}\1<|>(["'])[ \t]{1,8}[\w-]{1,60}[ \t]{1,8}\2</g;
  for (const match of text.matchAll(hole))
    yield { offset: match.index + 1, length: match[0].length - 2, insert: "?" };
}

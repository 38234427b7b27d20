import type { SourceText } from "../../source/index.js";
import { flattenAsciidocTables } from "./asciidoc-table.js";
import { stripCodeMarkers } from "./code-marker.js";
import { stripCommentPrefixes } from "./comment-prefix.js";
import { stripCurlNotes } from "./curl-trace.js";
import { repairTags } from "./damaged-tag.js";
import { unescapeAgain } from "./escaped-again.js";
import { joinHardWraps } from "./hard-wrap.js";
import { unwrapHtml } from "./html-text.js";
import { unwrapJsonExchanges } from "./json-exchange.js";
import { stripLineFrames } from "./line-frame.js";
import { stripLineNumbers } from "./line-number.js";
import { stripLiquid } from "./liquid.js";
import { type MappedText, mapWhole } from "./mapped-text.js";
import { unescapeMarkdown } from "./markdown-escape.js";
import { normaliseCharacters } from "./normal-characters.js";
import { stripPageFurniture } from "./page-furniture.js";
import { applyPatch } from "./patch-lines.js";
import type { RepairLog } from "./repair-log.js";
import { unwrapSoapuiProject } from "./soapui-project.js";
import { unescapeLiterals } from "./string-literal.js";
import { stripTreeMarks } from "./tree-mark.js";
import { flattenWikiTables } from "./wiki-table.js";

/** Takes a page out of whatever it was captured in; what remains is text with messages in it. */
export function unwrap(source: SourceText, log: RepairLog): MappedText {
  const recorded = unwrapJsonExchanges(source) ?? unwrapSoapuiProject(source);
  if (recorded !== undefined) return recorded;
  let text = isHtml(source.text) ? unwrapHtml(source, log) : mapWhole(source);
  for (const step of steps) text = step(text, log);
  return text;
}

/** In this order: what one step takes off may hide what the next looks for. */
const steps: readonly ((mapped: MappedText, log: RepairLog) => MappedText)[] = [
  unescapeAgain,
  normaliseCharacters,
  applyPatch,
  stripCurlNotes,
  unescapeMarkdown,
  stripLiquid,
  stripCodeMarkers,
  flattenWikiTables,
  flattenAsciidocTables,
  stripLineFrames,
  // literals first: a line in single quotes looks like a comment of Visual Basic
  unescapeLiterals,
  stripCommentPrefixes,
  stripLineNumbers,
  stripPageFurniture,
  joinHardWraps,
  stripTreeMarks,
  repairTags,
];

const htmlStart = /^\ufeff?\s{0,1000}(?:<!doctype\s+html|<html[\s>])/i;
const htmlTag =
  /<\/?(?:p|div|pre|h[1-6]|table|tr|td|ul|ol|li|br|span|font|body|head|code|textarea)(?:\s[^<>]{0,500})?\/?>/gi;
const escapedXml =
  /&lt;(?:\?xml|!--|\/?[\w.-]{1,40}:?[\w.-]{0,60}(?:\s|&gt;|>|\/))/;
const rawMessage = /<(?:\?xml\s|(?:[\w.-]{1,40}:)?Envelope[\s>])/;

/**
 * Markdown and text may hold a few tags; a page of HTML has many, or shows its XML escaped. Where messages stand
 * unescaped only the text before the first one is looked at: their elements may have the names of HTML's.
 */
function isHtml(text: string): boolean {
  if (htmlStart.test(text)) return true;
  const hasEscapedXml = escapedXml.test(text);
  const message = rawMessage.exec(text);
  if (message === null && hasEscapedXml) return true;
  if (/^\s{0,3}(?:```|~~~)/m.test(text)) return false;
  const prose = message === null ? text : text.slice(0, message.index);
  const needed = hasEscapedXml || message !== null ? 3 : 12;
  let count = 0;
  for (const match of prose.matchAll(htmlTag)) {
    if (match[0].length > 0) count++;
    if (count >= needed) return true;
  }
  return false;
}

import { presenceIn } from "./note-words.js";
import type { ProseLine } from "./prose-line.js";
import { isLabel, normalName, type Section } from "./section.js";

/** The section titles of .NET's help page are not localised. */
const sectionTitle = /^(?:SOAP(?:\s?1\.[12])?|HTTP[ -](?:GET|POST))\s*:?$/i;
/** What a sentence about a sample names, in any language. */
const aboutSample = /\b(?:SOAP|HTTP|XML)\b/;

/** A help page that lost all its line ends, up to its first message: what is description in it cannot be told. */
const gluedSection = /\bSOAP 1\.[12]\s.{0,400}\bSOAP 1\.[12]/;

/** Accounts for what only announces the samples: section titles, their sentences, labels, the test form. */
export function markBoilerplate(
  section: Section,
  operationLine: ProseLine | undefined,
): void {
  for (const gap of gapsBeforeSamples(section)) {
    const title = gap.findLastIndex(
      (line) => line.kind !== "row" && sectionTitle.test(line.text),
    );
    if (title >= 0) {
      markAll(section, gap.slice(title), /^(?:text|heading|decoration)$/);
      markTestForm(section, gap.slice(0, title), operationLine);
    } else markLabels(section, gap, operationLine);
  }
  for (const line of section.lines)
    if (
      line.kind === "heading" ||
      line.kind === "decoration" ||
      isNavigation(line)
    )
      section.understood.add(line);
}

/** The lines before each message that stands in this section. */
function gapsBeforeSamples(
  section: Section,
): readonly (readonly ProseLine[])[] {
  const gaps = new Map<number, ProseLine[]>();
  for (const { draft } of section.group.samples) gaps.set(draft.index, []);
  for (const line of section.lines) gaps.get(line.exchangesBefore)?.push(line);
  return [...gaps.values()];
}

function markAll(
  section: Section,
  lines: readonly ProseLine[],
  kinds: RegExp,
): void {
  for (const line of lines)
    if (kinds.test(line.kind)) section.understood.add(line);
}

/** Up to four lines right before a sample: "Request:", "Example", a sentence that announces it. */
function markLabels(
  section: Section,
  gap: readonly ProseLine[],
  operationLine: ProseLine | undefined,
): void {
  for (
    let index = gap.length - 1;
    index >= Math.max(0, gap.length - 4);
    index--
  ) {
    const line = gap[index];
    if (line === undefined || line === operationLine) return;
    if (line.kind === "decoration") continue;
    const isSentence =
      line.kind === "text" &&
      ((line.text.length < 400 && aboutSample.test(line.text)) ||
        gluedSection.test(line.text));
    if (!isLabel(line) && !isSentence) return;
    if (!isSentence && describesMember(section, line)) return;
    section.understood.add(line);
  }
}

/** `customer - who buys`, `@param customer who buys`: short, but no label. */
function describesMember({ names }: Section, { text }: ProseLine): boolean {
  if (names.has(normalName(text)) || presenceIn(text) !== undefined)
    return true;
  const match =
    /^(?:@param|:param|<param name=")?\s{0,4}([\p{L}_][\p{L}\p{N}_.$-]{0,80})["'`]?\s?(?:[:=–—([>-]|->|→|\s)\s{0,4}\S/u.exec(
      text,
    );
  return match !== null && names.has(normalName(match[1] ?? ""));
}

const testSentence =
  /^(?:To test the operation using the HTTP POST protocol, click the|The test form is only available for|No test form is available)/;
const testTitle =
  /^(?:Test|Tester|Testen|Prueba|Probar|Teste|Essai|Prova|Тест|Проверка|テスト|测试|測試|테스트|Próba|Testovat|Teszt)$/i;

/**
 * The test form stands right above the first section: a title, a sentence and perhaps a table with a row for
 * each parameter. The sentence is localised, so its place decides.
 */
function markTestForm(
  section: Section,
  lines: readonly ProseLine[],
  operationLine: ProseLine | undefined,
): void {
  const start = operationLine === undefined ? -1 : lines.indexOf(operationLine);
  const isNet = section.group.samples.some(({ sample }) =>
    /\.as[mh]x\b/i.test(sample.head?.target ?? ""),
  );
  const known = lines.findLastIndex(
    (line, index) => index > start && isTestTitle(line, lines[index + 1]),
  );
  // in a language of its own: .NET's page has the form right there, a word above a sentence
  const title =
    known < 0 && isNet && start >= 0
      ? lines.findLastIndex(
          (line, index) =>
            index > start && isTitleOfSentence(section, line, lines[index + 1]),
        )
      : known;
  if (title >= 0) markAll(section, lines.slice(title), /./);
}

function isTitleOfSentence(
  section: Section,
  line: ProseLine,
  next: ProseLine | undefined,
): boolean {
  if (!/^[\p{L}\p{M}]{2,30}$/u.test(line.text) || next === undefined)
    return false;
  if (describesMember(section, next)) return false;
  return /^\P{N}+\s\P{N}+\s\P{N}+[.。]$/u.test(next.text);
}

function isTestTitle(line: ProseLine, next: ProseLine | undefined): boolean {
  if (!testTitle.test(line.text) || next === undefined) return false;
  return testSentence.test(next.text) || /\s|[。]/.test(next.text);
}

const navigation =
  /^(?:<<|«|‹|←|↑|\[?back\b|jump to\b|return to (?:top|index)|(?:table of )?contents?$|home$|index$|next$|previous$|print(?: this page)?$|\[?edit\]?$|\[?top\]?$|copyright\b|©|click here for a complete list)/i;

export function isNavigation(line: ProseLine): boolean {
  return (
    (line.kind === "text" || line.kind === "item") &&
    line.text.length <= 120 &&
    (navigation.test(line.text) || /[<«‹←]{1,2}$/.test(line.text))
  );
}

/** A label right above something understood introduces it: "Purpose", "Error String". */
export function markIntroductions(section: Section): void {
  for (let index = section.lines.length - 1; index >= 0; index--) {
    const line = section.lines[index];
    if (line === undefined || section.understood.has(line)) continue;
    const next = section.lines[index + 1];
    const isIntroduced =
      next !== undefined &&
      next.exchangesBefore === line.exchangesBefore &&
      section.understood.has(next);
    if (isIntroduced && (isLabel(line) || line.text.endsWith(":")))
      section.understood.add(line);
  }
}

/** Lists of the operations that the page documents. */
export function markOperationNames(
  section: Section,
  operations: ReadonlySet<string>,
): void {
  for (const line of section.lines)
    if (operations.has(normalName(line.text))) section.understood.add(line);
}

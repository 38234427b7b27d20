import type { Located } from "../../model/index.js";
import { spanOf } from "./mapped-text.js";
import { replyStem } from "./operation-group.js";
import type { ProseLine } from "./prose-line.js";
import { lastStep, type PlacedSample } from "./sample-role.js";
import { isLabel, normalName, type Section } from "./section.js";

export interface PageNames {
  readonly service?: Located;
  readonly operation?: Located;
  /** The line that names the operation. */
  readonly operationLine?: ProseLine;
  /** Lines used for names. */
  readonly used: readonly ProseLine[];
}

/** Finds the names of service and operation: headings first, then what the messages say. */
export function readNames(
  section: Section,
  preamble: readonly ProseLine[],
): PageNames {
  const helpPage = readHelpPage(section);
  if (helpPage !== undefined) return helpPage;
  const keys = operationKeys(section);
  const operationLine = section.lines.find((line) =>
    namesOperation(line, keys),
  );
  const operation =
    operationLine === undefined
      ? nameFromSamples(section)
      : nameFromLine(section, operationLine, keys);
  const wiki = readWikiSite(section);
  const service =
    wiki?.service ??
    serviceFromPath(section) ??
    serviceFromTitle(section, preamble, operationLine);
  const used = [
    ...(operationLine === undefined ? [] : [operationLine]),
    ...(wiki?.used ?? []),
  ];
  return {
    ...(service === undefined ? {} : { service }),
    ...(operation === undefined ? {} : { operation }),
    ...(operationLine === undefined ? {} : { operationLine }),
    used,
  };
}

/** Request names, then reply names without "Response". */
function operationKeys(section: Section): readonly string[] {
  return [...new Set([...section.group.keys, ...replyStems(section)])];
}

function replyStems(section: Section): readonly string[] {
  return section.group.samples
    .filter(({ sample }) => sample.role === "response")
    .map(({ sample }) => replyStem(sample.body[0]?.name.local ?? ""))
    .filter((stem) => stem !== "");
}

/** A heading or short line that is one of the names, perhaps numbered, in a path or beside a word like "method". */
export function namesOperation(
  line: ProseLine,
  keys: readonly string[],
): boolean {
  if (line.kind === "row" || line.kind === "decoration") return false;
  if (!isLabel(line) || line.kind === "item") return false;
  return matchingKey(line.text, keys) !== undefined;
}

function matchingKey(
  text: string,
  keys: readonly string[],
): string | undefined {
  const bare = text.replace(/^[\d.]+\s+/, "").replace(/\(.*\)\s*$/, "");
  const whole = normalName(bare);
  const last = normalName(lastStep(bare.trim().replace(/:$/, "")));
  const words = bare.split(/[\s:"'“”`]+/);
  return keys.find((key) => {
    const name = normalName(key);
    if (name === "") return false;
    if (whole === name || last === name) return true;
    return words.length <= 5 && key.length >= 4 && words.includes(key);
  });
}

function nameFromLine(
  section: Section,
  line: ProseLine,
  keys: readonly string[],
): Located {
  const shown = lastStep(line.text.replace(/[:\s]+$/, ""));
  const key = matchingKey(line.text, keys);
  const isExact = normalName(shown) === normalName(key ?? "");
  const isName = isExact && isIdentifier(shown);
  return {
    text: isName ? shown : (key ?? shown),
    span: spanOf(section.mapped, line.range),
  };
}

function isIdentifier(text: string): boolean {
  return /^[\p{L}_][\p{L}\p{N}_.-]*$/u.test(text);
}

/**
 * .NET's help page: service, a sentence with the link to the list, operation. Overloads share the heading, so
 * it need not be a name of the messages.
 */
function readHelpPage(section: Section): PageNames | undefined {
  const lines = section.lines.filter(
    (line) => line.exchangesBefore === 0 && line.kind !== "decoration",
  );
  const keys = operationKeys(section);
  const [service, sentence, operation] = lines;
  if (
    service === undefined ||
    sentence === undefined ||
    operation === undefined
  )
    return undefined;
  const isNet = section.group.samples.some(({ sample }) =>
    /\.as[mh]x\b/i.test(sample.head?.target ?? ""),
  );
  const isSentence =
    sentence.kind === "text" && /[.。]\s*$/.test(sentence.text);
  const isHeading =
    matchingKey(operation.text, keys) !== undefined ||
    (isNet && !namesOperation(service, keys) && !isFurther(section, operation));
  const isNamed = isIdentifier(operation.text) && isHeading;
  if (!isSentence || !isNamed || service.text.length > 120) return undefined;
  const at = (line: ProseLine, text: string): Located => ({
    text,
    span: spanOf(section.mapped, line.range),
  });
  return {
    service: at(service, withoutCode(service.text)),
    operation: at(operation, operation.text),
    operationLine: operation,
    used: [service, sentence, operation],
  };
}

/** The start of a string literal stands before the first line of what is in it. */
function withoutCode(text: string): string {
  const quote = text.lastIndexOf('"');
  return /=\s*\w?"[^"]+$/.test(text) ? text.slice(quote + 1) : text;
}

/** The operation's own heading comes later. */
function isFurther(section: Section, line: ProseLine): boolean {
  const keys = operationKeys(section);
  return section.lines.some(
    (other) => other !== line && namesOperation(other, keys),
  );
}

/** MediaWiki puts "From SITE" under the title, and "Jump to: …" after it. */
function readWikiSite(
  section: Section,
):
  | { readonly service: Located; readonly used: readonly ProseLine[] }
  | undefined {
  for (const [index, line] of section.lines.slice(0, 5).entries()) {
    const site = /^From (\S.{0,60})$/.exec(line.text)?.[1];
    const next = section.lines[index + 1];
    if (site === undefined || next?.text.startsWith("Jump to:") !== true)
      continue;
    const span = spanOf(section.mapped, line.range);
    return { service: { text: site, span }, used: [line, next] };
  }
  return undefined;
}

/** `/billing/Invoices.asmx` serves Invoices. */
function serviceFromPath(section: Section): Located | undefined {
  for (const { sample } of section.group.samples) {
    const { head } = sample;
    const name = /([^/\\?#]+)\.(?:asmx|svc|ashx)\b/i.exec(
      head?.target ?? "",
    )?.[1];
    if (head !== undefined && name !== undefined)
      return { text: decodeName(name), span: head.span };
  }
  return undefined;
}

function decodeName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** A title above the operation's own heading. */
function serviceFromTitle(
  section: Section,
  preamble: readonly ProseLine[],
  operationLine: ProseLine | undefined,
): Located | undefined {
  const lines = [...preamble, ...section.lines];
  const title = lines.find((line) => line.kind === "heading");
  if (title === undefined || operationLine?.kind !== "heading")
    return undefined;
  if (title === operationLine || title.level >= operationLine.level)
    return undefined;
  return { text: title.text, span: spanOf(section.mapped, title.range) };
}

function nameFromSamples(section: Section): Located | undefined {
  const { samples } = section.group;
  const first =
    samples.find(({ sample }) => sample.role === "request") ??
    samples.find(({ sample }) => sample.role === "response");
  if (first === undefined) return undefined;
  const name = likeliestName(section, first);
  const span = first.sample.body[0]?.span ?? first.sample.span;
  return name === "" ? undefined : { text: name, span };
}

/** The request element, unless the reply agrees with the action only (bare style). */
function likeliestName(section: Section, first: PlacedSample): string {
  const { sample } = first;
  const element = sample.body[0]?.name.local;
  if (element === undefined) return first.keys[0] ?? "";
  if (sample.role !== "request") return replyStem(element);
  const action = lastStep(sample.head?.soapAction ?? "");
  const replies = replyStems(section).map(normalName);
  const isBare =
    replies.includes(normalName(action)) &&
    !replies.includes(normalName(element));
  return isBare && isIdentifier(action) ? action : element;
}

import type {
  ElementDeclaration,
  Example,
  Origin,
  QName,
} from "../model/index.js";

/** What a doc comment is made of. */
export interface DocumentationInput {
  readonly documentation?: string | undefined;
  readonly origin?: Origin | undefined;
  readonly name?: QName | undefined;
  readonly examples?: readonly Example[] | undefined;
  /** The text that stands for an absent attribute or an empty element. */
  readonly default?: string | undefined;
  /** Further sentences: what is assumed, why something is unknown. */
  readonly remarks?: readonly string[] | undefined;
  /** Code of an example call. */
  readonly code?: readonly string[] | undefined;
}

/** Lines of a JSDoc comment, escaped; none when there is nothing to say. */
export function documentationLines(
  input: DocumentationInput,
): readonly string[] {
  const paragraphs = [
    prose(input.documentation ?? ""),
    (input.remarks ?? []).flatMap(prose),
    tagLines(input),
  ].filter((lines) => lines.length > 0);
  return paragraphs
    .flatMap((lines, index) => (index === 0 ? lines : ["", ...lines]))
    .map(escapeLine);
}

/** Text in which no line starts a tag. */
function prose(text: string): readonly string[] {
  return wrapParagraphs(text).map((line) => line.replace(/^@/, "\\@"));
}

function tagLines({
  origin,
  name,
  examples = [],
  code = [],
  default: given = "",
}: DocumentationInput): readonly string[] {
  const lines = examples
    .slice(0, 3)
    .map((example) => `@example ${singleLine(example.text)}`);
  if (given.trim() !== "") lines.push(`@defaultValue ${singleLine(given)}`);
  if (code.length > 0) lines.push("@example", ...code);
  if (origin !== undefined && origin.span.file !== "") {
    lines.push(
      `@see ${shownFile(origin.span.file)}:${origin.span.line}${name === undefined ? "" : ` ${name.key}`}`,
    );
  }
  return lines;
}

/** Where a document lies outside the project, or on which host, differs from machine to machine: only its name is shown. */
function shownFile(file: string): string {
  const isOutside = /^(?:\.\.\/|\/|[A-Za-z][\w+.-]*:)/.test(file);
  return isOutside ? file.slice(file.lastIndexOf("/") + 1) : file;
}

const width = 100;

/** Words with one blank between them: what most documentation is. */
const plainText = /^[!-~]+(?: [!-~]+)*$/;

/** Paragraphs stay apart, lines are folded: the input's own line breaks are layout of its document. */
function wrapParagraphs(text: string): readonly string[] {
  if (text === "") return [];
  if (plainText.test(text)) return wrapLine(text);
  const paragraphs = text
    .split(/\r\n|[\r\n\u2028\u2029]/)
    .map((line) => line.replace(/\s+/g, " ").trim())
    .reduce<string[][]>(
      (groups, line) => {
        if (line === "") groups.push([]);
        else groups.at(-1)?.push(line);
        return groups;
      },
      [[]],
    )
    .filter((lines) => lines.length > 0)
    .map((lines) => wrapLine(lines.join(" ")));
  return paragraphs.flatMap((lines, index) =>
    index === 0 ? lines : ["", ...lines],
  );
}

function wrapLine(text: string): readonly string[] {
  if (text.length <= width) return text === "" ? [] : [text];
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + word.length + 1 > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return line === "" ? lines : [...lines, line];
}

function singleLine(text: string): string {
  return text.replace(/\s+/g, " ").trim().slice(0, 200);
}

/**
 * Characters that no one sees or that turn text around: controls, line separators, halves of pairs, marks and embeddings
 * of direction (Unicode Bidirectional Algorithm §2), byte order marks, tags.
 */
const invisible =
  /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\u{e0000}-\u{e007f}]/gu;

/** Nothing to escape or to trim: what nearly all lines are. */
const printable = /^(?:[ -.0-~]*[!-.0-~])?$/;

/** Nothing from the input ends the comment or hides from the reader. */
function escapeLine(line: string): string {
  if (printable.test(line)) return line;
  return line.replaceAll("*/", "*\\/").replace(invisible, " ").trimEnd();
}

/** What the reader should know of a member that is not certain. */
export function certaintyRemarks(
  origin: Origin,
  presence: Origin,
  unknownReason?: string,
): readonly string[] {
  const remarks: string[] = [];
  if (unknownReason !== undefined)
    remarks.push(`Unknown: ${unknownReason.replace(/\.$/, "")}.`);
  else if (origin.how !== "declared" && origin.certainty !== "certain") {
    remarks.push(
      `Type ${origin.certainty}${origin.note === undefined ? "" : `: ${origin.note}`}.`,
    );
  }
  if (
    presence.how === "sampled" &&
    presence.certainty === "likely" &&
    presence.note !== undefined
  ) {
    remarks.push(`Occurrence likely: ${presence.note}.`);
  }
  return remarks;
}

/** The documentation of an element with its identity constraints (XML Schema part 1 §3.11), which no type can say. */
export function describedBy({
  documentation,
  constraints = [],
}: ElementDeclaration): string | undefined {
  const lines = constraints.map((constraint) => `Constraint: ${constraint}`);
  const texts = [
    ...(documentation === undefined ? [] : [documentation]),
    ...lines,
  ];
  return texts.length === 0 ? undefined : texts.join("\n\n");
}

import type { Located } from "../../model/index.js";
import { spanOf } from "./mapped-text.js";
import { isNavigation } from "./boilerplate.js";
import type { ProseLine } from "./prose-line.js";
import { isLabel, normalName, type Section } from "./section.js";

const partTitle =
  /^(?:request|response|input|output|param|argument|return|result|example|sample|error|fault|usage|syntax|signature|url|endpoint|method|solicitud|petici|respuesta|richiesta|risposta|esemp|anfrage|antwort|beispiel|requête|réponse|exemple|valor|paramètre|parámetro|parametr|soap|http)/i;

/** The text between the operation's heading and its first part: samples, parameters, lists. */
export function readDescription(
  section: Section,
  operationLine: ProseLine | undefined,
): Located | undefined {
  const from =
    operationLine === undefined ? 0 : section.lines.indexOf(operationLine) + 1;
  const first = section.group.samples[0]?.draft.index ?? Infinity;
  const chosen: ProseLine[] = [];
  for (const line of section.lines.slice(from)) {
    if (line.exchangesBefore > first) break;
    const step = classify(section, line, operationLine);
    if (step === "end" || (step === "pause" && chosen.length > 0)) break;
    if (step === "take") chosen.push(line);
  }
  return finish(section, chosen);
}

function finish(
  section: Section,
  chosen: readonly ProseLine[],
): Located | undefined {
  const [first] = chosen;
  const last = chosen.at(-1);
  if (first === undefined || last === undefined) return undefined;
  for (const line of chosen) section.understood.add(line);
  const text = chosen
    .map((line) => (line.kind === "item" ? `- ${line.text}` : line.text))
    .join("\n");
  const range = { start: first.range.start, end: last.range.end };
  return { text, span: spanOf(section.mapped, range) };
}

/** `pause`: ends a description that has begun; `skip`: belongs to no description. */
function classify(
  section: Section,
  line: ProseLine,
  operationLine: ProseLine | undefined,
): "take" | "skip" | "pause" | "end" {
  if (line.kind === "decoration" || isNavigation(line)) return "skip";
  if (line.kind === "row") return "pause";
  const isRepeated =
    normalName(line.text) === normalName(operationLine?.text ?? "\n") ||
    section.group.keys.some((key) => normalName(key) === normalName(line.text));
  if (isRepeated && line.text !== "") {
    section.understood.add(line);
    return "skip";
  }
  if (line.kind === "heading")
    return partTitle.test(line.text) ? "end" : "pause";
  if (section.understood.has(line)) return isLabel(line) ? "pause" : "skip";
  if (isPart(line)) return "end";
  if (line.kind === "item") return "take";
  return isTitleLike(line) ? "skip" : "take";
}

function isPart(line: ProseLine): boolean {
  return (
    isLabel(line) &&
    partTitle.test(line.text) &&
    line.text.split(" ").length <= 4
  );
}

/** One or two words by themselves introduce the description; they are none. */
function isTitleLike(line: ProseLine): boolean {
  return isLabel(line) && line.text.split(" ").length <= 2 && line.afterBlank;
}

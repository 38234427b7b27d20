import { formatSpan } from "../source/index.js";
import { catalogueEntry } from "./catalogue/index.js";
import { codeFrame } from "./code-frame.js";
import type { Diagnostic, Severity } from "./diagnostic.js";
import type { FormatContext } from "./format.js";
import { createPalette, type Palette } from "./palette.js";
import { printable } from "./printable.js";

/** Related places shown one by one; the rest is counted. */
const maxRelated = 5;

/** For people: code, place, source line with underline, what uses it, cause and one action; then a count. */
export function formatText(
  diagnostics: readonly Diagnostic[],
  context: FormatContext,
): string {
  if (diagnostics.length === 0) return "";
  const palette = createPalette(context.useColour);
  const shown = diagnostics.filter(
    (diagnostic) => context.isVerbose || diagnostic.severity !== "info",
  );
  const blocks = shown.map((diagnostic) =>
    formatOne(diagnostic, context, palette),
  );
  return `${[...blocks, countLine(diagnostics, context)].join("\n\n")}\n`;
}

function formatOne(
  diagnostic: Diagnostic,
  context: FormatContext,
  palette: Palette,
): string {
  const { code, severity, span } = diagnostic;
  const head = palette.severity(severity, `${severity} ${code}`);
  const lines = [`${head} ${palette.strong(printable(diagnostic.message))}`];
  if (span !== undefined) {
    lines.push(
      `  ${palette.dim("at")} ${printable(formatSpan(span))}`,
      ...frameOf(diagnostic, context, palette),
    );
  }
  lines.push(...relatedLines(diagnostic, palette));
  lines.push(`  ${palette.dim("why")} ${catalogueEntry(code).cause}`);
  lines.push(`  ${palette.dim("do")}  ${printable(diagnostic.help)}`);
  return lines.join("\n");
}

function frameOf(
  { span }: Diagnostic,
  context: FormatContext,
  palette: Palette,
): readonly string[] {
  const source = span && context.sources.get(span.file);
  if (span === undefined || source === undefined) return [];
  const frame = codeFrame(source, span, palette);
  return frame.split("\n").map((line) => `  ${line}`);
}

function relatedLines(
  { related }: Diagnostic,
  palette: Palette,
): readonly string[] {
  const lines = related
    .slice(0, maxRelated)
    .map(
      ({ message, span }) =>
        `  ${palette.dim("see")} ${printable(formatSpan(span))} ${printable(message)}`,
    );
  const rest = related.length - maxRelated;
  return rest > 0 ? [...lines, `  ${palette.dim("see")} ${rest} more`] : lines;
}

function countLine(
  diagnostics: readonly Diagnostic[],
  context: FormatContext,
): string {
  const count = (severity: Severity, noun: string) => {
    const found = diagnostics.filter((one) => one.severity === severity).length;
    if (found === 0) return [];
    return [`${found} ${noun}${found === 1 ? "" : "s"}`];
  };
  const notes = count("info", "note").map((text) =>
    context.isVerbose ? text : `${text} (shown with --verbose)`,
  );
  const counts = [
    ...count("error", "error"),
    ...count("warning", "warning"),
    ...notes,
  ];
  return counts.join(", ");
}

import { formatSpan } from "../source/index.js";
import type { Diagnostic } from "./diagnostic.js";
import { printable } from "./printable.js";

/** A table for pull request comments and job summaries. */
export function formatMarkdown(diagnostics: readonly Diagnostic[]): string {
  if (diagnostics.length === 0) return "No problems.\n";
  const rows = diagnostics.map(({ code, severity, message, span, help }) =>
    row([
      severity,
      `\`${code}\``,
      span === undefined ? "" : cell(formatSpan(span)),
      cell(message),
      cell(help),
    ]),
  );
  const head = row(["severity", "code", "place", "problem", "what to do"]);
  return `${[head, row(Array.from({ length: 5 }, () => "---")), ...rows].join("\n")}\n`;
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

/** Text of an input must not become markup, links or mentions. */
function cell(text: string): string {
  return printable(text)
    .replace(/[\\`*_[\]#|~]/g, "\\$&")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("@", "&#64;");
}

import type { Diagnostic, Severity } from "./diagnostic.js";
import { printable } from "./printable.js";

const commands: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  info: "notice",
};

/** GitHub Actions workflow commands: one annotation per finding. */
export function formatGithub(diagnostics: readonly Diagnostic[]): string {
  return diagnostics
    .map((diagnostic) => `${annotation(diagnostic)}\n`)
    .join("");
}

function annotation({
  code,
  severity,
  message,
  span,
  help,
}: Diagnostic): string {
  const properties = [
    ...(span === undefined
      ? []
      : [
          `file=${escapeProperty(span.file)}`,
          `line=${span.line}`,
          `col=${span.column}`,
        ]),
    `title=${escapeProperty(code)}`,
  ];
  const text = `${printable(message)} [${code}]\n${printable(help)}`;
  return `::${commands[severity]} ${properties.join(",")}::${escapeData(text)}`;
}

function escapeData(text: string): string {
  return text
    .replaceAll("%", "%25")
    .replaceAll("\r", "%0D")
    .replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

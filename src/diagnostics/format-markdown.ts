import { formatSpan } from "../source/index.js";
import type { Diagnostic } from "./diagnostic.js";
import { printable } from "./printable.js";
import type { ServiceAccount } from "./service-account.js";

/** A table for pull request comments and job summaries. */
export function formatMarkdown(
  diagnostics: readonly Diagnostic[],
  {
    accounts = [],
  }: { readonly accounts?: readonly ServiceAccount[] | undefined } = {},
): string {
  const problems = problemTable(diagnostics);
  return accounts.length === 0
    ? problems
    : `${problems}\n${accountTable(accounts)}`;
}

function problemTable(diagnostics: readonly Diagnostic[]): string {
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
  const head = ["severity", "code", "place", "problem", "what to do"];
  return table(head, rows);
}

function accountTable(accounts: readonly ServiceAccount[]): string {
  const head =
    "service,pages understood,operations,types,certain,likely,assumed,unknown,overridden,conflicts,repairs,not understood";
  const rows = accounts.map((account) => {
    const { name, pages, pagesUnderstood } = account;
    const { operations, types, certain, likely, assumed } = account;
    const { unknown, overridden, conflicts, repairs } = account;
    const facts = [certain, likely, assumed, unknown, overridden];
    const numbers = [operations, types, ...facts, conflicts, repairs];
    return row([
      cell(name),
      `${String(pagesUnderstood)} of ${String(pages)}`,
      ...[...numbers, account.notUnderstood].map(String),
    ]);
  });
  return table(head.split(","), rows);
}

function table(head: readonly string[], rows: readonly string[]): string {
  const line = row(head.map(() => "---"));
  return `${[row(head), line, ...rows].join("\n")}\n`;
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

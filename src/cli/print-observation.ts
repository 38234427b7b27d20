import { printable } from "../diagnostics/index.js";
import type { ObservedService } from "../index.js";
import { count } from "./count.js";

/** What messages told of a service, and the change of the overrides file that takes it over. */
export function printObservation(service: ObservedService): string {
  const { name, messages, findings, diff } = service;
  const lines = [
    `${name}: ${count(messages, "message")}, ${findings.length === 0 ? "nothing that is not known" : count(findings.length, "finding")}`,
    ...findings.map(
      ({ path, what, count: times, span }) =>
        `  ${path}: ${what} (${String(times)} ×, ${span.file}:${String(span.line)}:${String(span.column)})`,
    ),
    ...(diff === "" ? [] : ["", ...diff.trimEnd().split("\n")]),
  ];
  return `${lines.map(printable).join("\n")}\n`;
}

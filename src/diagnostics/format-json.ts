import { catalogueEntry } from "./catalogue/index.js";
import type { Diagnostic } from "./diagnostic.js";
import type { ServiceAccount } from "./service-account.js";

/** For programs: an object that `diagnosticsJsonSchema` describes. */
export function formatJson(
  diagnostics: readonly Diagnostic[],
  {
    accounts,
  }: { readonly accounts?: readonly ServiceAccount[] | undefined } = {},
): string {
  const document = {
    version: 1,
    diagnostics: diagnostics.map(toJson),
    ...(accounts === undefined ? {} : { services: accounts }),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function toJson(diagnostic: Diagnostic): unknown {
  const { code, severity, message, parameters, span, related, help } =
    diagnostic;
  return {
    code,
    severity,
    message,
    parameters,
    ...(span === undefined ? {} : { span }),
    related,
    cause: catalogueEntry(code).cause,
    help,
  };
}

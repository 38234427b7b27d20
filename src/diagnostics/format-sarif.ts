import type { Span } from "../source/index.js";
import { catalogueEntry, type DiagnosticCode } from "./catalogue/index.js";
import type { Diagnostic, Severity } from "./diagnostic.js";
import type { FormatContext } from "./format.js";
import { wellFormed } from "./well-formed.js";

const levels: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  info: "note",
};

/** SARIF 2.1.0, for code scanning. */
export function formatSarif(
  diagnostics: readonly Diagnostic[],
  context: FormatContext,
): string {
  const codes = [...new Set(diagnostics.map(({ code }) => code))].toSorted();
  const run = {
    tool: {
      driver: {
        name: "soapstone",
        version: context.toolVersion,
        rules: codes.map(toRule),
      },
    },
    columnKind: "utf16CodeUnits",
    results: diagnostics.map((diagnostic) => toResult(diagnostic, codes)),
  };
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [run],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function toRule(code: DiagnosticCode): unknown {
  const { title, cause, severity, fix } = catalogueEntry(code);
  return {
    id: code,
    shortDescription: { text: title },
    fullDescription: { text: cause },
    help: { text: fix },
    defaultConfiguration: { level: levels[severity] },
  };
}

function toResult(
  diagnostic: Diagnostic,
  codes: readonly DiagnosticCode[],
): unknown {
  const { code, severity, message, span, related, help } = diagnostic;
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: levels[severity],
    message: { text: `${message}. ${help}` },
    locations: span === undefined ? [] : [{ physicalLocation: toPlace(span) }],
    relatedLocations: related.map((place, index) => ({
      id: index,
      message: { text: place.message },
      physicalLocation: toPlace(place.span),
    })),
  };
}

function toPlace(span: Span): unknown {
  return {
    artifactLocation: { uri: toUri(span.file) },
    region: {
      startLine: span.line,
      startColumn: span.column,
      charOffset: span.offset,
      charLength: span.length,
    },
  };
}

/** A relative URI reference (RFC 3986 §4.2) of a path; URLs stay as they are. */
function toUri(path: string): string {
  if (/^https?:\/\//.test(path)) return path;
  return path.split("/").map(encodeSegment).join("/");
}

function encodeSegment(segment: string): string {
  // encodeURIComponent throws on lone surrogates, which a hostile file name may have.
  return encodeURIComponent(wellFormed(segment));
}

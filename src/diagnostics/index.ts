export type { CatalogueEntry } from "./catalogue/entry.js";
export {
  catalogue,
  catalogueEntry,
  type DiagnosticCode,
  type DiagnosticParameters,
} from "./catalogue/index.js";
export type { Diagnostic, RelatedPlace, Severity } from "./diagnostic.js";
export { codeFrame } from "./code-frame.js";
export {
  formatDiagnostics,
  type DiagnosticFormat,
  type FormatContext,
} from "./format.js";
export { diagnosticsJsonSchema } from "./format-json-schema.js";
export { nearest } from "./nearest.js";
export { createPalette, wantsColour, type Palette } from "./palette.js";
export { printable } from "./printable.js";
export { createSink, type DiagnosticSink, type ReportPlace } from "./sink.js";
export type { ServiceAccount } from "./service-account.js";

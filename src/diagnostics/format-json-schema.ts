const span = {
  type: "object",
  description: "A place in an input; UTF-16 code units.",
  required: ["file", "line", "column", "offset", "length"],
  additionalProperties: false,
  properties: {
    file: { type: "string", description: "Path with / separators." },
    line: { type: "integer", minimum: 1 },
    column: { type: "integer", minimum: 1 },
    offset: { type: "integer", minimum: 0 },
    length: { type: "integer", minimum: 0 },
  },
} as const;

const related = {
  type: "object",
  required: ["message", "span"],
  additionalProperties: false,
  properties: { message: { type: "string" }, span: { $ref: "#/$defs/span" } },
} as const;

const diagnostic = {
  type: "object",
  required: [
    "code",
    "severity",
    "message",
    "parameters",
    "related",
    "cause",
    "help",
  ],
  additionalProperties: false,
  properties: {
    code: { type: "string", pattern: "^[a-z]+/[a-z0-9.-]+$" },
    severity: { enum: ["error", "warning", "info"] },
    message: { type: "string" },
    parameters: { type: "object", additionalProperties: { type: "string" } },
    span: { $ref: "#/$defs/span" },
    related: { type: "array", items: { $ref: "#/$defs/related" } },
    cause: { type: "string" },
    help: { type: "string", description: "One action." },
  },
} as const;

/** JSON Schema of what `--format json` prints. Members may be added within a version, none goes or changes its meaning. */
export const diagnosticsJsonSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "soapstone diagnostics",
  type: "object",
  required: ["version", "diagnostics"],
  additionalProperties: false,
  properties: {
    version: { const: 1 },
    diagnostics: { type: "array", items: { $ref: "#/$defs/diagnostic" } },
  },
  $defs: { diagnostic, span, related },
} as const;

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

const count = { type: "integer", minimum: 0 } as const;

const service = {
  type: "object",
  description: "What was read of a service, in numbers.",
  required: [
    "name",
    "documents",
    "pages",
    "pagesUnderstood",
    "operations",
    "types",
    "certain",
    "likely",
    "assumed",
    "unknown",
    "overridden",
    "conflicts",
    "repairs",
    "notUnderstood",
  ],
  additionalProperties: false,
  properties: {
    name: { type: "string" },
    documents: count,
    pages: { ...count, description: "Files of documentation." },
    pagesUnderstood: count,
    operations: count,
    types: count,
    certain: { ...count, description: "Facts that are certain." },
    likely: count,
    assumed: count,
    unknown: count,
    overridden: {
      ...count,
      description: "Those of the certain facts that an overrides file says.",
    },
    conflicts: { ...count, description: "Contradictions between inputs." },
    repairs: {
      ...count,
      description: "Damage of captures that was put right.",
    },
    notUnderstood: { ...count, description: "Passages without a meaning." },
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
    services: { type: "array", items: { $ref: "#/$defs/service" } },
  },
  $defs: { diagnostic, span, related, service },
} as const;

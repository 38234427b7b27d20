import { catalogue, type DiagnosticSink } from "../diagnostics/index.js";
import { locate, type ConfigDocument } from "./config-document.js";
import { settings } from "./setting.js";
import type { SoapstoneConfig } from "./soapstone-config.js";
import { suggestion } from "./suggestion.js";

/** What a value must be, in words and as a test. */
interface Rule {
  readonly expected: string;
  accepts(value: unknown): boolean;
}

const text: Rule = {
  expected: "a text",
  accepts: (value) => typeof value === "string" && value !== "",
};
const flag: Rule = {
  expected: "true or false",
  accepts: (value) => typeof value === "boolean",
};
const texts: Rule = {
  expected: "a list of texts",
  accepts: (value) => Array.isArray(value) && value.every(text.accepts),
};
const inputs: Rule = {
  expected: "a list of at least one file, folder, pattern or URL",
  accepts: (value) => texts.accepts(value) && value !== null && isFilled(value),
};
const textMap: Rule = {
  expected: "an object of texts",
  accepts: (value) =>
    isObject(value) && Object.values(value).every(text.accepts),
};

function oneOf(choices: readonly string[]): Rule {
  return {
    expected: `one of ${choices.map((choice) => `"${choice}"`).join(", ")}`,
    accepts: (value) => typeof value === "string" && choices.includes(value),
  };
}

const severity = oneOf(["error", "warning", "info"]);

const rules = new Map<string, Rule>([
  ["output", text],
  [
    "services",
    {
      expected: "a pattern of folders or an object of services",
      accepts: (value) => text.accepts(value) || isObject(value),
    },
  ],
  ["operations", texts],
  ["ports", texts],
  ["importExtension", oneOf(settings.importExtension.choices)],
  ["templates", text],
  ["severities", { expected: "an object of severities", accepts: isObject }],
  ["offline", flag],
  ["catalog", textMap],
  [
    "types",
    {
      expected: '{ "xs:base64Binary": "stream" }',
      accepts: (value) =>
        isObject(value) &&
        Object.entries(value).every(
          ([type, as]) => type === "xs:base64Binary" && as === "stream",
        ),
    },
  ],
  ["force", flag],
  ["format", oneOf(settings.format.choices)],
  ["verbose", flag],
  // For editors: the address of a schema says nothing to soapstone.
  ["$schema", text],
]);

const serviceRules = new Map<string, Rule>([
  ["inputs", inputs],
  ["operations", texts],
  ["services", texts],
  ["ports", texts],
  ["overrides", texts],
]);

/** Validates a config; reports what is wrong at its place, and then returns an empty one. */
export function checkConfig(
  document: ConfigDocument,
  sink: DiagnosticSink,
): SoapstoneConfig {
  const { value } = document;
  const before = sink.diagnostics.length;
  if (!isObject(value)) {
    badValue({ document, sink, path: [] }, "an object", value);
    return {};
  }
  checkObject({ document, sink, path: [] }, value, rules);
  const { services, severities } = value;
  if (isObject(services)) checkServices(services, document, sink);
  if (isObject(severities)) checkSeverities(severities, document, sink);
  if (sink.diagnostics.length > before) return {};
  // Every member was checked by its rule above.
  return value as SoapstoneConfig;
}

interface Place {
  readonly document: ConfigDocument;
  readonly sink: DiagnosticSink;
  readonly path: readonly string[];
}

function checkObject(
  place: Place,
  value: Readonly<Record<string, unknown>>,
  known: ReadonlyMap<string, Rule>,
): void {
  for (const [key, member] of Object.entries(value)) {
    const path = [...place.path, key];
    const rule = known.get(key);
    if (rule === undefined) unknownKey({ ...place, path }, [...known.keys()]);
    else if (member !== undefined && !rule.accepts(member)) {
      badValue({ ...place, path }, rule.expected, member);
    }
  }
}

function checkServices(
  services: Readonly<Record<string, unknown>>,
  document: ConfigDocument,
  sink: DiagnosticSink,
): void {
  for (const [name, service] of Object.entries(services)) {
    const place = { document, sink, path: ["services", name] };
    if (!isObject(service)) {
      badValue(place, 'an object with "inputs"', service);
      continue;
    }
    checkObject(place, service, serviceRules);
    if (service["inputs"] === undefined) {
      const inner = { ...place, path: [...place.path, "inputs"] };
      badValue(inner, inputs.expected, undefined);
    }
  }
}

function checkSeverities(
  severities: Readonly<Record<string, unknown>>,
  document: ConfigDocument,
  sink: DiagnosticSink,
): void {
  for (const [code, value] of Object.entries(severities)) {
    const place = { document, sink, path: ["severities", code] };
    if (!Object.hasOwn(catalogue, code)) {
      const near = suggestion(code, Object.keys(catalogue));
      const span = locate(document, place.path);
      sink.report("cli/unknown-code", { code, suggestion: near }, { span });
    } else if (!severity.accepts(value)) {
      badValue(place, severity.expected, value);
    }
  }
}

function unknownKey(place: Place, known: readonly string[]): void {
  const { document, sink, path } = place;
  const key = path.join(".");
  const near = suggestion(path.at(-1) ?? "", known);
  const parameters = { key, suggestion: near, known: known.join(", ") };
  sink.report("config/unknown-key", parameters, {
    span: locate(document, path),
  });
}

function badValue(place: Place, expected: string, value: unknown): void {
  const { document, sink, path } = place;
  const key = path.length === 0 ? "the config" : path.join(".");
  const parameters = { key, expected, received: describe(value) };
  sink.report("config/bad-value", parameters, { span: locate(document, path) });
}

function describe(value: unknown): string {
  if (value === undefined) return "nothing";
  if (typeof value === "string") return `"${value.slice(0, 40)}"`;
  if (Array.isArray(value))
    return value.length === 0 ? "an empty list" : "a list";
  if (typeof value === "object" && value !== null) return "an object";
  if (typeof value === "function") return "a function";
  return String(value);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isFilled(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0;
}

/** What may stand under a key of an overrides file. */
export type Rule =
  | {
      readonly kind: "value";
      /** What it must be, in words. */
      readonly expected: string;
      readonly accepts: (value: unknown) => boolean;
    }
  /** An object of facts; asked for late, because members have members. */
  | { readonly kind: "entry" | "entries"; readonly facts: () => Rules }
  | { readonly kind: "ignored" };

export type Rules = ReadonlyMap<string, Rule>;

const text: Rule = {
  kind: "value",
  expected: "a text that is not empty",
  accepts: (value) => typeof value === "string" && value !== "",
};
const anyText: Rule = {
  kind: "value",
  expected: "a text",
  accepts: (value) => typeof value === "string",
};
const flag: Rule = {
  kind: "value",
  expected: "true or false",
  accepts: (value) => typeof value === "boolean",
};
const presence: Rule = {
  kind: "value",
  expected: '"required" or "optional"',
  accepts: (value) =>
    value === "required" || value === "optional" || value === "?",
};
const values: Rule = {
  kind: "value",
  expected: "a list of at least one text, each once",
  accepts: (value) =>
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((each) => typeof each === "string") &&
    new Set(value).size === value.length,
};
/** A name on the wire: `Local` or `{namespace}Local`, with `@` before an attribute's. */
const xmlName: Rule = {
  kind: "value",
  expected: "an XML name",
  accepts: (value) => typeof value === "string" && isXmlName(value),
};
const address: Rule = {
  kind: "value",
  expected: "an http or https URL",
  accepts: (value) =>
    value === "?" ||
    (typeof value === "string" && /^https?:\/\/[^\s/?#]+[^\s]*$/i.test(value)),
};

function isXmlName(value: string): boolean {
  return (
    value === "?" ||
    /^(?:\{[^{}]*\})?[\p{L}_][\p{L}\p{N}\p{M}_.·-]*$/u.test(value)
  );
}

const portRules: Rules = new Map([["endpoint", address]]);

const serviceRules: Rules = new Map<string, Rule>([
  ["endpoint", address],
  ["documentation", text],
  ["ports", { kind: "entries", facts: () => portRules }],
]);

const operationRules: Rules = new Map([
  ["name", xmlName],
  ["documentation", text],
  ["action", anyText],
  ["requestElement", xmlName],
  ["responseElement", xmlName],
]);

const sharedRules: readonly (readonly [string, Rule])[] = [
  ["name", xmlName],
  ["documentation", text],
  ["values", values],
  ["open", flag],
  ["members", { kind: "entries", facts: () => memberRules }],
];

const memberRules: Rules = new Map<string, Rule>([
  ["type", text],
  ["presence", presence],
  ["nillable", flag],
  ["repeated", flag],
  ...sharedRules,
  ["after", anyText],
]);

const typeRules: Rules = new Map<string, Rule>([
  ["base", text],
  ...sharedRules,
]);

/** The keys of an overrides file, and under each what it may say. */
export const overrideSections: Rules = new Map<string, Rule>([
  // For editors.
  ["$schema", { kind: "ignored" }],
  ["service", { kind: "entry", facts: () => serviceRules }],
  ["operations", { kind: "entries", facts: () => operationRules }],
  ["members", { kind: "entries", facts: () => memberRules }],
  ["types", { kind: "entries", facts: () => typeRules }],
]);

import type { Expression } from "../plan/index.js";
import { printNamespace } from "./layout/print-statements.js";
import { stringLiteral } from "./layout/string-literal.js";

export interface NamespaceConstants {
  /** Constant name by namespace name. */
  readonly names: ReadonlyMap<string, string>;
  /** The declarations. */
  readonly lines: readonly string[];
}

/** Constants for the namespace names that values of one module mention, in order of first mention. */
export function namespaceConstants(
  values: readonly Expression[],
): NamespaceConstants {
  const found = new Set<string>();
  for (const value of values) collect(value, found);
  const names = new Map(
    [...found].map((namespace, index) => [
      namespace,
      index === 0 ? "ns" : `ns${index + 1}`,
    ]),
  );
  return {
    names,
    lines: [...names].map(([namespace, name]) =>
      printNamespace(name, stringLiteral(namespace)),
    ),
  };
}

function collect(value: Expression, found: Set<string>): void {
  if (value.kind === "reference" && value.module === "namespaces")
    found.add(value.name);
  else if (value.kind === "array")
    for (const item of value.items) collect(item, found);
  else if (value.kind === "object")
    for (const entry of value.entries) collect(entry.value, found);
  else if (value.kind === "thunk") collect(value.body, found);
}

/** Names of the SDK's descriptors that values mention, and whether they use built-in types and codec features. */
export function usedDescriptors(values: readonly Expression[]): {
  readonly schemas: ReadonlySet<string>;
  readonly usesXsd: boolean;
  readonly usesFeatures: boolean;
} {
  const schemas = new Set<string>();
  let usesXsd = false;
  let usesFeatures = false;
  const visit = (value: Expression): void => {
    if (value.kind === "reference" && value.module === "schemas")
      schemas.add(value.name);
    else if (value.kind === "reference" && value.module === "xsd")
      usesXsd = true;
    else if (value.kind === "reference" && value.module === "features")
      usesFeatures = true;
    else if (value.kind === "array") value.items.forEach(visit);
    else if (value.kind === "object")
      value.entries.forEach((entry) => visit(entry.value));
    else if (value.kind === "thunk") visit(value.body);
  };
  values.forEach(visit);
  return { schemas, usesXsd, usesFeatures };
}

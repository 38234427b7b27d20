import type { Expression } from "../plan/index.js";
import { printNamespace } from "./layout/print-statements.js";
import { stringLiteral } from "./layout/string-literal.js";

/** What the values of one module mention that has to be declared or imported. */
export interface Mentions {
  /** Constant name by namespace name, in order of first mention. */
  readonly namespaces: ReadonlyMap<string, string>;
  /** Names of the SDK's descriptors. */
  readonly schemas: ReadonlySet<string>;
  readonly usesXsd: boolean;
  readonly usesFeatures: boolean;
}

export function mentionsOf(values: readonly Expression[]): Mentions {
  const names = {
    namespaces: new Set<string>(),
    schemas: new Set<string>(),
    xsd: new Set<string>(),
    features: new Set<string>(),
  };
  const visitEntry = (entry: { readonly value: Expression }): void =>
    visit(entry.value);
  const visit = (value: Expression): void => {
    if (value.kind === "object") value.entries.forEach(visitEntry);
    else if (value.kind === "array") value.items.forEach(visit);
    else if (value.kind === "thunk") visit(value.body);
    else if (value.kind === "reference") names[value.module].add(value.name);
  };
  values.forEach(visit);
  return {
    namespaces: new Map(
      [...names.namespaces].map((namespace, index) => [
        namespace,
        index === 0 ? "ns" : `ns${index + 1}`,
      ]),
    ),
    schemas: names.schemas,
    usesXsd: names.xsd.size > 0,
    usesFeatures: names.features.size > 0,
  };
}

/** The constants for namespace names; false where none is mentioned. */
export function namespaceLines({
  namespaces,
}: Mentions): readonly string[] | false {
  if (namespaces.size === 0) return false;
  return [...namespaces].map(([namespace, name]) =>
    printNamespace(name, stringLiteral(namespace)),
  );
}

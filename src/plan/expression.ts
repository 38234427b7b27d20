/** A TypeScript value as data: what descriptors and fixtures are planned as, printed by `render/`, built in memory by `dynamic/`. */
export type Expression =
  | { readonly kind: "string"; readonly value: string }
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "bigint"; readonly value: bigint }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "null" }
  | {
      readonly kind: "bytes";
      readonly value: readonly number[];
      /** A content of these bytes, as members have it that are streamed. */
      readonly isContent?: true;
    }
  | {
      readonly kind: "reference";
      readonly module: ReferenceModule;
      readonly name: string;
    }
  | { readonly kind: "array"; readonly items: readonly Expression[] }
  | { readonly kind: "object"; readonly entries: readonly ObjectEntry[] }
  /** `() => body`. */
  | { readonly kind: "thunk"; readonly body: Expression };

export interface ObjectEntry {
  readonly key: string;
  readonly value: Expression;
}

/** Where a reference points: the runtime's built-in types and codec features, the descriptors of this SDK, or a constant of the same file. */
export type ReferenceModule = "xsd" | "features" | "schemas" | "namespaces";

export const text = (value: string): Expression => ({ kind: "string", value });
export const number = (value: number): Expression => ({
  kind: "number",
  value,
});
export const flag = (value: boolean): Expression => ({
  kind: "boolean",
  value,
});
export const array = (items: readonly Expression[]): Expression => ({
  kind: "array",
  items,
});
export const thunk = (body: Expression): Expression => ({
  kind: "thunk",
  body,
});
export const reference = (
  module: ReferenceModule,
  name: string,
): Expression => ({
  kind: "reference",
  module,
  name,
});

/** An object of the entries that are there; `undefined` values are left out. */
export function object(
  entries: Readonly<Record<string, Expression | undefined>>,
): Expression {
  const given: ObjectEntry[] = [];
  for (const key of Object.keys(entries)) {
    const value = entries[key];
    if (value !== undefined) given.push({ key, value });
  }
  return { kind: "object", entries: given };
}

export function strings(values: readonly string[]): Expression {
  return array(values.map(text));
}

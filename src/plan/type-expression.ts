/** A value that TypeScript has a type for. */
export type LiteralValue = string | number | bigint | boolean;

/** A TypeScript type as data. */
export type TypeExpression =
  | { readonly kind: "keyword"; readonly text: string }
  /** A type of this SDK. */
  | { readonly kind: "name"; readonly name: string }
  /** A type that the runtime exports. */
  | {
      readonly kind: "runtime";
      readonly name: string;
      readonly arguments: readonly TypeExpression[];
    }
  /** A type every TypeScript program knows. */
  | {
      readonly kind: "global";
      readonly name: string;
      readonly arguments: readonly TypeExpression[];
    }
  | { readonly kind: "literal"; readonly value: LiteralValue }
  | { readonly kind: "array"; readonly item: TypeExpression }
  | { readonly kind: "union"; readonly types: readonly TypeExpression[] }
  | { readonly kind: "intersection"; readonly types: readonly TypeExpression[] }
  | { readonly kind: "tuple"; readonly items: readonly TypeExpression[] };

export const keyword = (text: string): TypeExpression => ({
  kind: "keyword",
  text,
});
export const typeName = (name: string): TypeExpression => ({
  kind: "name",
  name,
});
export const arrayOf = (item: TypeExpression): TypeExpression => ({
  kind: "array",
  item,
});
export const literal = (value: LiteralValue): TypeExpression => ({
  kind: "literal",
  value,
});
export const runtimeType = (
  name: string,
  ...args: readonly TypeExpression[]
): TypeExpression => ({
  kind: "runtime",
  name,
  arguments: args,
});
export const globalType = (
  name: string,
  ...args: readonly TypeExpression[]
): TypeExpression => ({
  kind: "global",
  name,
  arguments: args,
});

/** A union, flattened, each member once; of one member, that member. */
export function union(types: readonly TypeExpression[]): TypeExpression {
  const members = new Map<string, TypeExpression>();
  for (const type of types) {
    for (const member of type.kind === "union" ? type.types : [type])
      members.set(typeKey(member), member);
  }
  const [only] = members.values();
  if (only === undefined) return keyword("never");
  return members.size === 1
    ? only
    : { kind: "union", types: [...members.values()] };
}

export function intersection(types: readonly TypeExpression[]): TypeExpression {
  const [only] = types;
  return types.length === 1 && only !== undefined
    ? only
    : { kind: "intersection", types };
}

function typeKey(type: TypeExpression): string {
  return JSON.stringify(type, (_key, value: unknown) =>
    typeof value === "bigint" ? `${value}n` : value,
  );
}

/** Names of this SDK's and the runtime's types that a type uses. */
export function usedNames(
  type: TypeExpression,
  visit: (kind: "name" | "runtime", name: string) => void,
): void {
  switch (type.kind) {
    case "name":
      return visit("name", type.name);
    case "runtime":
      visit("runtime", type.name);
      return type.arguments.forEach((argument) => usedNames(argument, visit));
    case "global":
      return type.arguments.forEach((argument) => usedNames(argument, visit));
    case "array":
      return usedNames(type.item, visit);
    case "union":
    case "intersection":
      return type.types.forEach((member) => usedNames(member, visit));
    case "tuple":
      return type.items.forEach((item) => usedNames(item, visit));
    default:
      return;
  }
}

import type { SchemaSet } from "./schema-set.js";
import type { ComplexType } from "./type-definition.js";

/** The type and the complex types it derives from, the outermost base first. Cycles, which the linker reported, end the chain. */
export function baseChain(
  schemas: SchemaSet,
  type: ComplexType,
): readonly ComplexType[] {
  const chain: ComplexType[] = [];
  const seen = new Set<ComplexType>();
  let current: ComplexType | undefined = type;
  while (current !== undefined && !seen.has(current)) {
    seen.add(current);
    chain.push(current);
    current = baseOf(schemas, current);
  }
  return chain.toReversed();
}

function baseOf(
  schemas: SchemaSet,
  { base }: ComplexType,
): ComplexType | undefined {
  const type = base && schemas.types.get(base.key);
  return type?.kind === "complex" ? type : undefined;
}

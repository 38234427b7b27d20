import type {
  AtomicTypeDescriptor,
  NamespaceContext,
  SimpleTypeDescriptor,
} from "../../runtime/descriptor.js";
import { SIMPLE } from "../../runtime/encoding/simple-compiler.js";

/** From values to JSON, or from JSON to values. */
export type JsonDirection = "to-json" | "from-json";

/** Qualified names are objects in JSON too: no leaf asks for prefixes. */
const noPrefixes: NamespaceContext = {
  lookup: () => undefined,
  prefixFor: () => "",
};

/**
 * A value of simple type, to or from JSON. What JSON cannot say (64-bit integers, binary, INF and NaN) is the text that
 * XML would have; a list is an array. What does not fit stays as it is: the codec says what is wrong with it, and where.
 */
export function convertSimple(
  type: SimpleTypeDescriptor,
  value: unknown,
  direction: JsonDirection,
): unknown {
  switch (type.kind) {
    case "restriction": {
      const base = typeof type.base === "function" ? type.base() : type.base;
      return convertSimple(base, value, direction);
    }
    case "list": {
      const item = typeof type.item === "function" ? type.item() : type.item;
      return Array.isArray(value)
        ? value.map((each) => convertSimple(item, each, direction))
        : value;
    }
    case "union":
      return direction === "to-json"
        ? unionToJson(type.members(), value)
        : unionFromJson(type, value);
    case "atomic":
      return direction === "to-json"
        ? atomicToJson(type, value)
        : atomicFromJson(type, value);
  }
}

/** By the first member type that the value is of. */
function unionToJson(
  members: readonly SimpleTypeDescriptor[],
  value: unknown,
): unknown {
  const fitting = members.find((member) => isAtomicValue(member, value));
  if (fitting !== undefined) return convertSimple(fitting, value, "to-json");
  for (const member of members) {
    const converted = convertSimple(member, value, "to-json");
    if (converted !== value) return converted;
  }
  return value;
}

/** The value that the same text would have in XML: that of the first member type that accepts it. */
function unionFromJson(type: SimpleTypeDescriptor, value: unknown): unknown {
  if (typeof value !== "string") return value;
  try {
    return SIMPLE.simple(type).parse(value, noPrefixes);
  } catch {
    return value;
  }
}

function isAtomicValue(type: SimpleTypeDescriptor, value: unknown): boolean {
  if (type.kind === "restriction") {
    const base = typeof type.base === "function" ? type.base() : type.base;
    return isAtomicValue(base, value);
  }
  return type.kind === "atomic" && printed(type, value) !== undefined;
}

function atomicToJson(type: AtomicTypeDescriptor, value: unknown): unknown {
  const isForeign =
    typeof value === "bigint" ||
    value instanceof Uint8Array ||
    (typeof value === "number" && !Number.isFinite(value));
  return isForeign ? (printed(type, value) ?? String(value)) : value;
}

function atomicFromJson(type: AtomicTypeDescriptor, value: unknown): unknown {
  if (typeof value !== "string" && typeof value !== "number") return value;
  if (printed(type, value) !== undefined) return value;
  // Digits beyond 2^53 are lost already: the codec refuses such a number.
  const isRounded = Number.isInteger(value) && !Number.isSafeInteger(value);
  if (isRounded) return value;
  try {
    return type.parse(String(value), noPrefixes);
  } catch {
    return value;
  }
}

/** The value as XML text; undefined when it is not of the type. */
function printed(
  type: AtomicTypeDescriptor,
  value: unknown,
): string | undefined {
  try {
    return type.print(value, noPrefixes);
  } catch {
    return undefined;
  }
}

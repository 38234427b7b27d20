import { encodeDocument } from "../../src/runtime/codec/document.js";
import type {
  ComplexTypeDescriptor,
  SimpleTypeDescriptor,
  TypeDescriptor,
} from "../../src/runtime/descriptor.js";
import { isSoapError } from "../../src/runtime/soap-error.js";
import type { Instance } from "./corpus-instances.js";

type Value = Record<string, unknown>;

interface Mutant {
  /** What is wrong with it. */
  readonly wrong: string;
  readonly value: unknown;
}

/** Spoils a valid value in every way that its type forbids, and gives those that were encoded all the same. */
export function acceptedMutants({ name, element, value, xml }: Instance): {
  readonly tried: number;
  readonly accepted: readonly string[];
} {
  if (xml === undefined) return { tried: 0, accepted: [] };
  const { type } = element;
  const mutants = mutantsOf(typeof type === "function" ? type() : type, value);
  const accepted = mutants.flatMap(({ wrong, value: spoilt }) => {
    try {
      encodeDocument(element, spoilt);
      return [`${name}: ${wrong}`];
    } catch (error) {
      if (isSoapError(error) && error.kind === "encode") return [];
      throw error;
    }
  });
  return { tried: mutants.length, accepted };
}

function mutantsOf(type: TypeDescriptor, value: unknown): readonly Mutant[] {
  if (type.kind !== "complex" || !isRecord(value)) return [];
  return [
    { wrong: "an unknown member", value: { ...value, "no such": 1 } },
    ...Object.keys(value).flatMap((key) => memberMutants(type, value, key)),
  ];
}

function isRecord(value: unknown): value is Value {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function memberMutants(
  type: ComplexTypeDescriptor,
  value: Value,
  key: string,
): readonly Mutant[] {
  const found = (type.members?.() ?? []).filter(
    (member) =>
      "element" in member && (member.property ?? member.element) === key,
  );
  const [member] = found;
  if (member === undefined || found.length > 1 || !("element" in member))
    return [];
  const { min = 1, max = 1, fixed } = member;
  const described =
    typeof member.type === "function" ? member.type() : member.type;
  const mutants: Mutant[] = [];
  const add = (wrong: string, spoilt: unknown): void => {
    mutants.push({
      wrong: `${key}: ${wrong}`,
      value: { ...value, [key]: spoilt },
    });
  };
  if (min > 0 && fixed === undefined) add("absent", undefined);
  if (member.substitutes !== undefined) return mutants;
  const put = (each: unknown): unknown => (max > 1 ? [each] : each);
  if (max > 1 && max < 1000 && Array.isArray(value[key])) {
    const [first] = value[key] as readonly unknown[];
    add(
      "too many",
      Array.from({ length: max + 1 }, () => first),
    );
  }
  if (described.kind === "complex") add("no object", put(5));
  if (isSimple(described)) {
    add("an object", put({}));
    if (hasEnumeration(described)) add("no literal", put("no such literal"));
  }
  return mutants;
}

function isSimple(type: TypeDescriptor): type is SimpleTypeDescriptor {
  return !["complex", "any", "array"].includes(type.kind);
}

function hasEnumeration(type: SimpleTypeDescriptor): boolean {
  return type.kind === "restriction" && type.enumeration !== undefined;
}

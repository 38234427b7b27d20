import { compilerOf } from "../../src/runtime/codec/compile.js";
import { ALL_FEATURES } from "../../src/runtime/codec/all-features.js";
import { applyWhiteSpace } from "../../src/runtime/xsd/white-space.js";
import type {
  WildcardParticle as Wildcard,
  AttributeDescriptor,
  ComplexTypeDescriptor,
  ElementDescriptor,
  ParticleDescriptor,
  SimpleTypeDescriptor,
  TypeDescriptor,
} from "../../src/runtime/descriptor.js";

type Value = Record<string, unknown>;

const compiler = compilerOf(ALL_FEATURES);

/** Deeper than this only what is required is made up. */
const COMFORTABLE = 3;
const DEEPEST = 24;

/** No finite value was found, or none that the facets admit. */
export class NoSample extends Error {}

/** A value that the element's type admits, made from its descriptor. Throws `NoSample`. */
export function sampleElement(element: ElementDescriptor, depth = 0): unknown {
  const { type } = element;
  const resolved = typeof type === "function" ? type() : type;
  const { fixed, default: standard } = element;
  const text = fixed ?? standard;
  if (text !== undefined && isSimple(resolved)) {
    return parse(resolved, text) ?? sampleType(resolved, depth);
  }
  return sampleType(resolved, depth);
}

function isSimple(type: TypeDescriptor): type is SimpleTypeDescriptor {
  return !["complex", "any", "array"].includes(type.kind);
}

function sampleType(type: TypeDescriptor, depth: number): unknown {
  if (depth > DEEPEST) throw new NoSample("endless");
  if (isSimple(type)) return sampleSimple(type);
  return type.kind === "complex"
    ? sampleComplex(type, depth)
    : { children: [] };
}

function sampleComplex(type: ComplexTypeDescriptor, depth: number): Value {
  if (type.abstract === true) {
    const concrete = type.derived?.().find((each) => each.abstract !== true);
    if (concrete === undefined) throw new NoSample("only abstract types");
    const value = sampleComplex(concrete, depth);
    return { ...value, $type: concrete.tag ?? concrete.name };
  }
  const value: Value = {};
  for (const level of levelsOf(type)) {
    for (const attribute of level.attributes?.() ?? []) {
      if (attribute.required === true) {
        value[attribute.property ?? attribute.attribute] =
          sampleAttribute(attribute);
      }
    }
    const text = level.text?.();
    if (text !== undefined) value["$value"] = sampleSimple(text);
    for (const member of level.members?.() ?? []) {
      addMember(value, member, depth);
    }
  }
  const isMixed = levelsOf(type).some(({ mixed }) => mixed === true);
  return isMixed ? toMixed(type, value) : value;
}

/** The outermost first. */
function levelsOf(type: ComplexTypeDescriptor): ComplexTypeDescriptor[] {
  const base = type.base?.();
  return base === undefined ? [type] : [...levelsOf(base), type];
}

/** Members of mixed content are its items. */
function toMixed(type: ComplexTypeDescriptor, value: Value): Value {
  const attributes = levelsOf(type).flatMap((level) =>
    (level.attributes?.() ?? []).map((each) => each.property ?? each.attribute),
  );
  const rest: Value = {};
  const members: Value = {};
  for (const [key, member] of Object.entries(value)) {
    const into = attributes.includes(key) || key === "$type" ? rest : members;
    into[key] = member;
  }
  return { ...rest, $content: itemsOf(members) };
}

/** The members of an object, and of the groups in it, one item for each element. */
function itemsOf(members: Value): unknown[] {
  return Object.entries(members).flatMap(([key, member]) => {
    const each = Array.isArray(member) ? (member as unknown[]) : [member];
    if (key === "$any") return each;
    if (!key.startsWith("$")) return each.map((item) => ({ [key]: item }));
    // What a repeated group holds is objects.
    return each.flatMap((group) => itemsOf(group as Value));
  });
}

function sampleAttribute({ type, fixed }: AttributeDescriptor): unknown {
  return fixed === undefined ? sampleSimple(type) : parse(type, fixed);
}

function addMember(
  into: Value,
  particle: ParticleDescriptor,
  depth: number,
): void {
  const { min = 1, max = 1 } = particle;
  const count = min === 0 && depth < COMFORTABLE ? Math.min(1, max) : min;
  if (count === 0) return;
  try {
    if ("group" in particle) addGroup(into, particle, { count, depth });
    else addItems(into, particle, { count, depth });
  } catch (error) {
    // What is optional can stay away.
    if (min > 0 || !(error instanceof NoSample)) throw error;
  }
}

interface Amount {
  readonly count: number;
  readonly depth: number;
}

function addItems(
  into: Value,
  particle: Exclude<ParticleDescriptor, { group: unknown }>,
  { count, depth }: Amount,
): void {
  if ("any" in particle) {
    if ((particle.min ?? 1) > 0) addForeign(into, particle);
    return;
  }
  const property = particle.property ?? particle.element;
  const items = Array.from({ length: count }, () =>
    sampleMember(particle, depth),
  );
  const before = into[property];
  const known = Array.isArray(before) ? (before as unknown[]) : undefined;
  if ((particle.max ?? 1) > 1 || known !== undefined) {
    into[property] = [...(known ?? []), ...items];
  } else if (before === undefined) {
    [into[property]] = items;
  } else throw new NoSample("a property that several members share");
}

/** An element that no schema declares, where that is admitted. */
function addForeign(
  into: Value,
  { any, process, property, max }: Wildcard,
): void {
  const admitted =
    typeof any === "object" && "in" in any ? any.in : ["urn:foreign"];
  const [namespace] = admitted;
  const isStrict = (process ?? "strict") === "strict";
  if (namespace === undefined || isStrict)
    throw new NoSample("a strict wildcard");
  const name = namespace === "" ? "foreign" : `{${namespace}}foreign`;
  const tree = { name, children: [] };
  into[property ?? "$any"] = (max ?? 1) > 1 ? [tree] : tree;
}

function sampleMember(
  particle: Extract<ParticleDescriptor, { element: string }>,
  depth: number,
): unknown {
  const substitutes = particle.substitutes?.();
  if (substitutes === undefined) return sampleElement(particle, depth + 1);
  const [first] = substitutes;
  if (first === undefined) throw new NoSample("only abstract elements");
  return { [first.element]: sampleElement(first, depth + 1) };
}

function addGroup(
  into: Value,
  particle: Extract<ParticleDescriptor, { group: unknown }>,
  { count, depth }: Amount,
): void {
  const { group, particles, max = 1 } = particle;
  const fill = (value: Value): Value => {
    if (group === "choice") addBranch(value, particles, depth);
    else for (const each of particles) addMember(value, each, depth);
    return value;
  };
  if (max === 1) {
    Object.assign(into, fill({ ...into }));
    return;
  }
  into[particle.property ?? `$${group}`] = Array.from({ length: count }, () =>
    fill({}),
  );
}

/** The first branch that there is a value for. */
function addBranch(
  into: Value,
  branches: readonly ParticleDescriptor[],
  depth: number,
): void {
  let refusal: unknown;
  for (const branch of branches) {
    try {
      addMember(into, { ...branch, min: Math.max(1, branch.min ?? 1) }, depth);
      return;
    } catch (error) {
      if (!(error instanceof NoSample)) throw error;
      refusal = error;
    }
  }
  if (refusal !== undefined) throw refusal;
}

const TEXTS = [
  "1",
  "a",
  "abcdefghij",
  "true",
  "0.5",
  // Patterns may be checked for short texts only: those come before long ones.
  "0x01",
  "a@b.cd",
  "2024-05-31T12:30:00Z",
  "2024-05-31",
  "12:30:00",
  "P1D",
  "2024",
  "2024-05",
  "--05",
  "--05-31",
  "---31",
  "en",
  "AQ==",
  "01",
  "http://example.com/",
  "A1",
  "ABC",
  "12",
  "123",
  "1234",
  "12345",
  "100000",
  "-1",
  "1B671A64-40D5-491E-99B0-DA01FF1F3341",
  "1b671a64-40d5-491e-99b0-da01ff1f3341",
  "",
  "x".repeat(16),
  "x".repeat(32),
  "1".repeat(9),
  "1".repeat(11),
];

let identifiers = 0;

/** `xs:ID` at the bottom: every value of it is another. */
function isIdentifier(type: SimpleTypeDescriptor): boolean {
  if (type.kind === "atomic") return type.name === "ID";
  if (type.kind !== "restriction") return false;
  return isIdentifier(
    typeof type.base === "function" ? type.base() : type.base,
  );
}

function sampleSimple(type: SimpleTypeDescriptor): unknown {
  if (isIdentifier(type)) {
    const value = parse(type, `id${++identifiers}`);
    if (value !== undefined) return value;
  }
  const own = type.kind === "restriction" ? (type.enumeration ?? []) : [];
  const length = lengthOf(type);
  const sized =
    length === undefined
      ? []
      : ["x", "1", "A"].map((each) => each.repeat(length));
  for (const text of [...own, ...enumerated(type), ...sized, ...TEXTS]) {
    const value = parse(type, text);
    if (value !== undefined) return value;
  }
  throw new NoSample("no text found for a simple type");
}

/** Literals of the types below. */
function enumerated(type: SimpleTypeDescriptor): readonly string[] {
  if (type.kind === "union") return type.members().flatMap(enumerated);
  const inner =
    type.kind === "restriction"
      ? type.base
      : type.kind === "list"
        ? type.item
        : undefined;
  if (inner === undefined) return [];
  const below = typeof inner === "function" ? inner() : inner;
  const own = type.kind === "restriction" ? (type.enumeration ?? []) : [];
  const bounds =
    type.kind === "restriction" ? [type.minInclusive, type.maxInclusive] : [];
  return [
    ...own,
    ...bounds.filter((each) => each !== undefined),
    ...enumerated(below),
  ];
}

function lengthOf(type: SimpleTypeDescriptor): number | undefined {
  if (type.kind !== "restriction") return undefined;
  const { length, minLength, base } = type;
  return (
    length ?? minLength ?? lengthOf(typeof base === "function" ? base() : base)
  );
}

/** The value of a text; undefined where the type does not admit it, or would write it in a way that it does not. */
function parse(type: SimpleTypeDescriptor, text: string): unknown {
  const codec = compiler.simple(type);
  const context = { lookup: () => "", prefixFor: () => "" };
  try {
    const value = codec.parse(applyWhiteSpace(text, codec.whiteSpace), context);
    codec.print(value, context);
    return value;
  } catch {
    return undefined;
  }
}

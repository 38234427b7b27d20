import { compilerOf } from "../../src/runtime/codec/compile.js";
import { ALL_FEATURES } from "../../src/runtime/codec/all-features.js";
import {
  decodeDocument,
  encodeDocument,
} from "../../src/runtime/codec/document.js";
import { anyType } from "../../src/runtime/xsd.js";
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
export function sampleElement(
  element: ElementDescriptor,
  depth = 0,
  defaultNamespace = "",
): unknown {
  const { type, namespace = defaultNamespace } = element;
  const resolved = typeof type === "function" ? type() : type;
  const { fixed, default: standard } = element;
  const text = fixed ?? standard;
  if (text !== undefined && isSimple(resolved)) {
    return parse(resolved, text) ?? sampleSimple(resolved);
  }
  if (resolved.kind === "any" || resolved.kind === "array") {
    return { name: keyOf(namespace, element.element), children: ["1"] };
  }
  return sampleType(resolved, depth);
}

function isSimple(type: TypeDescriptor): type is SimpleTypeDescriptor {
  return !["complex", "any", "array"].includes(type.kind);
}

function keyOf(namespace: string, local: string): string {
  return namespace === "" ? local : `{${namespace}}${local}`;
}

function sampleType(
  type: SimpleTypeDescriptor | ComplexTypeDescriptor,
  depth: number,
): unknown {
  if (depth > DEEPEST) throw new NoSample("endless");
  return isSimple(type) ? sampleSimple(type) : sampleComplex(type, depth);
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
      addAttribute(value, attribute, depth);
    }
    const text = level.text?.();
    if (text !== undefined) value["$value"] = sampleSimple(text);
    for (const member of level.members?.() ?? []) {
      addMember(value, member, { depth, namespace: level.namespace });
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
  const $content = itemsOf(members);
  return $content.length === 0 ? rest : { ...rest, $content };
}

/** Objects whose property is the element that stands in for another. */
const NAMED = new WeakSet<object>();

function isNamed(item: unknown): boolean {
  return typeof item === "object" && item !== null && NAMED.has(item);
}

/** The arrays of repeated members; others are values of list types. */
const REPEATED = new WeakSet<object>();

function repeated(items: readonly unknown[]): readonly unknown[] {
  REPEATED.add(items);
  return items;
}

function isRepeated(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && REPEATED.has(value);
}

/** The members of an object, and of the groups in it, one item for each element. */
function itemsOf(members: Value): unknown[] {
  return Object.entries(members).flatMap(([key, member]) => {
    const each = isRepeated(member) ? member : [member];
    // Among elements, children tell a tree from a member called "name".
    if (key === "$any") {
      return each.map((tree) => ({ children: [], ...(tree as Value) }));
    }
    if (!key.startsWith("$")) {
      return each.map((item) => (isNamed(item) ? item : { [key]: item }));
    }
    // What a repeated group holds is objects.
    return each.flatMap((group) => itemsOf(group as Value));
  });
}

function addAttribute(
  into: Value,
  { attribute, property = attribute, ...rest }: AttributeDescriptor,
  depth: number,
): void {
  const { type, fixed, required } = rest;
  if (required !== true && depth >= COMFORTABLE) return;
  try {
    const value = fixed === undefined ? sampleSimple(type) : parse(type, fixed);
    if (value !== undefined) into[property] = value;
  } catch (error) {
    if (required === true || !(error instanceof NoSample)) throw error;
  }
}

/** Where a member is. */
interface Place {
  readonly depth: number;
  /** Of those that state none. */
  readonly namespace: string;
}

function addMember(
  into: Value,
  particle: ParticleDescriptor,
  place: Place,
): void {
  const { min = 1, max = 1 } = particle;
  const isWanted = min === 0 && place.depth < COMFORTABLE;
  const count = isWanted ? Math.min(1, max) : min;
  if (count === 0) return;
  try {
    if ("group" in particle) addGroup(into, particle, { ...place, count });
    else addItems(into, particle, { ...place, count });
  } catch (error) {
    // What is optional can stay away.
    if (min > 0 || !(error instanceof NoSample)) throw error;
  }
}

interface Amount extends Place {
  readonly count: number;
}

function addItems(
  into: Value,
  particle: Exclude<ParticleDescriptor, { group: unknown }>,
  { count, ...place }: Amount,
): void {
  if ("any" in particle) return addForeign(into, particle, count);
  const property = particle.property ?? particle.element;
  const items = Array.from({ length: count }, () =>
    sampleMember(particle, place),
  );
  const before = into[property];
  const known = isRepeated(before) ? before : undefined;
  if ((particle.max ?? 1) > 1 || known !== undefined) {
    into[property] = repeated([...(known ?? []), ...items]);
  } else if (before === undefined) {
    [into[property]] = items;
  } else throw new NoSample("a property that several members share");
}

/** An element that no schema declares, where that is admitted; else one that is. */
function addForeign(into: Value, wildcard: Wildcard, count: number): void {
  const { any, process = "strict", property = "$any", max = 1 } = wildcard;
  const admitted =
    typeof any === "object" && "in" in any ? any.in : ["urn:foreign"];
  const [namespace] = admitted;
  const tree =
    process === "strict" || namespace === undefined
      ? knownTree(wildcard)
      : { name: keyOf(namespace, "foreign"), children: ["1"] };
  const trees = Array.from({ length: count }, () => tree);
  into[property] = max > 1 ? repeated(trees) : tree;
}

/** An instance of the first declared element that has one, as a tree. */
function knownTree({ known }: Wildcard): unknown {
  for (const declaration of known?.elements() ?? []) {
    try {
      const value = sampleElement(declaration, COMFORTABLE);
      const xml = encodeDocument(declaration, value);
      return decodeDocument({ ...declaration, type: anyType }, xml);
    } catch (error) {
      if (!(error instanceof NoSample)) throw error;
    }
  }
  throw new NoSample("a strict wildcard");
}

function sampleMember(
  particle: Extract<ParticleDescriptor, { element: string }>,
  { depth, namespace }: Place,
): unknown {
  const sample = (element: ElementDescriptor): unknown =>
    sampleElement(element, depth + 1, namespace);
  const substitutes = particle.substitutes?.();
  if (substitutes === undefined) return sample(particle);
  const [first] = substitutes;
  if (first === undefined) throw new NoSample("only abstract elements");
  const item = { [first.element]: sample(first) };
  NAMED.add(item);
  return item;
}

function addGroup(
  into: Value,
  particle: Extract<ParticleDescriptor, { group: unknown }>,
  { count, ...place }: Amount,
): void {
  const { group, particles, max = 1 } = particle;
  const fill = (value: Value): Value => {
    if (group === "choice") addBranch(value, particles, place);
    else for (const each of particles) addMember(value, each, place);
    return value;
  };
  if (max === 1) {
    Object.assign(into, fill({ ...into }));
    return;
  }
  into[particle.property ?? `$${group}`] = repeated(
    Array.from({ length: count }, () => fill({})),
  );
}

/** The first branch that there is a value for. */
function addBranch(
  into: Value,
  branches: readonly ParticleDescriptor[],
  place: Place,
): void {
  let refusal: unknown;
  for (const branch of branches) {
    try {
      addMember(into, { ...branch, min: Math.max(1, branch.min ?? 1) }, place);
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
  // No text at all is the last resort: of xml:lang there are two declarations, and one of them has none.
  const literals = [...own, ...enumerated(type)].filter((each) => each !== "");
  for (const text of [...literals, ...sized, ...TEXTS]) {
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

import {
  XSD_NAMESPACE,
  type ComplexType,
  type ElementDeclaration,
  type Example,
  type Particle,
  type QName,
  type SchemaSet,
  type TypeDefinition,
  type TypeReference,
} from "../../model/index.js";
import type { Contradiction } from "./contradiction.js";

/** What pages add to a declared element. */
export interface ElementAddition {
  documentation?: string;
  readonly examples: Example[];
}

export interface Comparison {
  readonly declared: SchemaSet;
  readonly documented: SchemaSet;
  /** Grows: what pages say of declared elements. */
  readonly additions: Map<ElementDeclaration, ElementAddition>;
  readonly onContradiction: (contradiction: Contradiction) => void;
  /** Pairs of types that were compared. */
  readonly seen: Set<string>;
}

/** Compares an element as declared with the same element as documented, and everything below it. */
export function compareElements(
  declared: ElementDeclaration,
  documented: ElementDeclaration,
  {
    path,
    comparison,
  }: { readonly path: readonly string[]; readonly comparison: Comparison },
): void {
  addTo(comparison.additions, declared, documented);
  const here = [...path, declared.name.local];
  const left = resolve(declared.type, comparison.declared);
  const right = resolve(documented.type, comparison.documented);
  if (left === undefined || right === undefined) return;
  if (left.kind === "complex" && right.kind === "complex") {
    compareMembers(left.type, right.type, { path: here, comparison });
    return;
  }
  const [first, second] = [describe(left), describe(right)];
  if (documented.origin.certainty !== "certain" || agree(left, right)) return;
  comparison.onContradiction({
    path: here,
    declared: { text: first, origin: declared.origin },
    documented: { text: second, origin: documented.origin },
  });
}

function addTo(
  additions: Map<ElementDeclaration, ElementAddition>,
  declared: ElementDeclaration,
  { documentation, examples = [] }: ElementDeclaration,
): void {
  if (documentation === undefined && examples.length === 0) return;
  const addition = additions.get(declared) ?? { examples: [] };
  if (documentation !== undefined) addition.documentation ??= documentation;
  addition.examples.push(...examples);
  additions.set(declared, addition);
}

/** What `guid` and `char` of .NET are on the wire. */
const microsoftBases: ReadonlyMap<string, string> = new Map([
  ["guid", "string"],
  ["char", "unsignedShort"],
]);

type Resolved =
  | {
      readonly kind: "complex";
      readonly type: ComplexType;
      readonly key: string;
    }
  | {
      readonly kind: "simple";
      readonly primitive: string;
      readonly literals: readonly string[];
    };

function resolve(
  reference: TypeReference,
  schemas: SchemaSet,
): Resolved | undefined {
  if (reference.kind === "unknown") return undefined;
  if (reference.kind === "named" && !schemas.types.has(reference.name.key)) {
    const { local } = reference.name;
    const primitive = microsoftBases.get(local) ?? local;
    return { kind: "simple", primitive, literals: [] };
  }
  const type =
    reference.kind === "named"
      ? schemas.types.get(reference.name.key)
      : reference.type;
  if (type === undefined) return undefined;
  if (type.kind === "complex") {
    return {
      kind: "complex",
      type,
      key:
        type.name?.key ?? `${type.origin.span.file}:${type.origin.span.offset}`,
    };
  }
  return resolveSimple(type, schemas);
}

function resolveSimple(
  type: Exclude<TypeDefinition, ComplexType>,
  schemas: SchemaSet,
): Resolved | undefined {
  if (type.variety !== "atomic") return undefined;
  const base = resolve(type.base, schemas);
  if (base?.kind !== "simple") return undefined;
  const literals = type.facets
    .filter(({ kind }) => kind === "enumeration")
    .map(({ value }) => value);
  return { ...base, literals: literals.length > 0 ? literals : base.literals };
}

/** Pages print the base of types they cannot describe; literals have to be among the declared ones. */
function agree(declared: Resolved, documented: Resolved): boolean {
  if (declared.kind !== "simple" || documented.kind !== "simple") return false;
  if (documented.literals.length > 0) {
    return declared.literals.length === 0
      ? declared.primitive === "string"
      : documented.literals.every((literal) =>
          declared.literals.includes(literal),
        );
  }
  return (
    declared.primitive === documented.primitive || declared.literals.length > 0
  );
}

function describe(resolved: Resolved): string {
  if (resolved.kind === "complex") return "a structure";
  return resolved.literals.length > 0
    ? resolved.literals.join(" | ")
    : resolved.primitive;
}

interface Place {
  readonly path: readonly string[];
  readonly comparison: Comparison;
}

function compareMembers(
  declared: ComplexType,
  documented: ComplexType,
  { path, comparison }: Place,
): void {
  const key = `${keyOf(declared)}\n${keyOf(documented)}`;
  if (comparison.seen.has(key)) return;
  comparison.seen.add(key);
  const known = membersOf(declared, comparison.declared);
  for (const member of membersOf(documented, comparison.documented).values()) {
    const counterpart = known.get(member.name.key);
    if (counterpart !== undefined)
      compareElements(counterpart, member, { path, comparison });
    else if (known.size > 0) {
      comparison.onContradiction({
        path: [...path, member.name.local],
        declared: { text: "absent", origin: declared.origin },
        documented: { text: "present", origin: member.origin },
      });
    }
  }
}

function keyOf({ name, origin }: ComplexType): string {
  return name?.key ?? `${origin.span.file}:${origin.span.offset}`;
}

/** Elements of a type and of its bases, by name. */
function membersOf(
  type: ComplexType,
  schemas: SchemaSet,
): ReadonlyMap<string, ElementDeclaration> {
  const members = new Map<string, ElementDeclaration>();
  const seen = new Set<ComplexType>();
  for (
    let current: ComplexType | undefined = type;
    current !== undefined && !seen.has(current);
  ) {
    seen.add(current);
    const { content } = current;
    if (
      content.contentKind === "elementOnly" ||
      content.contentKind === "mixed"
    ) {
      if (content.particle !== undefined)
        collect(content.particle, schemas, members);
    }
    current = baseOf(current.base, schemas);
  }
  return members;
}

function baseOf(
  name: QName | undefined,
  schemas: SchemaSet,
): ComplexType | undefined {
  if (name === undefined || name.namespace === XSD_NAMESPACE) return undefined;
  const base = schemas.types.get(name.key);
  return base?.kind === "complex" ? base : undefined;
}

function collect(
  { term }: Particle,
  schemas: SchemaSet,
  members: Map<string, ElementDeclaration>,
): void {
  if (term.kind === "group") {
    for (const particle of term.particles) collect(particle, schemas, members);
    return;
  }
  const declaration =
    term.kind === "element"
      ? term.declaration
      : term.kind === "elementRef"
        ? schemas.elements.get(term.name.key)
        : undefined;
  if (declaration !== undefined && !members.has(declaration.name.key))
    members.set(declaration.name.key, declaration);
}

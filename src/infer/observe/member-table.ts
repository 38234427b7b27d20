import {
  effectiveAttributes,
  effectiveContent,
  attributeName,
  type AttributeUse,
  type ComplexType,
  type ElementDeclaration,
  type Particle,
  type SchemaSet,
  type TypeReference,
} from "../../model/index.js";

/** A child element that a type allows. */
export interface TableMember {
  readonly declaration: ElementDeclaration;
  /** It has to be there: no group around it may be left out, and no other branch be taken instead. */
  readonly isRequired: boolean;
  readonly isRepeated: boolean;
}

/** What the instances of a complex type may have in them, those of its bases included. */
export interface MemberTable {
  /** By key of the name. */
  readonly elements: ReadonlyMap<string, TableMember>;
  readonly attributes: ReadonlyMap<string, AttributeUse>;
  readonly allowsAnyElement: boolean;
  readonly allowsAnyAttribute: boolean;
  readonly text?: TypeReference;
  readonly isMixed: boolean;
}

const memo = new WeakMap<ComplexType, MemberTable>();

export function memberTable(
  type: ComplexType,
  schemas: SchemaSet,
): MemberTable {
  const known = memo.get(type);
  if (known !== undefined) return known;
  const table = buildTable(type, schemas);
  memo.set(type, table);
  return table;
}

function buildTable(type: ComplexType, schemas: SchemaSet): MemberTable {
  const content = effectiveContent(schemas, type);
  const { attributes, anyAttribute } = effectiveAttributes(schemas, type);
  const elements = new Map<string, TableMember>();
  let allowsAnyElement = false;
  const visit = (particle: Particle, around: Around): void => {
    const { term, min, max } = particle;
    const isRequired = around.isRequired && min > 0;
    const isRepeated = around.isRepeated || max === "unbounded" || max > 1;
    if (term.kind === "wildcard") allowsAnyElement = true;
    if (term.kind === "group") {
      const isChoice = term.compositor === "choice";
      const inner = { isRequired: isRequired && !isChoice, isRepeated };
      for (const each of term.particles) visit(each, inner);
    }
    const declaration = declarationOf(particle, schemas);
    if (declaration === undefined) return;
    const before = elements.get(declaration.name.key);
    elements.set(declaration.name.key, {
      declaration,
      isRequired: isRequired || (before?.isRequired ?? false),
      isRepeated: isRepeated || before !== undefined,
    });
  };
  if (content.contentKind === "elementOnly" || content.contentKind === "mixed")
    if (content.particle !== undefined)
      visit(content.particle, { isRequired: true, isRepeated: false });
  return {
    elements,
    attributes: new Map(attributes.map((use) => [attributeName(use).key, use])),
    allowsAnyElement,
    allowsAnyAttribute: anyAttribute !== undefined,
    isMixed: content.contentKind === "mixed",
    ...(content.contentKind === "simple" ? { text: content.type } : {}),
  };
}

interface Around {
  readonly isRequired: boolean;
  readonly isRepeated: boolean;
}

function declarationOf(
  { term }: Particle,
  schemas: SchemaSet,
): ElementDeclaration | undefined {
  if (term.kind === "element") return term.declaration;
  return term.kind === "elementRef"
    ? schemas.elements.get(term.name.key)
    : undefined;
}

import {
  attributeName,
  type AttributeUse,
  type Documented,
  type ElementDeclaration,
  type MaxOccurs,
  type Particle,
  type QName,
  type SchemaSet,
  type TypeReference,
  type Wildcard,
} from "../model/index.js";

/** A member of a complex type, with what the groups around it say about it. */
export interface Member extends Documented {
  readonly kind: "element" | "attribute";
  readonly name: QName;
  readonly min: number;
  readonly max: MaxOccurs;
  /** Choices and repeated groups around it, the outermost first: `choice`, `sequence*`. */
  readonly grouping: string;
  /** Its place among the other members matters. */
  readonly isOrdered: boolean;
  readonly type: TypeReference;
  readonly nillable: boolean;
  readonly default?: string | undefined;
  readonly fixed?: string | undefined;
  /** The global element that it refers to. */
  readonly reference?: ElementDeclaration;
  /** `wsdl:arrayType`: what the items of a SOAP-encoded array are. */
  readonly arrayType?: AttributeUse["arrayType"];
}

/** All that a content model or a list of attributes has, without its groups. */
export interface Members {
  readonly members: readonly Member[];
  readonly wildcards: readonly Wildcard[];
}

interface Place {
  readonly isOptional: boolean;
  readonly isRepeated: boolean;
  readonly isOrdered: boolean;
  readonly grouping: string;
}

interface Found {
  readonly members: Member[];
  readonly wildcards: Wildcard[];
  readonly schemas: SchemaSet;
}

/** The members of a content model, in document order. */
export function flattenContent(
  particle: Particle | undefined,
  schemas: SchemaSet,
): Members {
  const found: Found = { members: [], wildcards: [], schemas };
  const place = {
    isOptional: false,
    isRepeated: false,
    isOrdered: true,
    grouping: "",
  };
  if (particle !== undefined) flatten(particle, place, found);
  return found;
}

function flatten(particle: Particle, place: Place, found: Found): void {
  const { term, origin } = particle;
  switch (term.kind) {
    case "element": {
      const { declaration } = term;
      found.members.push(elementMember(particle, place, declaration));
      return;
    }
    case "elementRef": {
      const declaration = found.schemas.elements.get(term.name.key);
      if (declaration === undefined) return;
      const member = elementMember(particle, place, declaration);
      found.members.push({ ...member, origin, reference: declaration });
      return;
    }
    case "wildcard":
      found.wildcards.push(term);
      return;
    case "group": {
      const inner = enter(particle, place);
      for (const each of term.particles) flatten(each, inner, found);
      return;
    }
    case "groupRef":
      // Gone after linking.
      return;
  }
}

/** A sequence or choice of one is that one; groups that occur once say nothing but which kind they are. */
function enter({ min, max, term }: Particle, place: Place): Place {
  if (term.kind !== "group") return place;
  const isChoice = term.compositor === "choice" && term.particles.length > 1;
  const repeats = max === "unbounded" || max > 1;
  const word = isChoice
    ? `choice${repeats ? "*" : ""}`
    : repeats && term.particles.length > 1
      ? `${term.compositor}*`
      : "";
  return {
    isOptional: place.isOptional || min === 0 || isChoice,
    isRepeated: place.isRepeated || repeats,
    isOrdered: term.compositor === "sequence" ? place.isOrdered : false,
    grouping: [place.grouping, word].filter((part) => part !== "").join(" "),
  };
}

function elementMember(
  { min, max }: Particle,
  { isOptional, isRepeated, isOrdered, grouping }: Place,
  declaration: ElementDeclaration,
): Member {
  const { name, type, nillable, default: usual, fixed, origin } = declaration;
  return {
    kind: "element",
    name,
    min: isOptional ? 0 : min,
    max: isRepeated ? "unbounded" : max,
    grouping,
    isOrdered,
    type,
    nillable,
    default: usual,
    fixed,
    origin,
  };
}

/** Attributes as members: `@name` where they are shown. */
export function flattenAttributes(
  uses: readonly AttributeUse[],
  schemas: SchemaSet,
): readonly Member[] {
  return uses
    .filter(({ use }) => use !== "prohibited")
    .map((use) => attributeMember(use, schemas));
}

const undeclared: TypeReference = {
  kind: "unknown",
  reason: "it is not declared",
};

function attributeMember(use: AttributeUse, schemas: SchemaSet): Member {
  const { attribute, arrayType } = use;
  const declaration =
    attribute.kind === "attribute"
      ? attribute.declaration
      : schemas.attributes.get(attribute.name.key);
  return {
    kind: "attribute",
    name: attributeName(use),
    min: use.use === "required" ? 1 : 0,
    max: 1,
    grouping: "",
    isOrdered: false,
    type: declaration?.type ?? undeclared,
    nillable: false,
    default: use.default ?? declaration?.default,
    fixed: use.fixed ?? declaration?.fixed,
    origin: use.origin,
    ...(arrayType === undefined ? {} : { arrayType }),
  };
}

/** Whether the SDK has an array for it. */
export function isArray({ max }: Pick<Member, "max">): boolean {
  return max === "unbounded" || max > 1;
}

/** `Line[]`, `@id`. */
export function stepOf(member: Member): string {
  if (member.kind === "attribute") return `@${member.name.local}`;
  return `${member.name.local}${isArray(member) ? "[]" : ""}`;
}

import {
  anonymous,
  named,
  type AttributeUse,
  type ComplexType,
  type Content,
  type Documented,
  type ElementDeclaration,
  type Origin,
  type Particle,
  type QName,
  type SimpleType,
  type TypeReference,
  type Wildcard,
  XSD_NAMESPACE,
} from "../model/index.js";
import type { Span } from "../source/index.js";
import { xsd } from "../model/index.js";
import { arrayType } from "./array-type.js";
import { isUsuallyRequired, occurrenceOf } from "./presence.js";
import {
  elementMembers,
  type AttributeShape,
  type ElementShape,
  type LeafShape,
  type MemberShape,
} from "./shape.js";
import type { TypeClass, TypeClasses } from "./type-classes.js";
import { typeNamespace, type TypeNames } from "./type-names.js";

export interface ComponentContext {
  readonly classes: TypeClasses;
  readonly names: TypeNames;
  readonly namespace: string;
  /** Collects enumerations by name as they are met. */
  readonly simpleTypes: Map<string, SimpleType & { readonly name: QName }>;
}

/** A global element of a message: its anonymous type is written in place. */
export function rootElement(
  shape: ElementShape,
  context: ComponentContext,
): ElementDeclaration {
  const owner = {
    name: shape.name.local,
    classOf: (member: ElementShape) => context.classes.classOf.get(member),
  };
  return {
    name: shape.name,
    scope: "global",
    type: rootType(shape, owner, context),
    nillable: shape.isNilSeen,
    isAbstract: false,
    ...documented(shape, originOf(shape, "certain")),
    ...(shape.examples.length === 0 ? {} : { examples: shape.examples }),
  };
}

function rootType(
  shape: ElementShape,
  owner: Owner,
  context: ComponentContext,
): TypeReference {
  if (shape.content.kind === "leaf")
    return leafReference(shape.content.leaf, { shape, owner, context });
  const type = owner.classOf(shape);
  if (type !== undefined) return named(context.names.ofClass(type));
  if (shape.content.kind === "empty" || shape.content.kind === "members") {
    return anonymous(complexType(shape, owner, context));
  }
  return unknownReference(shape);
}

/** A named type of the schema. */
export function classType(
  type: TypeClass,
  context: ComponentContext,
): ComplexType & { readonly name: QName } {
  const name = context.names.ofClass(type);
  const owner = {
    name: name.local,
    classOf: (member: ElementShape) => type.members.get(member.name.key),
  };
  return { ...complexType(type.shape, owner, context), name };
}

/** The type of a message part: of an element that stands in a message without being declared. */
export function partReference(
  shape: ElementShape,
  wrapperName: string,
  context: ComponentContext,
): TypeReference {
  const owner = {
    name: wrapperName,
    classOf: (member: ElementShape) => context.classes.classOf.get(member),
  };
  return memberReference(shape, owner, context).reference;
}

/** Where members are written: the type around them, and how it finds the types of its struct members. */
interface Owner {
  readonly name: string;
  classOf(member: ElementShape): TypeClass | undefined;
}

function complexType(
  shape: ElementShape,
  owner: Owner,
  context: ComponentContext,
): ComplexType {
  const array =
    shape.content.kind === "members" ? shape.content.array : undefined;
  if (array !== undefined) {
    // The array names the type of its items; only the literals of an enumeration stand with them.
    for (const item of elementMembers(shape.content))
      if (item.content.kind === "leaf")
        leafReference(item.content.leaf, { shape: item, owner, context });
    return arrayType(array, shape);
  }
  return {
    kind: "complex",
    isAbstract: false,
    content: complexContent(shape, owner, context),
    attributes: shape.attributes.map((attribute) =>
      attributeUse(attribute, shape, { owner, context }),
    ),
    attributeGroups: [],
    origin: originOf(
      shape,
      shape.content.kind === "empty" ? "ambiguous" : "certain",
    ),
    ...(shape.documentation === undefined
      ? {}
      : { documentation: shape.documentation }),
  };
}

function complexContent(
  shape: ElementShape,
  owner: Owner,
  context: ComponentContext,
): Content {
  if (shape.content.kind !== "members" || shape.content.members.length === 0) {
    // Help pages show no text beside attributes: where there is none, it is empty.
    return shape.content.kind === "empty" && shape.attributes.length > 0
      ? { contentKind: "simple", type: named(xsd("string")) }
      : { contentKind: "empty" };
  }
  const particles = shape.content.members.map((member) =>
    particle(member, owner, context),
  );
  const compositor = shape.content.isChoice === true ? "choice" : "sequence";
  const group: Particle = {
    min: 1,
    max: 1,
    term: { kind: "group", compositor, particles },
    origin: originOf(shape, "certain"),
  };
  return { contentKind: "elementOnly", particle: group };
}

function particle(
  member: MemberShape,
  owner: Owner,
  context: ComponentContext,
): Particle {
  if (member.kind === "wildcard") return wildcard(member);
  const { element } = member;
  const occurrence = occurrenceOf(element);
  const { how, certainty, note, min, max } = occurrence;
  return {
    min,
    max,
    term: {
      kind: "element",
      declaration: localElement(element, owner, context),
    },
    origin: { span: element.span, how, certainty, note },
  };
}

function wildcard(
  member: Extract<MemberShape, { kind: "wildcard" }>,
): Particle {
  const note =
    member.role === "schema"
      ? "an inline schema, as DataSets have"
      : "the placeholder of a wildcard";
  const origin: Origin = {
    span: member.span,
    how: "sampled",
    certainty: "certain",
    note,
  };
  const isSchema = member.role === "schema";
  const term: Wildcard = {
    kind: "wildcard",
    namespaces: isSchema
      ? { kind: "in", namespaces: [XSD_NAMESPACE] }
      : { kind: "any" },
    processContents: "lax",
    ...(member.role === "dataSet" && {
      isDataSet: true,
      documentation: "A typed DataSet; its columns are not documented.",
    }),
    origin,
  };
  const occurrence: Origin = {
    ...origin,
    how: "assumed",
    certainty: "likely",
    note: "samples do not show how often a wildcard occurs",
  };
  return { min: isSchema ? 1 : 0, max: 1, term, origin: occurrence };
}

function localElement(
  shape: ElementShape,
  owner: Owner,
  context: ComponentContext,
): ElementDeclaration {
  const type = memberReference(shape, owner, context);
  return {
    name: shape.name,
    scope: "local",
    type: type.reference,
    nillable: shape.isNilSeen,
    isAbstract: false,
    ...documented(shape, type.origin),
    ...(shape.examples.length === 0 ? {} : { examples: shape.examples }),
  };
}

function memberReference(
  shape: ElementShape,
  owner: Owner,
  context: ComponentContext,
): { readonly reference: TypeReference; readonly origin: Origin } {
  const { content } = shape;
  if (content.kind === "leaf") {
    const reference = leafReference(content.leaf, { shape, owner, context });
    if (shape.attributes.length > 0) {
      return {
        reference: anonymous(
          textWithAttributes(shape, reference, { owner, context }),
        ),
        origin: originOf(shape, "likely"),
      };
    }
    return {
      reference,
      origin: originOf(shape, content.leaf.certainty, content.leaf.note),
    };
  }
  const type = owner.classOf(shape);
  if (type !== undefined)
    return {
      reference: named(context.names.ofClass(type)),
      origin: originOf(shape, "certain"),
    };
  if (content.kind === "empty" && shape.attributes.length > 0) {
    return {
      reference: anonymous(complexType(shape, owner, context)),
      origin: originOf(shape, "ambiguous"),
    };
  }
  return {
    reference: unknownReference(shape),
    origin: originOf(shape, "unknown"),
  };
}

interface LeafPlace {
  readonly shape: ElementShape;
  readonly owner: Owner;
  readonly context: ComponentContext;
}

function leafReference(
  leaf: LeafShape,
  { shape, owner, context }: LeafPlace,
): TypeReference {
  return simpleReference(leaf, shape.name, { shape, owner, context });
}

function simpleReference(
  leaf: LeafShape,
  name: QName,
  { shape, owner, context }: LeafPlace,
): TypeReference {
  if (leaf.kind === "type") {
    const { certainty, note } = leaf;
    return leaf.isAnonymous === true
      ? anonymous({
          kind: "simple",
          variety: "atomic",
          base: named(leaf.name),
          facets: [],
          origin: originOf(shape, certainty, note),
        })
      : named(leaf.name);
  }
  const namespace = typeNamespace(shape, context.namespace);
  const typeName = context.names.ofEnumeration(leaf.literals, {
    name,
    parentName: owner.name,
    namespace,
    ...(leaf.name === undefined ? {} : { typeName: leaf.name }),
  });
  if (!context.simpleTypes.has(typeName.key)) {
    context.simpleTypes.set(
      typeName.key,
      enumerationType(typeName, leaf, shape.span),
    );
  }
  return named(typeName);
}

function enumerationType(
  name: QName,
  leaf: Extract<LeafShape, { kind: "enumeration" }>,
  span: Span,
): SimpleType & { readonly name: QName } {
  const origin: Origin = {
    span,
    how: "sampled",
    certainty: leaf.certainty,
    note: leaf.note,
  };
  const facets = leaf.literals.map(
    (value) => ({ kind: "enumeration", value, origin }) as const,
  );
  return {
    kind: "simple",
    variety: "atomic",
    name,
    base: named(xsd("string")),
    facets,
    origin,
  };
}

function textWithAttributes(
  shape: ElementShape,
  type: TypeReference,
  place: Omit<LeafPlace, "shape">,
): ComplexType {
  return {
    kind: "complex",
    isAbstract: false,
    content: { contentKind: "simple", type },
    attributes: shape.attributes.map((attribute) =>
      attributeUse(attribute, shape, place),
    ),
    attributeGroups: [],
    origin: originOf(shape, "likely"),
  };
}

function attributeUse(
  attribute: AttributeShape,
  shape: ElementShape,
  { owner, context }: Omit<LeafPlace, "shape">,
): AttributeUse {
  const { leaf, span } = attribute;
  const origin: Origin = {
    span,
    how: "sampled",
    certainty: leaf.certainty,
    note: leaf.note,
  };
  const declaration = {
    name: attribute.name,
    type: simpleReference(leaf, attribute.name, { shape, owner, context }),
    ...documented(attribute, origin),
    ...(attribute.examples.length === 0
      ? {}
      : { examples: attribute.examples }),
  };
  const isRequired = isUsuallyRequired(attribute);
  const use: Origin = {
    span,
    how: "assumed",
    certainty: "likely",
    note: isRequired
      ? "attributes of value types are usually required"
      : "only attributes of value types are usually required",
  };
  return {
    use: isRequired ? "required" : "optional",
    attribute: { kind: "attribute", declaration },
    origin: use,
  };
}

function unknownReference(shape: ElementShape): TypeReference {
  const reason =
    shape.content.kind === "cut"
      ? "the documentation cuts its content off here, and no page that was read shows more"
      : "the documentation shows an empty element, which may be an untyped object, an empty class or a hidden simple type";
  const isCut = shape.content.kind === "cut";
  return { kind: "unknown", reason, ...(isCut ? { isComplex: true } : {}) };
}

function originOf(
  shape: ElementShape,
  certainty: Origin["certainty"],
  note?: string,
): Origin {
  return {
    span: shape.span,
    how: "sampled",
    certainty,
    ...(note === undefined ? {} : { note }),
  };
}

function documented(
  shape: { readonly documentation?: string },
  origin: Origin,
): Documented {
  return {
    origin,
    ...(shape.documentation === undefined
      ? {}
      : { documentation: shape.documentation }),
  };
}

import type {
  DerivationMethod,
  IdentityConstraint,
  IdentityPath,
  NamespaceConstraint,
} from "../model/index.js";
import type {
  AttributePlan,
  ContentPlan,
  ElementMember,
  GroupMember,
  MemberPlan,
} from "./content/content-plan.js";
import type {
  PlanContext,
  PlannedComplexType,
  PlannedType,
} from "./context.js";
import {
  array,
  flag,
  number,
  object,
  reference,
  strings,
  text,
  thunk,
  type Expression,
} from "./expression.js";
import { extendedBase, isTagged, standIns } from "./hierarchy.js";
import { namespaceOf } from "./namespace-of.js";
import { simpleDescriptor } from "./references.js";
import type { ValuePlan } from "./value-plan.js";
import { soapArrayDescriptor, soapArrayOf } from "./soap-array.js";

/** A constant of `schemas.ts`. */
export interface DescriptorDeclaration {
  readonly name: string;
  /** Name of the descriptor's type in the runtime. */
  readonly type:
    | "ArrayTypeDescriptor"
    | "ComplexTypeDescriptor"
    | "SimpleTypeDescriptor"
    | "ElementDescriptor"
    | "KnownElements"
    | "KnownAttributes";
  readonly value: Expression;
}

const yes = flag(true);

/** The wire descriptor of a type. */
export function describeType(
  type: PlannedType,
  context: PlanContext,
): DescriptorDeclaration {
  if (type.kind === "complex") {
    const soapArray = soapArrayOf(type.definition);
    if (soapArray !== undefined) {
      const value = soapArrayDescriptor(soapArray, type, context);
      return { name: type.name, type: "ArrayTypeDescriptor", value };
    }
    return {
      name: type.name,
      type: "ComplexTypeDescriptor",
      value: complexDescriptor(type, context),
    };
  }
  const use = {
    ownerKey: type.key,
    ownerName: type.name,
    local: "",
    namespace: type.namespace,
  };
  return {
    name: type.name,
    type: "SimpleTypeDescriptor",
    value: simpleDescriptor(type.definition, use, context),
  };
}

function complexDescriptor(
  type: PlannedComplexType,
  context: PlanContext,
): Expression {
  const { definition } = type;
  const content = type.content();
  const base = extendedBase(definition, context);
  const derived = standIns(type, context);
  const name = definition.name?.local;
  const tag = type.tag ?? type.name;
  return object({
    kind: text("complex"),
    name: name === undefined ? undefined : text(name),
    namespace: namespaceOf(type.namespace),
    tag: isTagged(type, context) && name !== tag ? text(tag) : undefined,
    abstract: definition.isAbstract ? yes : undefined,
    mixed: content.isMixed ? yes : undefined,
    assumed: definition.origin.how === "declared" ? undefined : yes,
    base:
      base === undefined ? undefined : thunk(reference("schemas", base.name)),
    derived:
      derived.length === 0
        ? undefined
        : thunk(array(derived.map((each) => reference("schemas", each.name)))),
    ...contentEntries(content, type.namespace),
  });
}

function contentEntries(
  content: ContentPlan,
  namespace: string,
): Readonly<Record<string, Expression | undefined>> {
  const { attributes, anyAttribute, members } = content;
  return {
    attributes:
      attributes.length === 0
        ? undefined
        : thunk(array(attributes.map(attributeDescriptor))),
    anyAttribute:
      anyAttribute === undefined ? undefined : wildcardRule(anyAttribute),
    knownAttributes:
      content.knownAttributes === undefined
        ? undefined
        : thunk(content.knownAttributes),
    text:
      content.text === undefined ? undefined : thunk(content.text.descriptor),
    members:
      members.length === 0
        ? undefined
        : thunk(
            array(
              members.map((member) => particleDescriptor(member, namespace)),
            ),
          ),
  };
}

function attributeDescriptor(attribute: AttributePlan): Expression {
  const { name, property } = attribute;
  return object({
    attribute: text(name.local),
    namespace: name.namespace === "" ? undefined : namespaceOf(name.namespace),
    property: property === name.local ? undefined : text(property),
    type: attribute.value.descriptor,
    required: attribute.isRequired ? yes : undefined,
    default: optionalText(attribute.default),
    fixed: optionalText(attribute.fixed),
  });
}

function particleDescriptor(member: MemberPlan, namespace: string): Expression {
  switch (member.kind) {
    case "element":
      return elementParticle(member, namespace);
    case "group":
      return groupParticle(member, namespace);
    case "wildcard":
      return object({
        any: wildcardRule(member.namespaces),
        process:
          member.processContents === "strict"
            ? undefined
            : text(member.processContents),
        property:
          member.property === "$any" ? undefined : text(member.property),
        known: member.known,
        ...occurrence(member),
      });
  }
}

function elementParticle(member: ElementMember, namespace: string): Expression {
  const { name, property } = member;
  return object({
    element: text(name.local),
    namespace:
      name.namespace === namespace ? undefined : namespaceOf(name.namespace),
    property: property === name.local ? undefined : text(property),
    type: member.value.descriptor,
    ...occurrence(member),
    nillable: member.nillable ? yes : undefined,
    default: optionalText(member.default),
    fixed: optionalText(member.fixed),
    identity: identityConstraints(member.identity),
    sealed: sealedEntry(member.block, member.value),
    substitutes:
      member.substitutes === undefined
        ? undefined
        : thunk(array(member.substitutes.map(substituteDescriptor))),
  });
}

/**
 * Whether an element blocks all types that could stand in for its own: simple types derive by restriction, and all
 * types from any type. For complex types, those that stand in are listed.
 */
export function sealedEntry(
  block: readonly DerivationMethod[] = [],
  value?: ValuePlan,
): Expression | undefined {
  const kind = value?.sample.kind;
  const isPlain = kind === "simple" || kind === "builtin";
  return isPlain && block.includes("restriction") ? yes : undefined;
}

/** What is compared inside an element, as data. */
export function identityConstraints(
  constraints: readonly IdentityConstraint[] = [],
): Expression | undefined {
  if (constraints.length === 0) return undefined;
  const path = (branches: IdentityPath): Expression =>
    array(branches.map(strings));
  return array(
    constraints.map((constraint) =>
      object({
        kind: text(constraint.kind),
        name: text(constraint.name),
        refer: optionalText(constraint.refer),
        selector: path(constraint.selector),
        fields: array(constraint.fields.map(path)),
      }),
    ),
  );
}

function substituteDescriptor(
  substitute: NonNullable<ElementMember["substitutes"]>[number],
): Expression {
  const { name, property } = substitute;
  return object({
    element: text(name.local),
    namespace: namespaceOf(name.namespace),
    property: property === name.local ? undefined : text(property),
    type: substitute.value.descriptor,
    nillable: substitute.nillable ? yes : undefined,
    default: optionalText(substitute.default),
    fixed: optionalText(substitute.fixed),
    identity: identityConstraints(substitute.identity),
    sealed: sealedEntry(substitute.block, substitute.value),
  });
}

function groupParticle(group: GroupMember, namespace: string): Expression {
  const isDefaultProperty =
    group.property === undefined || group.property === `$${group.compositor}`;
  return object({
    group: text(group.compositor),
    ...occurrence(group),
    property: isDefaultProperty ? undefined : text(group.property ?? ""),
    particles: array(
      group.members.map((member) => particleDescriptor(member, namespace)),
    ),
  });
}

export function occurrence({
  min,
  max,
}: Pick<MemberPlan, "min" | "max">): Readonly<
  Record<string, Expression | undefined>
> {
  return {
    min: min === 1 ? undefined : number(min),
    max: max === 1 ? undefined : number(max === "unbounded" ? Infinity : max),
  };
}

export function wildcardRule(namespaces: NamespaceConstraint): Expression {
  switch (namespaces.kind) {
    case "any":
      return text("any");
    case "not":
      return object({ not: text(namespaces.namespace) });
    case "in":
      return object({ in: strings(namespaces.namespaces) });
  }
}

function optionalText(value: string | undefined): Expression | undefined {
  return value === undefined ? undefined : text(value);
}

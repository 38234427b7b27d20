import {
  isRepeated,
  type AttributePlan,
  type ElementMember,
  type MemberPlan,
} from "../content/content-plan.js";
import type { PlanContext } from "../context.js";
import { certaintyRemarks, documentationLines } from "../documentation.js";
import { safeTypeName } from "../names/identifiers.js";
import {
  arrayOf,
  keyword,
  runtimeType,
  typeName,
  union,
  type TypeExpression,
} from "../type-expression.js";
import type { PropertyPlan } from "./type-declaration.js";

export function attributeProperty(attribute: AttributePlan): PropertyPlan {
  return {
    name: attribute.property,
    isOptional: !attribute.isRequired,
    type: attribute.value.type,
    doc: memberDoc(attribute),
  };
}

export function elementProperty(
  member: ElementMember,
  context: PlanContext,
): PropertyPlan {
  const single =
    member.substitutes === undefined
      ? member.value.type
      : substitutesType(member, context);
  const value = member.nillable ? union([single, keyword("null")]) : single;
  return {
    name: member.property,
    isOptional: member.min === 0,
    type: isRepeated(member.max) ? arrayOf(value) : value,
    doc: memberDoc(member),
  };
}

export function wildcardProperty(
  member: Extract<MemberPlan, { kind: "wildcard" }>,
): PropertyPlan {
  const type = runtimeType("XmlElement");
  return {
    name: member.property,
    isOptional: member.min === 0,
    type: isRepeated(member.max) ? arrayOf(type) : type,
    doc: documentationLines({ documentation: member.documentation }),
  };
}

/** The documentation, and how far it is known that the member looks so. */
function memberDoc(member: AttributePlan | ElementMember): readonly string[] {
  const { origin, presenceOrigin, unknownReason } = member;
  return documentationLines({
    ...member,
    name: undefined,
    remarks: certaintyRemarks(origin, presenceOrigin, unknownReason),
  });
}

/** One property, named after the element that is there: one table of alternatives for each head element. */
function substitutesType(
  member: ElementMember,
  context: PlanContext,
): TypeExpression {
  if (member.substitutes?.length === 0) return keyword("never");
  const key = `substitutes:${member.name.key}`;
  const name = context.names.give(
    key,
    `${safeTypeName(member.name.local)}Substitutes`,
  );
  const properties = (member.substitutes ?? []).map(
    ({ property, value, nillable }) => ({
      name: property,
      isOptional: false,
      type: nillable ? union([value.type, keyword("null")]) : value.type,
      doc: [],
    }),
  );
  context.sharedDeclarations.set(key, {
    kind: "interface",
    name,
    doc: [],
    properties,
  });
  return runtimeType("ExactlyOne", typeName(name));
}

import type { MemberPlan } from "../content/content-plan.js";
import type { PlanContext } from "../context.js";
import {
  arrayOf,
  keyword,
  runtimeType,
  typeName,
  union,
  type TypeExpression,
} from "../type-expression.js";
import { elementProperty } from "./member-properties.js";
import { givePartName, type Structure } from "./structure.js";
import type { PropertyPlan } from "./type-declaration.js";

/** Mixed content: text and elements in order. */
export function addMixedContent(
  structure: Structure,
  members: readonly MemberPlan[],
): void {
  const properties = mixedProperties(members, structure.context);
  const parts: TypeExpression[] = [keyword("string")];
  if (properties.length > 0) {
    const name = givePartName(structure, "Element");
    structure.declarations.push({
      kind: "interface",
      name,
      doc: [],
      properties,
    });
    parts.push(runtimeType("EachOf", typeName(name)));
  }
  if (hasWildcard(members)) parts.push(runtimeType("XmlElement"));
  structure.properties.push({
    name: "$content",
    isOptional: false,
    type: arrayOf(union(parts)),
    doc: [],
  });
}

function mixedProperties(
  members: readonly MemberPlan[],
  context: PlanContext,
): readonly PropertyPlan[] {
  const properties = new Map<string, PropertyPlan>();
  for (const member of members) {
    if (member.kind === "element") {
      const single = {
        ...elementProperty({ ...member, min: 1, max: 1 }, context),
        isOptional: false,
      };
      properties.set(member.property, single);
    } else if (member.kind === "group") {
      for (const property of mixedProperties(member.members, context))
        properties.set(property.name, property);
    }
  }
  return [...properties.values()];
}

function hasWildcard(members: readonly MemberPlan[]): boolean {
  return members.some(
    (member) =>
      member.kind === "wildcard" ||
      (member.kind === "group" && hasWildcard(member.members)),
  );
}

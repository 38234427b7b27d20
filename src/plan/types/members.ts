import type { GroupMember, MemberPlan } from "../content/content-plan.js";
import { isAllOrNothing, isEmptiable } from "../content/is-emptiable.js";
import { safeTypeName } from "../names/identifiers.js";
import {
  arrayOf,
  runtimeType,
  typeName,
  type TypeExpression,
} from "../type-expression.js";
import { elementProperty, wildcardProperty } from "./member-properties.js";
import {
  createPart,
  declareStructure,
  givePartName,
  type Structure,
} from "./structure.js";

/** @param isRelaxed inside an optional group: nothing in it has to be there */
export function addMembers(
  structure: Structure,
  members: readonly MemberPlan[],
  isRelaxed: boolean,
): void {
  for (const member of members) {
    if (member.kind === "group") {
      addGroup(structure, member, isRelaxed);
    } else {
      const property =
        member.kind === "element"
          ? elementProperty(member, structure.context)
          : wildcardProperty(member);
      structure.properties.push(
        isRelaxed ? { ...property, isOptional: true } : property,
      );
    }
  }
}

function addGroup(
  structure: Structure,
  group: GroupMember,
  isRelaxed: boolean,
): void {
  const isOptional = isRelaxed || group.min === 0;
  if (group.property !== undefined) {
    structure.properties.push({
      name: group.property,
      isOptional: isOptional || isEmptiable(group),
      type: arrayOf(itemType(structure, group)),
      doc: [],
    });
  } else if (group.compositor === "choice") {
    structure.choices.push(choiceType(structure, group, isOptional));
  } else if (isAllOrNothing(group)) {
    const item = branchType(structure, group);
    const items = [item];
    structure.choices.push(
      runtimeType("AtMostOneOf", { kind: "tuple", items }),
    );
  } else {
    addMembers(structure, group.members, isOptional);
  }
}

/** One occurrence of a repeated group. */
function itemType(structure: Structure, group: GroupMember): TypeExpression {
  if (group.compositor === "choice")
    return choiceType(structure, { ...group, min: 1, max: 1 }, false);
  const part = createPart(structure, givePartName(structure, "Item"));
  addMembers(part, group.members, false);
  structure.declarations.push(...declareStructure(part, []));
  return typeName(part.name);
}

/** Exactly one branch: single elements by a table of branches, longer ones by an object type each. */
function choiceType(
  structure: Structure,
  group: GroupMember,
  isOptional: boolean,
): TypeExpression {
  const branches = group.members.flatMap(branchesOf);
  const mayBeEmpty = isOptional || group.members.some(isEmptiable);
  if (branches.every(isProperty) && haveDistinctProperties(branches)) {
    const table = branchTable(structure, branches);
    return runtimeType(mayBeEmpty ? "AtMostOne" : "ExactlyOne", table);
  }
  const items = branches.map((branch) => branchType(structure, branch));
  return runtimeType(mayBeEmpty ? "AtMostOneOf" : "OneOf", {
    kind: "tuple",
    items,
  });
}

/** A choice in a choice is one choice. */
function branchesOf(member: MemberPlan): readonly MemberPlan[] {
  return member.kind === "group" &&
    member.compositor === "choice" &&
    member.property === undefined
    ? member.members
    : [member];
}

function isProperty(member: MemberPlan): boolean {
  return member.kind !== "group" || member.property !== undefined;
}

function haveDistinctProperties(members: readonly MemberPlan[]): boolean {
  const names = members.map((member) => member.property);
  return new Set(names).size === names.length;
}

/** An interface of all branches, of which one is given. */
function branchTable(
  structure: Structure,
  branches: readonly MemberPlan[],
): TypeExpression {
  const part = createPart(structure, givePartName(structure, "Choice"));
  addMembers(part, branches, false);
  const properties = part.properties.map((property) => ({
    ...property,
    isOptional: false,
  }));
  structure.declarations.push(
    { kind: "interface", name: part.name, doc: [], properties },
    ...part.declarations,
  );
  return typeName(part.name);
}

function branchType(structure: Structure, branch: MemberPlan): TypeExpression {
  const members =
    branch.kind === "group" && branch.compositor !== "choice"
      ? branch.members
      : [branch];
  const first = members.find((member) => member.kind === "element");
  const suffix = safeTypeName(first?.property ?? "Branch");
  const part = createPart(structure, givePartName(structure, suffix));
  const isRelaxed = branch.kind === "group" && branch.min === 0;
  addMembers(part, members, isRelaxed && !isAllOrNothing(branch));
  structure.declarations.push(...declareStructure(part, []));
  return typeName(part.name);
}

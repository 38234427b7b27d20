import type {
  ContentPlan,
  ElementMember,
  GroupMember,
  MemberPlan,
} from "./content/content-plan.js";
import { isRepeated } from "./content/content-plan.js";
import { extendedBase } from "./content/plan-content.js";
import type {
  PlanContext,
  PlannedComplexType,
  PlannedSimpleType,
  PlannedType,
} from "./context.js";
import { certaintyRemarks, documentationLines } from "./documentation.js";
import { safeTypeName } from "./names/identifiers.js";
import { simpleTypeExpression } from "./simple-value.js";
import {
  arrayOf,
  globalType,
  intersection,
  keyword,
  literal,
  runtimeType,
  typeName,
  union,
  type TypeExpression,
} from "./type-expression.js";

/** A declaration of `types.ts`. */
export type TypeDeclaration =
  | {
      readonly kind: "interface";
      readonly name: string;
      readonly doc: readonly string[];
      readonly extends?: TypeExpression;
      readonly properties: readonly PropertyPlan[];
    }
  | {
      readonly kind: "alias";
      readonly name: string;
      readonly doc: readonly string[];
      readonly type: TypeExpression;
    };

export interface PropertyPlan {
  readonly name: string;
  readonly isOptional: boolean;
  readonly type: TypeExpression;
  readonly doc: readonly string[];
}

/** The declarations that say what values of a type are: itself first, then what it needs. */
export function declareType(
  type: PlannedType,
  context: PlanContext,
): readonly TypeDeclaration[] {
  return type.kind === "simple"
    ? [declareSimple(type, context)]
    : declareComplex(type, context);
}

function declareSimple(
  type: PlannedSimpleType,
  context: PlanContext,
): TypeDeclaration {
  const use = {
    ownerKey: type.key,
    ownerName: type.name,
    local: "",
    namespace: type.namespace,
  };
  return {
    kind: "alias",
    name: type.name,
    doc: typeDoc(type),
    type: simpleTypeExpression(type.definition, use, context),
  };
}

function typeDoc({
  definition,
  documentation,
}: PlannedType): readonly string[] {
  return documentationLines({
    documentation: definition.documentation ?? documentation,
    origin: definition.origin,
    name: definition.name,
  });
}

function declareComplex(
  type: PlannedComplexType,
  context: PlanContext,
): readonly TypeDeclaration[] {
  const derived = directlyDerived(type, context);
  const doc = typeDoc(type);
  if (derived.length === 0 && !type.definition.isAbstract) {
    return declareStructure(
      { type, name: type.name, doc, tag: ownTag(type, context) },
      context,
    );
  }
  const baseName = context.names.give(`base:${type.key}`, `${type.name}Base`);
  const own = type.definition.isAbstract ? [] : [typeName(baseName)];
  const members = [...own, ...derived.map((each) => typeName(each.name))];
  return [
    {
      kind: "alias",
      name: type.name,
      doc,
      type: members.length === 0 ? keyword("never") : union(members),
    },
    ...declareStructure(
      { type, name: baseName, doc: [], tag: ownTag(type, context) },
      context,
    ),
  ];
}

interface Tag {
  readonly name: string;
  readonly isOptional: boolean;
}

/** A derived type says which it is; the type at the top of a hierarchy need not. */
function ownTag(
  type: PlannedComplexType,
  context: PlanContext,
): Tag | undefined {
  if (type.definition.isAbstract) return undefined;
  if (isDerived(type, context)) return { name: type.name, isOptional: false };
  return directlyDerived(type, context).length > 0
    ? { name: type.name, isOptional: true }
    : undefined;
}

/** Whether values may stand where a base type is declared, and so always carry their `$type`. */
export function isDerived(
  type: PlannedComplexType,
  context: PlanContext,
): boolean {
  const { base } = type.definition;
  return base !== undefined && context.types.get(base.key)?.kind === "complex";
}

export function directlyDerived(
  type: PlannedComplexType,
  context: PlanContext,
): readonly PlannedComplexType[] {
  return (context.derived.get(type.key) ?? []).flatMap((name) => {
    const planned = context.types.get(name.key);
    return planned?.kind === "complex" ? [planned] : [];
  });
}

interface StructureInput {
  readonly type: PlannedComplexType;
  readonly name: string;
  readonly doc: readonly string[];
  readonly tag: Tag | undefined;
}

/** The object type of a complex type's own values: an interface, or an intersection where choices are in it. */
function declareStructure(
  input: StructureInput,
  context: PlanContext,
): readonly TypeDeclaration[] {
  const { type, name, doc, tag } = input;
  const base = extendedBase(type.definition, context);
  const content = type.content();
  const structure = createStructure(name, type.key, context);
  if (tag !== undefined) {
    structure.properties.push({
      name: "$type",
      isOptional: tag.isOptional,
      type: literal(tag.name),
      doc: [],
    });
  }
  addContent(structure, content);
  if (base === undefined || isEmptyStructure(base, context))
    return finish(structure, doc);
  return finish(structure, doc, {
    type: inheritedType(base, context),
    hasChoices: hasChoices(base, context),
  });
}

/** Whether values of the type's own structure have no members at all. */
function isEmptyStructure(
  type: PlannedComplexType,
  context: PlanContext,
): boolean {
  const { text, isMixed, attributes, anyAttribute, members } = type.content();
  if (isMixed || attributes.length + members.length > 0) return false;
  if (
    text !== undefined ||
    anyAttribute !== undefined ||
    isTagged(type, context)
  )
    return false;
  const base = extendedBase(type.definition, context);
  return base === undefined || isEmptyStructure(base, context);
}

/** Whether no interface can extend the type, because choices make it a union. */
function hasChoices(type: PlannedComplexType, context: PlanContext): boolean {
  const isChoice = (member: MemberPlan): boolean =>
    member.kind === "group" &&
    member.property === undefined &&
    (member.compositor === "choice" || member.members.some(isChoice));
  const content = type.content();
  if (!content.isMixed && content.members.some(isChoice)) return true;
  const base = extendedBase(type.definition, context);
  return base !== undefined && hasChoices(base, context);
}

/** What an extension takes over: the base's own structure without its tag. */
function inheritedType(
  base: PlannedComplexType,
  context: PlanContext,
): TypeExpression {
  const isPolymorphic =
    directlyDerived(base, context).length > 0 || base.definition.isAbstract;
  const name = isPolymorphic
    ? context.names.give(`base:${base.key}`, `${base.name}Base`)
    : base.name;
  return isTagged(base, context)
    ? runtimeType("Untagged", typeName(name))
    : typeName(name);
}

/** Whether the type's own structure has a `$type`. */
function isTagged(type: PlannedComplexType, context: PlanContext): boolean {
  if (type.definition.isAbstract) return false;
  return directlyDerived(type, context).length > 0 || isDerived(type, context);
}

interface Structure {
  readonly name: string;
  readonly key: string;
  readonly context: PlanContext;
  readonly properties: PropertyPlan[];
  readonly choices: TypeExpression[];
  readonly declarations: TypeDeclaration[];
}

function createStructure(
  name: string,
  key: string,
  context: PlanContext,
): Structure {
  return { name, key, context, properties: [], choices: [], declarations: [] };
}

interface Inherited {
  readonly type: TypeExpression;
  readonly hasChoices: boolean;
}

function finish(
  structure: Structure,
  doc: readonly string[],
  inherited?: Inherited,
): readonly TypeDeclaration[] {
  const { name, properties, choices, declarations } = structure;
  if (choices.length === 0 && inherited?.hasChoices !== true) {
    if (properties.length === 0) {
      const type =
        inherited?.type ??
        globalType("Record", keyword("string"), keyword("never"));
      return [{ kind: "alias", name, doc, type }, ...declarations];
    }
    const base = inherited === undefined ? {} : { extends: inherited.type };
    return [
      { kind: "interface", name, doc, ...base, properties },
      ...declarations,
    ];
  }
  const parts = [
    ...(inherited === undefined ? [] : [inherited.type]),
    ...choices,
  ];
  if (properties.length > 0) {
    const fieldsName = structure.context.names.give(
      `fields:${structure.key}:${name}`,
      `${name}Fields`,
    );
    declarations.unshift({
      kind: "interface",
      name: fieldsName,
      doc: [],
      properties,
    });
    parts.unshift(typeName(fieldsName));
  }
  return [
    { kind: "alias", name, doc, type: intersection(parts) },
    ...declarations,
  ];
}

function addContent(structure: Structure, content: ContentPlan): void {
  if (content.text !== undefined) {
    structure.properties.push({
      name: "$value",
      isOptional: false,
      type: content.text.type,
      doc: [],
    });
  }
  for (const attribute of content.attributes) {
    structure.properties.push({
      name: attribute.property,
      isOptional: !attribute.isRequired,
      type: attribute.value.type,
      doc: documentationLines({
        ...attribute,
        name: undefined,
        remarks: certaintyRemarks(
          attribute.origin,
          attribute.presenceOrigin,
          attribute.unknownReason,
        ),
      }),
    });
  }
  if (content.anyAttribute !== undefined) {
    const type = globalType("Record", keyword("string"), keyword("string"));
    structure.properties.push({
      name: "$attributes",
      isOptional: true,
      type,
      doc: [],
    });
  }
  if (content.isMixed) addMixed(structure, content);
  else addMembers(structure, content.members, false);
}

/** Mixed content: text and elements in order. */
function addMixed(structure: Structure, content: ContentPlan): void {
  const properties = mixedProperties(content.members, structure.context);
  const parts: TypeExpression[] = [keyword("string")];
  if (properties.length > 0) {
    const name = giveName(structure, "Element");
    structure.declarations.push({
      kind: "interface",
      name,
      doc: [],
      properties,
    });
    parts.push(runtimeType("EachOf", typeName(name)));
  }
  if (hasWildcard(content.members)) parts.push(runtimeType("XmlElement"));
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
        ...propertyOf({ ...member, min: 1, max: 1 }, context),
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

/** @param isRelaxed inside an optional group: nothing in it has to be there */
function addMembers(
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
          ? propertyOf(member, structure.context)
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
  if (group.property !== undefined) {
    const item = groupType(
      structure,
      group,
      group.compositor === "choice" ? "Choice" : "Item",
    );
    const isOptional = isRelaxed || group.min === 0 || isEmptiable(group);
    structure.properties.push({
      name: group.property,
      isOptional,
      type: arrayOf(item),
      doc: [],
    });
  } else if (group.compositor === "choice") {
    structure.choices.push(
      choiceType(structure, group, isRelaxed || group.min === 0),
    );
  } else {
    addMembers(structure, group.members, isRelaxed || group.min === 0);
  }
}

/** One occurrence of a repeated group. */
function groupType(
  structure: Structure,
  group: GroupMember,
  suffix: string,
): TypeExpression {
  if (group.compositor === "choice")
    return choiceType(structure, { ...group, min: 1, max: 1 }, false);
  const name = giveName(structure, suffix);
  const inner = createStructure(name, structure.key, structure.context);
  addMembers(inner, group.members, false);
  structure.declarations.push(...finish(inner, []));
  return typeName(name);
}

/** Exactly one branch: single elements by a table of branches, longer ones by an object type each. */
function choiceType(
  structure: Structure,
  group: GroupMember,
  isOptional: boolean,
): TypeExpression {
  const branches = group.members.flatMap((member) =>
    member.kind === "group" &&
    member.compositor === "choice" &&
    member.property === undefined
      ? member.members
      : [member],
  );
  const mayBeEmpty = isOptional || group.members.some(isEmptiable);
  const isTable = branches.every(
    (branch) => branch.kind !== "group" || branch.property !== undefined,
  );
  if (isTable && distinctProperties(branches)) {
    const name = giveName(structure, "Choice");
    const inner = createStructure(name, structure.key, structure.context);
    addMembers(inner, branches, false);
    const properties = inner.properties.map((property) => ({
      ...property,
      isOptional: false,
    }));
    structure.declarations.push(
      { kind: "interface", name, doc: [], properties },
      ...inner.declarations,
    );
    return runtimeType(mayBeEmpty ? "AtMostOne" : "ExactlyOne", typeName(name));
  }
  const items = branches.map((branch) => branchType(structure, branch));
  return runtimeType(mayBeEmpty ? "AtMostOneOf" : "OneOf", {
    kind: "tuple",
    items,
  });
}

function distinctProperties(members: readonly MemberPlan[]): boolean {
  const names = members.map((member) => member.property);
  return new Set(names).size === names.length;
}

function branchType(structure: Structure, branch: MemberPlan): TypeExpression {
  const members =
    branch.kind === "group" && branch.compositor !== "choice"
      ? branch.members
      : [branch];
  const first = members.find((member) => member.kind === "element");
  const name = giveName(structure, safeTypeName(first?.property ?? "Branch"));
  const inner = createStructure(name, structure.key, structure.context);
  addMembers(inner, members, branch.kind === "group" && branch.min === 0);
  structure.declarations.push(...finish(inner, []));
  return typeName(name);
}

/** Whether nothing at all satisfies it. */
export function isEmptiable(member: MemberPlan): boolean {
  if (member.min === 0) return true;
  if (member.kind !== "group") return false;
  return member.compositor === "choice"
    ? member.members.some(isEmptiable)
    : member.members.every(isEmptiable);
}

function propertyOf(member: ElementMember, context: PlanContext): PropertyPlan {
  const single =
    member.substitutes === undefined
      ? member.value.type
      : substitutesType(member, context);
  const value = member.nillable ? union([single, keyword("null")]) : single;
  return {
    name: member.property,
    isOptional: member.min === 0,
    type: isRepeated(member.max) ? arrayOf(value) : value,
    doc: documentationLines({
      ...member,
      name: undefined,
      remarks: certaintyRemarks(
        member.origin,
        member.presenceOrigin,
        member.unknownReason,
      ),
    }),
  };
}

/** One property, named after the element that is there: one table of alternatives for each head element. */
function substitutesType(
  member: ElementMember,
  context: PlanContext,
): TypeExpression {
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

function wildcardProperty(
  member: Extract<MemberPlan, { kind: "wildcard" }>,
): PropertyPlan {
  const type = runtimeType("XmlElement");
  return {
    name: member.property,
    isOptional: member.min === 0,
    type: isRepeated(member.max) ? arrayOf(type) : type,
    doc: [],
  };
}

/** A name for a part of a type, after the type. */
function giveName(structure: Structure, suffix: string): string {
  const wanted = `${structure.name}${suffix}`;
  const { names } = structure.context;
  const position = structure.declarations.length;
  return names.give(
    `part:${structure.key}:${structure.name}:${suffix}:${position}`,
    wanted,
  );
}

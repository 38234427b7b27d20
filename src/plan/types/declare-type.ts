import type { DerivationMethod } from "../../model/index.js";
import type { ContentPlan, MemberPlan } from "../content/content-plan.js";
import { contentChain } from "../content/content-chain.js";
import { isAllOrNothing } from "../content/is-emptiable.js";
import type {
  PlanContext,
  PlannedComplexType,
  PlannedSimpleType,
  PlannedType,
} from "../context.js";
import { documentationLines } from "../documentation.js";
import {
  blockedBy,
  derivedFrom,
  directlyDerived,
  extendedBase,
  hasStandIns,
  isTagged,
  standIns,
} from "../hierarchy.js";
import { simpleTypeExpression } from "../references.js";
import { soapArrayOf, soapArrayType } from "../soap-array.js";
import {
  globalType,
  keyword,
  literal,
  runtimeType,
  typeName,
  union,
  type TypeExpression,
} from "../type-expression.js";
import { attributeProperty } from "./member-properties.js";
import { addMembers } from "./members.js";
import { addMixedContent } from "./mixed-content.js";
import {
  createStructure,
  declareStructure,
  type Inherited,
  type Structure,
} from "./structure.js";
import type { TypeDeclaration } from "./type-declaration.js";

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

/** The union of the types that values may have, where others derive from it; else its own structure. */
function declareComplex(
  type: PlannedComplexType,
  context: PlanContext,
): readonly TypeDeclaration[] {
  const doc = typeDoc(type);
  const soapArray = soapArrayOf(type.definition);
  if (soapArray !== undefined) {
    const items = soapArrayType(soapArray, type, context);
    return [{ kind: "alias", name: type.name, doc, type: items }];
  }
  if (!isPolymorphic(type, context))
    return declareOwn(type, { name: type.name, doc }, context);
  const ownName = baseName(type, context);
  const own = type.definition.isAbstract ? [] : [typeName(ownName)];
  const members = [...own, ...standInTypes(type, blockedBy(type), context)];
  return [
    {
      kind: "alias",
      name: type.name,
      doc,
      type: members.length === 0 ? keyword("never") : union(members),
    },
    ...declareOwn(type, { name: ownName, doc: [] }, context),
  ];
}

function isPolymorphic(
  type: PlannedComplexType,
  context: PlanContext,
): boolean {
  return type.definition.isAbstract || hasStandIns(type, context);
}

/** What stands in says so by its `$type`; with each derived type goes what stands in for that, unless it is blocked here. */
function standInTypes(
  type: PlannedComplexType,
  blocked: readonly DerivationMethod[],
  context: PlanContext,
): readonly TypeExpression[] {
  return [...directlyDerived(type, blocked, context)].flatMap((each) => {
    const { isAbstract } = each.definition;
    const isWhole = blocksAlike(each, blocked, context);
    if (isWhole && isAbstract) return [typeName(each.name)];
    if (isWhole) return [tagged(each.name)];
    const own = isAbstract ? [] : [tagged(ownStructureName(each, context))];
    return [...own, ...standInTypes(each, blocked, context)];
  });
}

/** Whether the same types stand in for it by itself and below a type that blocks these derivations. */
function blocksAlike(
  type: PlannedComplexType,
  blocked: readonly DerivationMethod[],
  context: PlanContext,
): boolean {
  const own = new Set(blockedBy(type));
  const other = new Set(blocked);
  if (own.size === other.size && blocked.every((each) => own.has(each)))
    return true;
  const found = standIns(type, context);
  const below = derivedFrom(type, blocked, context);
  return (
    found.length === below.length &&
    found.every((each, index) => each === below[index])
  );
}

function tagged(name: string): TypeExpression {
  return runtimeType("Tagged", typeName(name));
}

function ownStructureName(
  type: PlannedComplexType,
  context: PlanContext,
): string {
  return isPolymorphic(type, context) ? baseName(type, context) : type.name;
}

/** Name of the own structure of a type whose name stands for the whole hierarchy. */
function baseName(type: PlannedComplexType, context: PlanContext): string {
  return context.names.give(`base:${type.key}`, `${type.name}Base`);
}

/** The object type of a complex type's own values. */
function declareOwn(
  type: PlannedComplexType,
  { name, doc }: { readonly name: string; readonly doc: readonly string[] },
  context: PlanContext,
): readonly TypeDeclaration[] {
  const base = extendedBase(type.definition, context);
  const content = type.content();
  const structure = createStructure(name, type.key, context);
  addTag(structure, type);
  const chain = content.isMixed ? contentChain(type, context) : [content];
  addContent(
    structure,
    content,
    chain.flatMap((each) => each.members),
  );
  const inherited =
    base === undefined ? undefined : inheritedFrom(base, content, context);
  return declareStructure(structure, doc, inherited);
}

/** Where a type is declared its values need not say which it is; `Tagged` has them say so where they stand in for another. */
function addTag(structure: Structure, type: PlannedComplexType): void {
  const { context } = structure;
  if (!isTagged(type, context)) return;
  structure.properties.push({
    name: "$type",
    isOptional: true,
    type: literal(type.tag ?? type.name),
    doc: [],
  });
}

/** @param members those of its base too where content is mixed, because that is one property */
function addContent(
  structure: Structure,
  content: ContentPlan,
  members: readonly MemberPlan[],
): void {
  const { properties } = structure;
  if (content.text !== undefined) {
    const { type } = content.text;
    properties.push({ name: "$value", isOptional: false, type, doc: [] });
  }
  properties.push(...content.attributes.map(attributeProperty));
  if (content.anyAttribute !== undefined) {
    const type = globalType("Record", keyword("string"), keyword("string"));
    properties.push({ name: "$attributes", isOptional: true, type, doc: [] });
  }
  if (content.isMixed) addMixedContent(structure, members);
  else addMembers(structure, members, false);
}

/** What an extension takes over: the base's own structure without its tag; undefined where there is nothing in it. */
function inheritedFrom(
  base: PlannedComplexType,
  content: ContentPlan,
  context: PlanContext,
): Inherited | undefined {
  if (isEmptyStructure(base, context)) return undefined;
  if (content.isMixed && base.content().isMixed) {
    // Content is said anew: it takes what is added, too.
    const name = typeName(ownStructureName(base, context));
    return { type: runtimeType("Unmixed", name), hasChoices: false };
  }
  const type = inheritedType(base, context);
  return { type, hasChoices: hasChoices(base, context) };
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

function inheritedType(
  base: PlannedComplexType,
  context: PlanContext,
): TypeExpression {
  const name = ownStructureName(base, context);
  return isTagged(base, context)
    ? runtimeType("Untagged", typeName(name))
    : typeName(name);
}

/** Whether no interface can extend the type, because choices make it a union. */
function hasChoices(type: PlannedComplexType, context: PlanContext): boolean {
  const content = type.content();
  if (!content.isMixed && content.members.some(hasChoice)) return true;
  const base = extendedBase(type.definition, context);
  return base !== undefined && hasChoices(base, context);
}

function hasChoice(member: MemberPlan): boolean {
  return (
    member.kind === "group" &&
    member.property === undefined &&
    (member.compositor === "choice" ||
      isAllOrNothing(member) ||
      member.members.some(hasChoice))
  );
}

import type {
  ContentPlan,
  ElementMember,
  GroupMember,
  MemberPlan,
} from "./content/content-plan.js";
import { isRepeated } from "./content/content-plan.js";
import { isEmptiable } from "./content/is-emptiable.js";
import type { PlanContext, PlannedComplexType } from "./context.js";
import {
  array,
  object,
  text,
  type Expression,
  type ObjectEntry,
} from "./expression.js";
import { contentChain } from "./content/content-chain.js";
import { standIns } from "./hierarchy.js";
import type { MessagePlan, PartPlan } from "./messages.js";
import { soapArrayOf, soapArraySample } from "./soap-array.js";
import { sampleSimple } from "./sample-simple.js";
import { asContent, sampleBuiltin, type Examples } from "./sample-values.js";
import type { ValuePlan } from "./value-plan.js";

/** How much of a message is made up so far. */
interface Budget {
  /** Optional members are left out when this many values exist. */
  values: number;
}

interface Sampling {
  readonly context: PlanContext;
  readonly budget: Budget;
  /** Types being made up: an optional member of one of them ends the recursion. */
  readonly open: ReadonlySet<string>;
  readonly depth: number;
}

const maximumValues = 150;
/** Depth from which optional members are left out, and depth that no value is made up for. */
const comfortableDepth = 12;
const maximumDepth = 40;

/** A value for a message; undefined when it has none, or none that is finite and satisfies the schema was found. */
export function sampleMessage(
  message: MessagePlan,
  context: PlanContext,
): Expression | undefined {
  const sampling: Sampling = {
    context,
    budget: { values: maximumValues },
    open: new Set(),
    depth: 0,
  };
  if (message.value !== undefined) return sampleValue(message.value, sampling);
  if (message.parts === undefined) return undefined;
  const entries: ObjectEntry[] = [];
  for (const part of message.parts) {
    const value = samplePart(part, sampling);
    if (value !== undefined) entries.push({ key: part.property, value });
    else if (!part.isOptional) return undefined;
  }
  return { kind: "object", entries };
}

function samplePart(
  part: PartPlan,
  sampling: Sampling,
): Expression | undefined {
  const value = sampleValue(part.value, sampling);
  const isArray = part.value.type.kind === "array" && value?.kind !== "array";
  return isArray && value !== undefined ? array([value]) : value;
}

function sampleValue(
  value: ValuePlan,
  sampling: Sampling,
  examples: Examples = [],
): Expression | undefined {
  sampling.budget.values--;
  const { sample } = value;
  switch (sample.kind) {
    case "builtin":
      return asContent(
        sample.name,
        sampleBuiltin(sample.name, examples),
        sampling.context,
      );
    case "simple":
      return sampleSimple(sample.key, examples, sampling.context);
    case "unknown":
      return object({ name: text("unknown") });
    case "complex": {
      const type = sampling.context.types.get(sample.key);
      return type?.kind === "complex"
        ? sampleComplexOrArray(type, sampling)
        : undefined;
    }
  }
}

function sampleComplexOrArray(
  type: PlannedComplexType,
  sampling: Sampling,
): Expression | undefined {
  const soapArray = soapArrayOf(type.definition);
  if (soapArray === undefined) return sampleComplex(type, sampling);
  const inner = {
    ...sampling,
    open: new Set([...sampling.open, type.key]),
    depth: sampling.depth + 1,
  };
  const isDeep = sampling.open.has(type.key) || inner.depth > comfortableDepth;
  const sampleItem = (item: ValuePlan): Expression | undefined =>
    isDeep ? undefined : sampleValue(item, inner);
  const place = { type, context: sampling.context };
  return soapArraySample(soapArray, sampleItem, place);
}

/** The type itself, or for an abstract one the first derived type that has a value. */
function sampleComplex(
  type: PlannedComplexType,
  sampling: Sampling,
): Expression | undefined {
  if (
    sampling.depth > maximumDepth ||
    sampling.budget.values < -10 * maximumValues
  )
    return undefined;
  if (!type.definition.isAbstract) return sampleConcrete(type, type, sampling);
  const inner = { ...sampling, depth: sampling.depth + 1 };
  for (const standIn of standIns(type, sampling.context)) {
    if (standIn.definition.isAbstract) continue;
    const value = sampleConcrete(standIn, type, inner);
    if (value !== undefined) return value;
  }
  return undefined;
}

function sampleConcrete(
  type: PlannedComplexType,
  declared: PlannedComplexType,
  sampling: Sampling,
): Expression | undefined {
  const open = new Set([...sampling.open, type.key, declared.key]);
  const inner = { ...sampling, open, depth: sampling.depth + 1 };
  const entries: ObjectEntry[] = [];
  if (type !== declared) entries.push({ key: "$type", value: text(type.name) });
  for (const content of levelsOf(type, sampling.context)) {
    const added = sampleContent(content, inner);
    if (added === undefined) return undefined;
    entries.push(...added);
  }
  return { kind: "object", entries };
}

/** Mixed content is one list, whichever of the types a member comes from. */
function levelsOf(
  type: PlannedComplexType,
  context: PlanContext,
): readonly ContentPlan[] {
  const chain = contentChain(type, context);
  const own = type.content();
  if (!own.isMixed) return chain;
  const attributes = chain.flatMap((each) => each.attributes);
  return [
    { ...own, attributes, members: chain.flatMap((each) => each.members) },
  ];
}

type Entries = readonly ObjectEntry[] | undefined;

function sampleContent(content: ContentPlan, sampling: Sampling): Entries {
  const attributes = sampleAttributes(content, sampling);
  if (attributes === undefined) return undefined;
  if (content.text !== undefined) {
    const value = sampleValue(content.text, sampling);
    return value === undefined
      ? undefined
      : [{ key: "$value", value }, ...attributes];
  }
  if (!content.isMixed) {
    const members = sampleSequence(content.members, sampling);
    return members && [...attributes, ...members];
  }
  const items = sampleMixed(content.members, sampling);
  return (
    items && [
      ...attributes,
      { key: "$content", value: array([text("text"), ...items]) },
    ]
  );
}

function sampleAttributes(content: ContentPlan, sampling: Sampling): Entries {
  const entries: ObjectEntry[] = [];
  for (const attribute of content.attributes) {
    if (!attribute.isRequired && sampling.budget.values <= 0) continue;
    const { fixed, examples } = attribute;
    const value = sampleValue(
      attribute.value,
      sampling,
      fixed === undefined ? examples : [{ text: fixed }],
    );
    if (value !== undefined) entries.push({ key: attribute.property, value });
    else if (attribute.isRequired) return undefined;
  }
  return entries;
}

/** What mixed content needs: elements are objects of one property each; wildcard matches stand for themselves. */
function sampleMixed(
  members: readonly MemberPlan[],
  sampling: Sampling,
): readonly Expression[] | undefined {
  const items: Expression[] = [];
  for (const member of members) {
    if (isEmptiable(member)) continue;
    const added =
      member.kind === "group"
        ? sampleMixedGroup(member, sampling)
        : mixedItems(member, sampleMember(member, sampling));
    if (added === undefined) return undefined;
    items.push(...added);
  }
  return items;
}

function sampleMixedGroup(
  { compositor, members, min }: GroupMember,
  sampling: Sampling,
): readonly Expression[] | undefined {
  const branches =
    compositor === "choice" ? members.map((each) => [each]) : [members];
  for (const branch of branches) {
    const once = sampleMixed(branch, sampling);
    if (once !== undefined)
      return Array.from({ length: Math.min(min, 100) }, () => once).flat();
  }
  return undefined;
}

function mixedItems(
  { kind, max }: Exclude<MemberPlan, { kind: "group" }>,
  entries: Entries,
): readonly Expression[] | undefined {
  return entries?.flatMap(({ key, value }) => {
    const isMany = isRepeated(max) && value.kind === "array";
    const values = isMany ? value.items : [value];
    return kind === "wildcard"
      ? values
      : values.map((each) => object({ [key]: each }));
  });
}

function sampleSequence(
  members: readonly MemberPlan[],
  sampling: Sampling,
): Entries {
  const entries: ObjectEntry[] = [];
  for (const member of members) {
    const added =
      isEmptiable(member) && skips(member, sampling)
        ? []
        : sampleMember(member, sampling);
    if (added !== undefined) entries.push(...added);
    else if (!isEmptiable(member)) return undefined;
  }
  return entries;
}

/** An optional member is left out to end a recursion, or a message that has grown large. */
function skips(member: MemberPlan, sampling: Sampling): boolean {
  if (member.kind === "wildcard" || sampling.budget.values <= 0) return true;
  if (sampling.depth > comfortableDepth) return true;
  if (member.kind === "group") return false;
  return member.value.sample.kind === "unknown" || leadsBack(member, sampling);
}

function leadsBack(member: MemberPlan, { open }: Sampling): boolean {
  if (member.kind !== "element") return false;
  const { sample } = member.value;
  return sample.kind === "complex" && open.has(sample.key);
}

function sampleMember(member: MemberPlan, sampling: Sampling): Entries {
  switch (member.kind) {
    case "element":
      return entry(member, sampleElement(member, sampling));
    case "wildcard":
      return entry(member, wildcardElement(member));
    case "group":
      return sampleGroup(member, sampling);
  }
}

function entry(
  member: Exclude<MemberPlan, { kind: "group" }>,
  value: Expression | undefined,
): Entries {
  if (value === undefined) return undefined;
  return [
    {
      key: member.property,
      value: isRepeated(member.max) ? repeat(value, member.min) : value,
    },
  ];
}

function sampleElement(
  member: ElementMember,
  sampling: Sampling,
): Expression | undefined {
  const { fixed, examples, substitutes, value } = member;
  if (substitutes === undefined) {
    return sampleValue(
      value,
      sampling,
      fixed === undefined ? examples : [{ text: fixed }],
    );
  }
  for (const substitute of substitutes) {
    const inner = sampleValue(substitute.value, {
      ...sampling,
      depth: sampling.depth + 1,
    });
    if (inner !== undefined)
      return {
        kind: "object",
        entries: [{ key: substitute.property, value: inner }],
      };
  }
  return undefined;
}

function sampleGroup(
  group: Extract<MemberPlan, { kind: "group" }>,
  sampling: Sampling,
): Entries {
  const inner = { ...sampling, depth: sampling.depth + 1 };
  const entries =
    group.compositor === "choice"
      ? sampleChoice(group.members, inner)
      : sampleSequence(group.members, inner);
  if (entries === undefined || group.property === undefined) return entries;
  if (entries.length === 0 && group.min === 0) return [];
  return [
    {
      key: group.property,
      value: repeat({ kind: "object", entries }, group.min),
    },
  ];
}

/** The first branch that has a value; those that lead back into a type being made up come last. */
function sampleChoice(
  branches: readonly MemberPlan[],
  sampling: Sampling,
): Entries {
  const ahead = branches.filter((branch) => !leadsBack(branch, sampling));
  const back = branches.filter((branch) => leadsBack(branch, sampling));
  for (const branch of [...ahead, ...back]) {
    const entries = sampleMember(branch, sampling);
    if (entries !== undefined && entries.length > 0) return entries;
  }
  return branches.some(isEmptiable) ? [] : undefined;
}

function repeat(value: Expression, times: number): Expression {
  return array(
    Array.from({ length: Math.max(1, Math.min(times, 20)) }, () => value),
  );
}

function wildcardElement({
  namespaces,
}: Extract<MemberPlan, { kind: "wildcard" }>): Expression {
  const namespace =
    namespaces.kind === "in" ? (namespaces.namespaces[0] ?? "") : "urn:example";
  return object({ name: text(namespace === "" ? "any" : `{${namespace}}any`) });
}

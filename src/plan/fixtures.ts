import type { FaultExample, Operation } from "../model/index.js";
import type {
  ContentPlan,
  ElementMember,
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
import { directlyDerived, extendedBase, isDerived } from "./hierarchy.js";
import type { MessagePlan, PartPlan } from "./messages.js";
import { sampleBuiltin, sampleSimple, type Examples } from "./sample-values.js";
import type { FixturePlan } from "./sdk-plan.js";
import type { ValuePlan } from "./value-plan.js";

/** The made-up request and response of an operation; the same input always gives the same values. */
export function planFixture(
  operation: Operation,
  messages: {
    readonly request: MessagePlan;
    readonly response: MessagePlan | undefined;
  },
  context: PlanContext,
): FixturePlan {
  const request = sampleMessage(messages.request, context);
  const response =
    messages.response === undefined
      ? undefined
      : sampleMessage(messages.response, context);
  const [example] = operation.faultExamples ?? [];
  return {
    ...(request === undefined ? {} : { request }),
    ...(response === undefined ? {} : { response }),
    ...(example === undefined ? {} : { fault: faultExpression(example) }),
  };
}

/** How much of a message is made up. */
interface Budget {
  /** Optional members are left out when this many values exist. */
  values: number;
}

interface Sampling {
  readonly context: PlanContext;
  readonly budget: Budget;
  /** Types being made up: an optional member of one of them ends the recursion. */
  readonly open: ReadonlySet<string>;
}

const maximumValues = 150;
const maximumDepth = 12;

function sampleMessage(
  message: MessagePlan,
  context: PlanContext,
): Expression | undefined {
  const sampling: Sampling = {
    context,
    budget: { values: maximumValues },
    open: new Set(),
  };
  if (message.value !== undefined) return sampleValue(message.value, sampling);
  if (message.parts === undefined) return undefined;
  return object(
    Object.fromEntries(
      message.parts.map((part) => [part.property, samplePart(part, sampling)]),
    ),
  );
}

function samplePart(part: PartPlan, sampling: Sampling): Expression {
  const value = sampleValue(part.value, sampling);
  return part.value.type.kind === "array" && value.kind !== "array"
    ? array([value])
    : value;
}

function sampleValue(
  value: ValuePlan,
  sampling: Sampling,
  examples: Examples = [],
): Expression {
  sampling.budget.values--;
  const { sample } = value;
  switch (sample.kind) {
    case "builtin":
      return sampleBuiltin(sample.name, examples);
    case "simple":
      return sampleSimple(sample.key, examples, sampling.context);
    case "unknown":
      return object({ name: text("unknown") });
    case "complex": {
      const type = sampling.context.types.get(sample.key);
      return type?.kind === "complex"
        ? sampleComplex(type, sampling)
        : object({});
    }
  }
}

function sampleComplex(
  type: PlannedComplexType,
  sampling: Sampling,
): Expression {
  // A type that requires itself has no finite value.
  if (sampling.open.size > 4 * maximumDepth) return object({});
  const concrete = concreteType(type, sampling.context);
  const open = new Set([...sampling.open, type.key, concrete.key]);
  const inner = { ...sampling, open };
  const entries: ObjectEntry[] = [];
  if (concrete !== type || isDerived(concrete, sampling.context)) {
    entries.push({ key: "$type", value: text(concrete.name) });
  }
  for (const content of contentChain(concrete, sampling.context))
    entries.push(...sampleContent(content, inner));
  return { kind: "object", entries };
}

/** The type itself, or for an abstract one the first that is not. */
function concreteType(
  type: PlannedComplexType,
  context: PlanContext,
): PlannedComplexType {
  const queue = [type];
  const seen = new Set<PlannedComplexType>();
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    if (!next.definition.isAbstract) return next;
    if (seen.has(next)) continue;
    seen.add(next);
    queue.push(...directlyDerived(next, context));
  }
  return type;
}

/** Contents from the outermost base to the type itself. */
function contentChain(
  type: PlannedComplexType,
  context: PlanContext,
): readonly ContentPlan[] {
  const chain: ContentPlan[] = [];
  const seen = new Set<PlannedComplexType>();
  for (
    let next: PlannedComplexType | undefined = type;
    next !== undefined && !seen.has(next);
  ) {
    seen.add(next);
    chain.unshift(next.content());
    next = extendedBase(next.definition, context);
  }
  return chain;
}

function sampleContent(
  content: ContentPlan,
  sampling: Sampling,
): readonly ObjectEntry[] {
  const entries: ObjectEntry[] = [];
  if (content.text !== undefined)
    entries.push({ key: "$value", value: sampleValue(content.text, sampling) });
  for (const attribute of content.attributes) {
    if (!attribute.isRequired && sampling.budget.values <= 0) continue;
    const examples =
      attribute.fixed === undefined
        ? attribute.examples
        : [{ text: attribute.fixed }];
    entries.push({
      key: attribute.property,
      value: sampleValue(attribute.value, sampling, examples),
    });
  }
  if (content.isMixed) {
    entries.push({
      key: "$content",
      value: array([text("text"), ...sampleMixed(content.members, sampling)]),
    });
    return entries;
  }
  return [
    ...entries,
    ...content.members.flatMap((member) => sampleMember(member, sampling)),
  ];
}

/** Required elements of mixed content, one object each. */
function sampleMixed(
  members: readonly MemberPlan[],
  sampling: Sampling,
): readonly Expression[] {
  return members
    .filter((member) => !isEmptiable(member))
    .flatMap((member) => sampleMember(member, sampling))
    .flatMap((entry) =>
      (entry.value.kind === "array" ? entry.value.items : [entry.value]).map(
        (value) =>
          ({ kind: "object", entries: [{ key: entry.key, value }] }) as const,
      ),
    );
}

function sampleMember(
  member: MemberPlan,
  sampling: Sampling,
): readonly ObjectEntry[] {
  if (isEmptiable(member) && skips(member, sampling)) return [];
  switch (member.kind) {
    case "element": {
      const value = sampleElement(member, sampling);
      return [
        {
          key: member.property,
          value: isRepeated(member.max) ? repeat(value, member.min) : value,
        },
      ];
    }
    case "wildcard": {
      const value = object({ name: text(wildcardName(member)) });
      return [
        {
          key: member.property,
          value: isRepeated(member.max) ? repeat(value, member.min) : value,
        },
      ];
    }
    case "group":
      return sampleGroup(member, sampling);
  }
}

/** An optional member is left out to end a recursion, or a message that has grown large. */
function skips(member: MemberPlan, sampling: Sampling): boolean {
  if (
    member.kind === "wildcard" ||
    sampling.budget.values <= 0 ||
    sampling.open.size > maximumDepth
  )
    return true;
  if (member.kind === "group") return false;
  const { sample } = member.value;
  return (
    sample.kind === "unknown" ||
    (sample.kind === "complex" && sampling.open.has(sample.key))
  );
}

function sampleElement(member: ElementMember, sampling: Sampling): Expression {
  const examples =
    member.fixed === undefined ? member.examples : [{ text: member.fixed }];
  const [substitute] = member.substitutes ?? [];
  if (member.substitutes === undefined)
    return sampleValue(member.value, sampling, examples);
  if (substitute === undefined) return object({});
  return {
    kind: "object",
    entries: [
      {
        key: substitute.property,
        value: sampleValue(substitute.value, sampling),
      },
    ],
  };
}

function sampleGroup(
  group: Extract<MemberPlan, { kind: "group" }>,
  sampling: Sampling,
): readonly ObjectEntry[] {
  const members =
    group.compositor === "choice"
      ? preferredBranch(group.members, sampling)
      : group.members;
  const entries = members.flatMap((member) => sampleMember(member, sampling));
  if (group.property === undefined) return entries;
  if (entries.length === 0 && group.min === 0) return [];
  return [
    {
      key: group.property,
      value: repeat({ kind: "object", entries }, group.min),
    },
  ];
}

/** The first branch that does not lead back into a type being made up. */
function preferredBranch(
  branches: readonly MemberPlan[],
  sampling: Sampling,
): readonly MemberPlan[] {
  const ends = branches.find((branch) => {
    if (branch.kind !== "element") return branch.kind === "group";
    const { sample } = branch.value;
    return sample.kind !== "complex" || !sampling.open.has(sample.key);
  });
  const chosen = ends ?? branches[0];
  return chosen === undefined ? [] : [chosen];
}

function repeat(value: Expression, times: number): Expression {
  return array(
    Array.from({ length: Math.max(1, Math.min(times, 20)) }, () => value),
  );
}

function wildcardName(
  member: Extract<MemberPlan, { kind: "wildcard" }>,
): string {
  const { namespaces } = member;
  const namespace =
    namespaces.kind === "in" ? (namespaces.namespaces[0] ?? "") : "urn:example";
  return namespace === "" ? "any" : `{${namespace}}any`;
}

/** A documented fault as what `encodeFault` takes. */
function faultExpression({
  code,
  reason,
  actor,
  detail,
}: FaultExample): Expression {
  return object({
    code:
      code === undefined
        ? undefined
        : object({ namespace: text(code.namespace), local: text(code.local) }),
    reason: text(reason),
    actor: actor === undefined ? undefined : text(actor),
    detailText: detail === undefined ? undefined : text(detail),
  });
}

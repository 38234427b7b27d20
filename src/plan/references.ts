import type {
  ComplexType,
  DerivationMethod,
  QName,
  SimpleType,
  TypeReference,
} from "../model/index.js";
import { builtinValue, isBuiltin } from "./builtin-values.js";
import type { ContentPlan } from "./content/content-plan.js";
import type {
  PlanContext,
  PlannedComplexType,
  PlannedSimpleType,
  PlannedType,
} from "./context.js";
import { enumerationType } from "./enumeration.js";
import {
  array,
  object,
  reference,
  text,
  thunk,
  type Expression,
} from "./expression.js";
import { facetEntries } from "./facet-entries.js";
import { blockedBy, derivedFrom, standIns } from "./hierarchy.js";
import { safeTypeName } from "./names/identifiers.js";
import {
  arrayOf,
  intersection,
  keyword,
  typeName,
  union,
  type TypeExpression,
} from "./type-expression.js";
import type { ValuePlan } from "./value-plan.js";

/** Who uses an anonymous type: it is named after the type around and the element. */
export interface AnonymousUse {
  /** Key of the owner in the name table. */
  readonly ownerKey: string;
  /** TypeScript name of the owner; '' for a global element. */
  readonly ownerName: string;
  readonly local: string;
  readonly namespace: string;
  readonly documentation?: string | undefined;
}

/** How values of a referenced type are typed and coded. */
export function planReference(
  type: TypeReference,
  use: AnonymousUse,
  context: PlanContext,
): ValuePlan & { readonly unknownReason?: string } {
  switch (type.kind) {
    case "unknown":
      return { ...unknownValue, unknownReason: type.reason };
    case "named":
      return planNamed(type.name, context);
    case "anonymous":
      return type.type.kind === "simple" && !hasEnumeration(type.type)
        ? planSimpleValue(type.type, use, context)
        : valueOf(declareAnonymous(type.type, use, context));
  }
}

/** The same where only a simple type can stand; what is not one is unknown text. */
export function planSimpleReference(
  type: TypeReference,
  use: AnonymousUse,
  context: PlanContext,
): ReturnType<typeof planReference> {
  const planned = planReference(type, use, context);
  const { kind } = planned.sample;
  const isAny = kind === "builtin" && planned.sample.name === "anyType";
  const isSimple = kind === "simple" || (kind === "builtin" && !isAny);
  return isSimple ? planned : { ...planned, ...unknownText };
}

const unknownText: ValuePlan = {
  type: keyword("unknown"),
  descriptor: reference("xsd", "anySimpleType"),
  sample: { kind: "builtin", name: "string" },
};

const unknownValue: ValuePlan = {
  type: keyword("unknown"),
  descriptor: reference("xsd", "anyType"),
  sample: { kind: "unknown" },
};

function planNamed(name: QName, context: PlanContext): ValuePlan {
  if (isBuiltin(name)) return builtinValue(name.local, context);
  const planned = context.types.get(name.key);
  return planned === undefined ? unknownValue : valueOf(planned);
}

function valueOf(planned: PlannedType): ValuePlan {
  return {
    type: typeName(planned.name),
    descriptor: reference("schemas", planned.name),
    sample: { kind: planned.kind, key: planned.key },
  };
}

/**
 * The value where an element blocks derivations that its type does not: a type of its own that fewer types stand in for
 * (XML Schema part 1 §3.3.4, clause 4.3).
 */
export function narrowReference(
  value: ValuePlan,
  block: readonly DerivationMethod[],
  context: PlanContext,
): ValuePlan {
  const { sample } = value;
  const type =
    sample.kind === "complex" ? context.types.get(sample.key) : undefined;
  if (type?.kind !== "complex") return value;
  const blocked = [...blockedBy(type), ...block];
  const isNarrower =
    standIns(type, context).length > derivedFrom(type, blocked, context).length;
  return isNarrower ? valueOf(declareNarrowed(type, block, context)) : value;
}

function declareNarrowed(
  whole: PlannedComplexType,
  block: readonly DerivationMethod[],
  context: PlanContext,
): PlannedType {
  const blocked = derivationMethods.filter((method) => block.includes(method));
  const key = `${whole.key}#block=${blocked.join(",")}`;
  const known = context.types.get(key);
  if (known !== undefined) return known;
  const { definition, documentation, namespace, name } = whole;
  const narrowed = planType(
    definition,
    {
      key,
      name: context.names.give(`type:${key}`, `${name}Only`),
      namespace,
      ...(documentation === undefined ? {} : { documentation }),
    },
    context,
  );
  const planned: PlannedType =
    narrowed.kind === "complex"
      ? { ...narrowed, blocked, tag: whole.tag ?? name }
      : narrowed;
  context.types.set(key, planned);
  return planned;
}

const derivationMethods = ["extension", "restriction"] as const;

function hasEnumeration(type: SimpleType): boolean {
  return (
    type.variety === "atomic" &&
    type.facets.some((facet) => facet.kind === "enumeration")
  );
}

/** Anonymous types get a declaration under a name made of where they stand. */
function declareAnonymous(
  definition: ComplexType | SimpleType,
  use: AnonymousUse,
  context: PlanContext,
): PlannedType {
  const key = `${use.ownerKey}/${use.local}`;
  const known = context.types.get(key);
  if (known !== undefined) return known;
  const name = context.names.give(
    `type:${key}`,
    safeTypeName(`${use.ownerName} ${use.local}`),
  );
  const { documentation } = use;
  const identity = {
    key,
    name,
    namespace: use.namespace,
    ...(documentation === undefined ? {} : { documentation }),
  };
  const planned = planType(definition, identity, context);
  context.types.set(key, planned);
  return planned;
}

export function planType(
  definition: ComplexType | SimpleType,
  identity: Omit<PlannedSimpleType, "kind" | "definition">,
  context: PlanContext,
): PlannedType {
  if (definition.kind === "simple")
    return { ...identity, kind: "simple", definition };
  let content: ContentPlan | undefined;
  const planned: PlannedComplexType = {
    ...identity,
    kind: "complex",
    definition,
    content: () => (content ??= context.planContent(planned)),
  };
  return planned;
}

/** The value of a simple type where it stands: TypeScript type and descriptor spelt out. */
function planSimpleValue(
  type: SimpleType,
  use: AnonymousUse,
  context: PlanContext,
): ValuePlan {
  return {
    type: simpleTypeExpression(type, use, context),
    descriptor: simpleDescriptor(type, use, context),
    sample: sampleOf(type, use, context),
  };
}

function sampleOf(
  type: SimpleType,
  use: AnonymousUse,
  context: PlanContext,
): ValuePlan["sample"] {
  const key = type.name?.key ?? `${use.ownerKey}/${use.local}`;
  context.anonymousSimpleTypes.set(key, type);
  return { kind: "simple", key };
}

/** `"a" | "b"` for enumerations, the base's type for other restrictions, arrays for lists. */
export function simpleTypeExpression(
  type: SimpleType,
  use: AnonymousUse,
  context: PlanContext,
): TypeExpression {
  switch (type.variety) {
    case "list":
      return arrayOf(
        planSimpleReference(type.itemType, memberUse(use, "Item"), context)
          .type,
      );
    case "union":
      return unionExpression(type.memberTypes, use, context);
    case "atomic":
      return (
        enumerationType(type, context) ??
        planSimpleReference(type.base, memberUse(use, "Base"), context).type
      );
  }
}

/** Beside literals, `string & {}` admits all texts and yet keeps the literals apart, for editors to offer. */
function unionExpression(
  members: readonly TypeReference[],
  use: AnonymousUse,
  context: PlanContext,
): TypeExpression {
  const types = members.map(
    (member, index) =>
      planSimpleReference(member, memberUse(use, `Member${index + 1}`), context)
        .type,
  );
  const isOpen = members.some((member) => isEnumeration(member, context));
  if (!isOpen) return union(types);
  return union(
    types.map((type) =>
      type.kind === "keyword" && type.text === "string"
        ? intersection([type, keyword("{}")])
        : type,
    ),
  );
}

function isEnumeration(
  reference: TypeReference,
  context: PlanContext,
): boolean {
  if (reference.kind === "unknown") return false;
  const type =
    reference.kind === "named"
      ? context.model.schemas.types.get(reference.name.key)
      : reference.type;
  return (
    type?.kind === "simple" &&
    type.variety === "atomic" &&
    enumerationType(type, context) !== undefined
  );
}

/** Types written inside a simple type are named after it. */
function memberUse(use: AnonymousUse, suffix: string): AnonymousUse {
  return { ...use, local: `${use.local}${suffix}`, documentation: undefined };
}

export function simpleDescriptor(
  type: SimpleType,
  use: AnonymousUse,
  context: PlanContext,
): Expression {
  const member = (reference: TypeReference, suffix: string): Expression =>
    planSimpleReference(reference, memberUse(use, suffix), context).descriptor;
  const identity = {
    name: type.name === undefined ? undefined : text(type.name.local),
    namespace:
      type.name === undefined
        ? undefined
        : reference("namespaces", type.name.namespace),
  };
  switch (type.variety) {
    case "list":
      return object({
        kind: text("list"),
        ...identity,
        item: lazily(member(type.itemType, "Item")),
      });
    case "union": {
      const members = type.memberTypes.map((each, index) =>
        member(each, `Member${index + 1}`),
      );
      return object({
        kind: text("union"),
        ...identity,
        members: thunk(array(members)),
      });
    }
    case "atomic":
      return object({
        kind: text("restriction"),
        ...identity,
        base: lazily(member(type.base, "Base")),
        ...facetEntries(type.facets, context),
      });
  }
}

/** Descriptors of this SDK may be declared later in the module: referred to from a thunk. */
function lazily(descriptor: Expression): Expression {
  return descriptor.kind === "reference" && descriptor.module === "xsd"
    ? descriptor
    : thunk(descriptor);
}

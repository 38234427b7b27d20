import {
  MICROSOFT_TYPES_NAMESPACE,
  XSD_NAMESPACE,
  type ComplexType,
  type QName,
  type SimpleType,
  type TypeReference,
} from "../model/index.js";
import { builtinType, isBuiltinName } from "./builtin-values.js";
import { planContent } from "./content/plan-content.js";
import type {
  PlanContext,
  PlannedComplexType,
  PlannedSimpleType,
  PlannedType,
} from "./context.js";
import { reference } from "./expression.js";
import { safeTypeName } from "./names/identifiers.js";
import { planSimpleValue } from "./simple-value.js";
import { keyword, typeName } from "./type-expression.js";
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

const unknownValue: ValuePlan = {
  type: keyword("unknown"),
  descriptor: reference("xsd", "anyType"),
  sample: { kind: "unknown" },
};

function planNamed(name: QName, context: PlanContext): ValuePlan {
  if (isBuiltin(name)) {
    return {
      type: builtinType(name.local),
      descriptor: reference("xsd", name.local),
      sample: { kind: "builtin", name: name.local },
    };
  }
  const planned = context.types.get(name.key);
  return planned === undefined ? unknownValue : valueOf(planned);
}

export function isBuiltin(name: QName): boolean {
  return (
    (name.namespace === XSD_NAMESPACE ||
      name.namespace === MICROSOFT_TYPES_NAMESPACE) &&
    isBuiltinName(name.local)
  );
}

function valueOf(planned: PlannedType): ValuePlan {
  return {
    type: typeName(planned.name),
    descriptor: reference("schemas", planned.name),
    sample: { kind: planned.kind, key: planned.key },
  };
}

function hasEnumeration(type: SimpleType): boolean {
  return (
    type.variety === "atomic" &&
    type.facets.some((facet) => facet.kind === "enumeration")
  );
}

/** Anonymous types get a declaration under a name made of where they stand. */
export function declareAnonymous(
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
  let content: ReturnType<typeof planContent> | undefined;
  const planned: PlannedComplexType = {
    ...identity,
    kind: "complex",
    definition,
    content: () => (content ??= planContent(planned, context)),
  };
  return planned;
}

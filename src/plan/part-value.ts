import type { PartType, QName } from "../model/index.js";
import { elementValue } from "./content/plan-content.js";
import type { PlanContext } from "./context.js";
import { planReference } from "./references.js";
import { keyword, union } from "./type-expression.js";
import type { ValuePlan } from "./value-plan.js";

/** A value as an element on the wire. */
export interface ElementValue {
  readonly value: ValuePlan;
  readonly name: { readonly namespace: string; readonly local: string };
  readonly nillable: boolean;
}

/** The value of a part, and the element it is on the wire: that of the part, or an unqualified accessor. */
export function partValue(
  type: PartType,
  partName: string,
  context: PlanContext,
): ElementValue {
  if (type.kind === "element") {
    const declared = declaredElement(type.name, context);
    if (declared !== undefined) return declared;
  }
  const reference =
    type.kind === "type"
      ? type.reference
      : ({ kind: "unknown", reason: "the element is not declared" } as const);
  const use = {
    ownerKey: `part:${partName}`,
    ownerName: "",
    local: partName,
    namespace: "",
  };
  const name =
    type.kind === "element" ? type.name : { namespace: "", local: partName };
  return {
    value: planReference(reference, use, context),
    name,
    nillable: false,
  };
}

/** The value of a global element; undefined where it is not declared. */
export function declaredElement(
  name: QName,
  context: PlanContext,
): ElementValue | undefined {
  const declaration = context.model.schemas.elements.get(name.key);
  if (declaration === undefined) return undefined;
  const owner = {
    key: "message",
    name: "",
    namespace: name.namespace,
    context,
  };
  return {
    value: elementValue(declaration, owner),
    name,
    nillable: declaration.nillable,
  };
}

/** The value, or `null` where the element may be nil. */
export function nillableValue({ value, nillable }: ElementValue): ValuePlan {
  return nillable
    ? { ...value, type: union([value.type, keyword("null")]) }
    : value;
}

import {
  SOAP11_ENCODING_NAMESPACE,
  SOAP12_ENCODING_NAMESPACE,
  qname,
  xsd,
  type ComplexType,
  type QName,
} from "../model/index.js";
import {
  array,
  number,
  object,
  text,
  thunk,
  type Expression,
} from "./expression.js";
import type { PlanContext, PlannedComplexType } from "./context.js";
import { namespaceOf } from "./namespace-of.js";
import { planReference } from "./references.js";
import {
  arrayOf,
  keyword,
  union,
  type TypeExpression,
} from "./type-expression.js";
import type { ValuePlan } from "./value-plan.js";

/** A SOAP-encoded array type (SOAP 1.1 §5.4.2, WSDL 1.1 §2.2): its value is an array of items, not a structure. */
export interface SoapArray {
  readonly itemType: QName;
  readonly dimensions: number;
}

/** Whether a complex type is restricted from `soapenc:Array`, and of what. */
export function soapArrayOf(definition: ComplexType): SoapArray | undefined {
  const declared = definition.attributes.find(
    (use) => use.arrayType !== undefined,
  )?.arrayType;
  if (declared !== undefined) {
    const [first = ""] = declared.dimensions.split("]", 1);
    return { itemType: declared.itemType, dimensions: first.split(",").length };
  }
  if (!isArrayBase(definition.base)) return undefined;
  return {
    itemType: onlyMemberType(definition) ?? xsd("anyType"),
    dimensions: 1,
  };
}

function isArrayBase(base: QName | undefined): boolean {
  return (
    base === qname(SOAP11_ENCODING_NAMESPACE, "Array") ||
    base === qname(SOAP12_ENCODING_NAMESPACE, "Array")
  );
}

/** Without `wsdl:arrayType` the type of the repeated member is that of the items. */
function onlyMemberType({ content }: ComplexType): QName | undefined {
  if (content.contentKind !== "elementOnly") return undefined;
  const { term } = content.particle;
  const [only] = term.kind === "group" ? term.particles : [];
  if (only?.term.kind !== "element") return undefined;
  const { type } = only.term.declaration;
  return type.kind === "named" ? type.name : undefined;
}

function planItem(
  { itemType }: SoapArray,
  type: PlannedComplexType,
  context: PlanContext,
): ValuePlan {
  const use = {
    ownerKey: type.key,
    ownerName: type.name,
    local: "Item",
    namespace: type.namespace,
  };
  return planReference({ kind: "named", name: itemType }, use, context);
}

/** Items that are not on the wire of a sparse array are `null`. */
export function soapArrayType(
  soapArray: SoapArray,
  type: PlannedComplexType,
  context: PlanContext,
): TypeExpression {
  let result: TypeExpression = union([
    planItem(soapArray, type, context).type,
    keyword("null"),
  ]);
  for (let dimension = 0; dimension < soapArray.dimensions; dimension++)
    result = arrayOf(result);
  return result;
}

export function soapArrayDescriptor(
  soapArray: SoapArray,
  type: PlannedComplexType,
  context: PlanContext,
): Expression {
  const { itemType, dimensions } = soapArray;
  const name = type.definition.name?.local;
  return object({
    kind: text("array"),
    name: name === undefined ? undefined : text(name),
    namespace: namespaceOf(type.namespace),
    item: thunk(planItem(soapArray, type, context).descriptor),
    itemName: text(itemType.local),
    itemNamespace: namespaceOf(itemType.namespace),
    dimensions: dimensions === 1 ? undefined : number(dimensions),
  });
}

/** One item, in as many arrays as there are dimensions. */
export function soapArraySample(
  soapArray: SoapArray,
  sampleItem: (item: ValuePlan) => Expression | undefined,
  {
    type,
    context,
  }: { readonly type: PlannedComplexType; readonly context: PlanContext },
): Expression {
  const item = sampleItem(planItem(soapArray, type, context));
  let result: Expression = array(item === undefined ? [] : [item]);
  for (let dimension = 1; dimension < soapArray.dimensions; dimension++)
    result = array([result]);
  return result;
}

import {
  SOAP11_ENCODING_NAMESPACE,
  SOAP12_ENCODING_NAMESPACE,
  qname,
  xsd,
  type ComplexType,
  type ElementDeclaration,
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
  /** What the items are called, where that is declared. */
  readonly itemName?: QName;
  /** How many dimensions the array has, then its items where they are arrays: 1 and 2 for `int[,][]`. Never empty. */
  readonly ranks: readonly number[];
}

/** Whether a complex type is restricted from `soapenc:Array`, and of what. */
export function soapArrayOf(definition: ComplexType): SoapArray | undefined {
  const item = onlyMember(definition);
  const declared = definition.attributes.find(
    (use) => use.arrayType !== undefined,
  )?.arrayType;
  if (declared !== undefined) {
    const brackets = declared.dimensions.match(/\[[^\]]*\]/g) ?? [""];
    const ranks = brackets.map((each) => each.split(",").length);
    // The last pair of brackets is that of the array itself (SOAP 1.1 §5.4.2).
    return {
      ...nameOf(item),
      itemType: declared.itemType,
      ranks: ranks.toReversed(),
    };
  }
  if (!isArrayBase(definition.base)) return undefined;
  return { ...nameOf(item), itemType: typeOf(item), ranks: [1] };
}

function isArrayBase(base: QName | undefined): boolean {
  return (
    base === qname(SOAP11_ENCODING_NAMESPACE, "Array") ||
    base === qname(SOAP12_ENCODING_NAMESPACE, "Array")
  );
}

function onlyMember({ content }: ComplexType): ElementDeclaration | undefined {
  if (content.contentKind !== "elementOnly") return undefined;
  const { term } = content.particle;
  const [only] = term.kind === "group" ? term.particles : [];
  return only?.term.kind === "element" ? only.term.declaration : undefined;
}

function nameOf(
  item: ElementDeclaration | undefined,
): Pick<SoapArray, "itemName"> {
  return item === undefined ? {} : { itemName: item.name };
}

/** Without `wsdl:arrayType` the type of the repeated member is that of the items. */
function typeOf(item: ElementDeclaration | undefined): QName {
  return item?.type.kind === "named" ? item.type.name : xsd("anyType");
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
  let result = planItem(soapArray, type, context).type;
  for (const rank of soapArray.ranks.toReversed()) {
    result = union([result, keyword("null")]);
    for (let dimension = 0; dimension < rank; dimension++)
      result = arrayOf(result);
  }
  return result;
}

export function soapArrayDescriptor(
  soapArray: SoapArray,
  type: PlannedComplexType,
  context: PlanContext,
): Expression {
  const { itemType, ranks, itemName: element } = soapArray;
  const name = type.definition.name?.local;
  let item = planItem(soapArray, type, context).descriptor;
  let itemName = itemType.local;
  const namespace = element?.namespace ?? "";
  for (const [index, rank] of [...ranks.entries()].toReversed()) {
    item = object({
      kind: text("array"),
      name: name === undefined || index > 0 ? undefined : text(name),
      namespace: namespaceOf(type.namespace),
      item: thunk(item),
      itemName: text(itemName),
      itemNamespace: namespaceOf(itemType.namespace),
      element: element === undefined ? undefined : text(element.local),
      elementNamespace: namespace === "" ? undefined : namespaceOf(namespace),
      dimensions: rank === 1 ? undefined : number(rank),
    });
    itemName += `[${",".repeat(rank - 1)}]`;
  }
  return item;
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
  const dimensions = soapArray.ranks.reduce((sum, rank) => sum + rank, 0);
  for (let dimension = 1; dimension < dimensions; dimension++)
    result = array([result]);
  return result;
}

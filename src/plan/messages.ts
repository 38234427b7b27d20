import type {
  Body,
  Envelope,
  HeaderBlock,
  Part,
  PartType,
  QName,
} from "../model/index.js";
import { elementValue } from "./content/plan-content.js";
import type { PlanContext } from "./context.js";
import { descriptorOfElement } from "./elements.js";
import { occurrence } from "./descriptors.js";
import { namespaceOf } from "./namespace-of.js";
import { documentationLines } from "./documentation.js";
import {
  array,
  flag,
  reference,
  object,
  text,
  thunk,
  type Expression,
} from "./expression.js";
import { planReference } from "./references.js";
import type { PropertyPlan } from "./types/type-declaration.js";
import { keyword, type TypeExpression } from "./type-expression.js";
import type { ValuePlan } from "./value-plan.js";

/** How one direction of an operation is typed and coded. */
export interface MessagePlan {
  /** The value, where one schema type is all of it; undefined for nothing at all. */
  readonly value?: ValuePlan;
  /** The value as an object of parts. */
  readonly parts?: readonly PartPlan[];
  readonly descriptor: Expression;
}

export interface PartPlan {
  readonly property: string;
  readonly value: ValuePlan;
  readonly isOptional: boolean;
  readonly documentation?: string;
}

export function planMessage(
  envelope: Envelope,
  context: PlanContext,
): MessagePlan {
  const { body, headers, attachments } = envelope;
  const planned = planBody(body, context);
  const descriptor = object({
    headers:
      headers.length === 0
        ? undefined
        : thunk(
            array(headers.map((header) => headerDescriptor(header, context))),
          ),
    body: planned.descriptor,
    attachments:
      attachments.length === 0
        ? undefined
        : array(
            attachments.map(({ name, contentTypes }) =>
              object({
                property: text(name),
                contentTypes: array(contentTypes.map(text)),
              }),
            ),
          ),
  });
  return { ...planned, descriptor };
}

const soapEncoding = reference("xsd", "soapEncoding");

function planBody(body: Body, context: PlanContext): MessagePlan {
  switch (body.kind) {
    case "empty": {
      const wrapped = body.isWrapped === true ? flag(true) : undefined;
      return { descriptor: object({ kind: text("empty"), wrapped }) };
    }
    case "element":
      return planElementBody(body.name, context);
    case "xml":
      return planDocument(body, context);
    default:
      return planParts(body, context);
  }
}

function planElementBody(name: QName, context: PlanContext): MessagePlan {
  const declared = declaredElement(name, context);
  const descriptor = object({
    kind: text("element"),
    element: thunk(descriptorOfElement(name, context)),
  });
  if (declared === undefined) return { descriptor };
  const { value } = declared;
  return { value: declared.nillable ? nillable(value) : value, descriptor };
}

function nillable(value: ValuePlan): ValuePlan {
  return {
    ...value,
    type: { kind: "union", types: [value.type, keyword("null")] },
  };
}

type PartsBody = Extract<Body, { kind: "parts" | "rpc" | "parameters" }>;

function planParts(body: PartsBody, context: PlanContext): MessagePlan {
  const planned = body.parts.map((part) => planPart(part, context));
  return {
    parts: planned.map(({ plan }) => plan),
    descriptor: object({
      ...partsEntries(body),
      parts: thunk(array(planned.map(({ descriptor }) => descriptor))),
    }),
  };
}

function partsEntries(
  body: PartsBody,
): Readonly<Record<string, Expression | undefined>> {
  switch (body.kind) {
    case "parts":
      return {
        kind: text("parts"),
        encoded: body.isEncoded ? soapEncoding : undefined,
      };
    case "rpc":
      return {
        kind: text("rpc"),
        wrapper: text(body.wrapper.local),
        namespace: namespaceOf(body.wrapper.namespace),
        encoded: body.isEncoded ? soapEncoding : undefined,
      };
    case "parameters":
      return {
        kind: text("parameters"),
        location: text(body.location),
        placement: text(body.placement),
      };
  }
}

function planPart(
  part: Part,
  context: PlanContext,
): { readonly plan: PartPlan; readonly descriptor: Expression } {
  const {
    value,
    name,
    nillable: isNillable,
  } = partValue(part.type, part.name, context);
  const { arrayItem } = part;
  const times = part.occurrence ?? { min: 1, max: 1 };
  const repeats = arrayItem === undefined && times.max !== 1;
  const plan: PartPlan = {
    property: part.name,
    value: repeats
      ? { ...value, type: { kind: "array", item: value.type } }
      : value,
    isOptional: times.min === 0,
    ...(part.documentation === undefined
      ? {}
      : { documentation: part.documentation }),
  };
  const wireType: PartType =
    arrayItem === undefined
      ? part.type
      : { kind: "type", reference: arrayItem.type };
  const descriptor = object({
    property: text(part.name),
    element: text(name.local),
    namespace: namespaceOf(name.namespace),
    type: partValue(wireType, part.name, context).value.descriptor,
    nillable: isNillable ? flag(true) : undefined,
    ...occurrence(
      arrayItem === undefined ? times : { min: 0, max: "unbounded" },
    ),
    item: arrayItem === undefined ? undefined : text(arrayItem.name.local),
  });
  return { plan, descriptor };
}

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

function declaredElement(
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

function planDocument(
  body: Extract<Body, { kind: "xml" }>,
  context: PlanContext,
): MessagePlan {
  const { value, nillable: isNillable } = partValue(
    body.type,
    body.root.local,
    context,
  );
  const root = object({
    element: text(body.root.local),
    namespace: namespaceOf(body.root.namespace),
    type: value.descriptor,
    nillable: isNillable ? flag(true) : undefined,
  });
  const descriptor = object({
    kind: text("xml"),
    root: thunk(root),
    property: body.result === undefined ? undefined : text(body.result),
  });
  if (body.result === undefined) return { value, descriptor };
  return {
    parts: [{ property: body.result, value, isOptional: false }],
    descriptor,
  };
}

function headerDescriptor(
  header: HeaderBlock,
  context: PlanContext,
): Expression {
  const { value, nillable: isNillable } = partValue(
    header.type,
    header.name.local,
    context,
  );
  return object({
    property: text(header.name.local),
    element: text(header.name.local),
    namespace: namespaceOf(header.name.namespace),
    type: value.descriptor,
    nillable: isNillable ? flag(true) : undefined,
    required: header.isRequired ? flag(true) : undefined,
    encoded: header.isEncoded ? flag(true) : undefined,
  });
}

export function partProperties(
  parts: readonly PartPlan[],
): readonly PropertyPlan[] {
  return parts.map(({ property, value, isOptional, documentation }) => ({
    name: property,
    isOptional,
    type: value.type,
    doc: documentationLines({ documentation }),
  }));
}

/** Types of the header blocks a message takes, as properties. */
export function headerProperties(
  headers: readonly HeaderBlock[],
  context: PlanContext,
): readonly PropertyPlan[] {
  return headers.map((header) => ({
    name: header.name.local,
    isOptional: !header.isRequired,
    type: partValue(header.type, header.name.local, context).value.type,
    doc: documentationLines({ documentation: header.documentation }),
  }));
}

export const voidType: TypeExpression = keyword("void");

import {
  XSD_NAMESPACE,
  type AttachmentPart,
  type Body,
  type Envelope,
  type Part,
  type PartType,
  type QName,
} from "../model/index.js";
import { builtinValue } from "./builtin-values.js";
import type { PlanContext } from "./context.js";
import { descriptorOfElement } from "./elements.js";
import { occurrence } from "./descriptors.js";
import { namespaceOf } from "./namespace-of.js";
import { documentationLines } from "./documentation.js";
import {
  array,
  flag,
  object,
  text,
  thunk,
  type Expression,
} from "./expression.js";
import { headerDescriptor } from "./headers.js";
import { declaredElement, nillableValue, partValue } from "./part-value.js";
import { soapEncoding } from "./soap-encoding.js";
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

/** One direction of an operation. */
export interface MessageRole {
  readonly isAnswer: boolean;
  /** Property names of its header blocks, by key of the element. */
  readonly headerNames: ReadonlyMap<string, string>;
}

export function planMessage(
  envelope: Envelope,
  { isAnswer, headerNames }: MessageRole,
  context: PlanContext,
): MessagePlan {
  const { body, headers, attachments } = envelope;
  const isBare = headers.length === 0 && attachments.length === 0;
  if (isBare && body.kind === "element")
    return planBareElement(body.name, context);
  const planned = planBody(body, context);
  const blocks = headers.map((header) =>
    headerDescriptor(header, headerNames, context),
  );
  const descriptor = object({
    headers: blocks.length === 0 ? undefined : thunk(array(blocks)),
    body: planned.descriptor,
    attachments:
      attachments.length === 0
        ? undefined
        : array(attachments.map((each) => attachmentDescriptor(each, context))),
  });
  if (attachments.length === 0) return { ...planned, descriptor };
  const beside = attachments.map((each) =>
    planAttachment(each, isAnswer, context),
  );
  return { parts: [...(planned.parts ?? []), ...beside], descriptor };
}

function attachmentDescriptor(
  { name, contentTypes }: AttachmentPart,
  { streamsBinary }: PlanContext,
): Expression {
  return object({
    property: text(name),
    contentTypes: array(contentTypes.map(text)),
    streamed: streamsBinary ? flag(true) : undefined,
  });
}

/** Bytes beside the envelope; servers leave those out of an answer that they have nothing for. */
function planAttachment(
  { name, contentTypes }: AttachmentPart,
  isAnswer: boolean,
  context: PlanContext,
): PartPlan {
  const types = contentTypes.filter((type) => type !== "*/*");
  return {
    property: name,
    value: builtinValue("base64Binary", context),
    isOptional: isAnswer,
    documentation: `Attachment${types.length === 0 ? "" : ` (${types.join(" or ")})`}.`,
  };
}

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

/** Most messages: an element and nothing beside it, the same for every binding. */
function planBareElement(name: QName, context: PlanContext): MessagePlan {
  const { bareElements } = context;
  const known = bareElements.get(name.key);
  if (known !== undefined) return known;
  const planned = planElementBody(name, context);
  const descriptor = object({ body: planned.descriptor });
  const message = { ...planned, descriptor };
  bareElements.set(name.key, message);
  return message;
}

function planElementBody(name: QName, context: PlanContext): MessagePlan {
  const { elementBodies } = context;
  const known = elementBodies.get(name.key);
  if (known !== undefined) return known;
  const planned = planElement(name, context);
  elementBodies.set(name.key, planned);
  return planned;
}

function planElement(name: QName, context: PlanContext): MessagePlan {
  const declared = declaredElement(name, context);
  const descriptor = object({
    kind: text("element"),
    element: thunk(descriptorOfElement(name, context)),
  });
  if (declared === undefined) return { descriptor };
  return { value: nillableValue(declared), descriptor };
}

type PartsBody = Extract<Body, { kind: "parts" | "rpc" | "parameters" }>;

function planParts(body: PartsBody, context: PlanContext): MessagePlan {
  const isEncodedDocument = body.kind === "parts" && body.isEncoded;
  const planned = body.parts.map((part) =>
    planPart(part, context, isEncodedDocument ? rootName(part) : undefined),
  );
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

/** SOAP 1.1 §5.6: what no element contains is named after its type; .NET wants it so. */
function rootName({ type }: Part): QName | undefined {
  if (type.kind !== "type" || type.reference.kind !== "named") return undefined;
  const { name } = type.reference;
  return name.namespace === XSD_NAMESPACE ? undefined : name;
}

function planPart(
  part: Part,
  context: PlanContext,
  root?: QName,
): { readonly plan: PartPlan; readonly descriptor: Expression } {
  const planned = partValue(part.type, part.name, context);
  const { name, nillable: isNillable } = planned;
  const value = nillableValue(planned);
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
    element: text((root ?? name).local),
    namespace: namespaceOf((root ?? name).namespace),
    type: partValue(wireType, part.name, context).value.descriptor,
    nillable: isNillable ? flag(true) : undefined,
    ...occurrence(
      arrayItem === undefined ? times : { min: 0, max: "unbounded" },
    ),
    item: arrayItem === undefined ? undefined : text(arrayItem.name.local),
  });
  return { plan, descriptor };
}

function planDocument(
  body: Extract<Body, { kind: "xml" }>,
  context: PlanContext,
): MessagePlan {
  const planned = partValue(body.type, body.root.local, context);
  const value = nillableValue(planned);
  const root = object({
    element: text(body.root.local),
    namespace: namespaceOf(body.root.namespace),
    type: value.descriptor,
    nillable: planned.nillable ? flag(true) : undefined,
  });
  const descriptor = object({
    kind: text("xml"),
    root: thunk(root),
    property: body.result === undefined ? undefined : text(body.result),
    location: body.location === undefined ? undefined : text(body.location),
    mediaType: body.mediaType === undefined ? undefined : text(body.mediaType),
    content: body.isContent === true ? flag(true) : undefined,
  });
  if (body.result === undefined) return { value, descriptor };
  return {
    parts: [{ property: body.result, value, isOptional: false }],
    descriptor,
  };
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

export const voidType: TypeExpression = keyword("void");

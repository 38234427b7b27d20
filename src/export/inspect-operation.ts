import type {
  BindingOperation,
  Envelope,
  Model,
  Operation,
  Part,
  PartType,
  Port,
  QName,
} from "../model/index.js";
import { describeName, describeReference } from "./describe-type.js";
import { inspectFact, inspectName } from "./inspect-fact.js";
import { inspectContent, inspectReference } from "./inspect-type.js";
import type {
  InspectedBinding,
  InspectedMember,
  InspectedMessage,
  InspectedOperation,
} from "./inspection.js";

/** One operation with what it takes, gives and fails with. */
export function inspectOperation(
  operation: Operation,
  model: Model,
): InspectedOperation {
  const [main] = operation.bindings;
  const { documentation, origin } = operation;
  const nothing = { headers: [], members: [], fact: inspectFact(origin) };
  return {
    name: operation.name,
    portType: inspectName(operation.portType),
    isOneWay: operation.isOneWay,
    ...(documentation === undefined ? {} : { documentation }),
    bindings: operation.bindings.map((one) => inspectBinding(one, model)),
    request: main === undefined ? nothing : inspectMessage(main.request, model),
    ...(main?.response === undefined
      ? {}
      : { response: inspectMessage(main.response, model) }),
    faults: (main?.faults ?? []).map((fault) => ({
      name: fault.name,
      type:
        fault.type.kind === "element"
          ? describeName(fault.type.name)
          : describeReference(fault.type.reference),
      fact: inspectFact(fault.origin),
    })),
    errors: operation.errors.map((error) => ({
      code: error.code,
      message: error.message,
      fact: inspectFact(error.origin),
    })),
    fact: inspectFact(origin),
  };
}

function inspectBinding(
  { protocol, action, binding, origin }: BindingOperation,
  model: Model,
): InspectedBinding {
  const ports: readonly Port[] = model.services.flatMap(
    (service) => service.ports,
  );
  const endpoints = ports
    .filter((port) => port.binding.key === binding.key)
    .flatMap(({ address }) => (address === undefined ? [] : [address]));
  return {
    protocol,
    ...(action === undefined ? {} : { action }),
    endpoints: [...new Set(endpoints)],
    fact: inspectFact(origin),
  };
}

function inspectMessage(envelope: Envelope, model: Model): InspectedMessage {
  return {
    ...inspectBody(envelope, model),
    headers: envelope.headers.map((header) => ({
      ...partMember(header.name.local, header, model),
      namespace: header.name.namespace,
      presence: header.isRequired ? "required" : "optional",
      min: header.isRequired ? 1 : 0,
    })),
    fact: inspectFact(envelope.origin),
  };
}

type InspectedBody = Pick<InspectedMessage, "element" | "members">;

function inspectBody({ body, origin }: Envelope, model: Model): InspectedBody {
  switch (body.kind) {
    case "empty":
      return { members: [] };
    case "element":
      return inspectElementBody(body.name, model);
    case "rpc":
      return {
        element: inspectName(body.wrapper),
        members: partMembers(body.parts, model),
      };
    case "parts":
    case "parameters":
      return { members: partMembers(body.parts, model) };
    case "xml": {
      const part = { type: body.type, origin };
      return {
        element: inspectName(body.root),
        members: [partMember(body.result ?? "$value", part, model)],
      };
    }
  }
}

/** The members of an element whose type is defined in place; else the element's content as one value. */
function inspectElementBody(name: QName, model: Model): InspectedBody {
  const element = inspectName(name);
  const declaration = model.schemas.elements.get(name.key);
  if (declaration === undefined) return { element, members: [] };
  const { type, origin } = declaration;
  if (type.kind === "anonymous" && type.type.kind === "complex") {
    return { element, members: inspectContent(type.type, model) };
  }
  const part = { type: { kind: "element", name }, origin } as const;
  return { element, members: [partMember("$value", part, model)] };
}

function partMembers(
  parts: readonly Part[],
  model: Model,
): readonly InspectedMember[] {
  return parts.map((part) => partMember(part.name, part, model));
}

/** A part, header block or root: an element that is there once. */
function partMember(
  name: string,
  part: Pick<Part, "type" | "origin" | "documentation">,
  model: Model,
): InspectedMember {
  const { documentation } = part;
  return {
    name,
    namespace: "",
    kind: "element",
    presence: "required",
    min: 1,
    max: 1,
    ...partShape(part.type, model),
    ...(documentation === undefined ? {} : { documentation }),
    fact: inspectFact(part.origin),
  };
}

function partShape(
  type: PartType,
  model: Model,
): Pick<InspectedMember, "type" | "values" | "members"> {
  const walk = { model, depth: 0 };
  if (type.kind === "type") return inspectReference(type.reference, walk);
  const declaration = model.schemas.elements.get(type.name.key);
  return declaration === undefined
    ? { type: describeName(type.name), values: [], members: [] }
    : inspectReference(declaration.type, walk);
}

import type {
  BindingOperation,
  Body,
  ElementDeclaration,
  Operation,
  Part,
  Particle,
  SchemaSet,
} from "../model/index.js";
import { qname, XSD_NAMESPACE } from "../model/index.js";
import type { LinkContext } from "./context.js";
import { mapSame } from "./schemas/map-same.js";

/**
 * HTTP GET and POST bindings have port types of their own, whose parameters are all strings. Where a SOAP operation of
 * the same name in the same service takes the same parameters, the HTTP binding carries that operation, with its types.
 */
export function joinHttpOperations(
  operations: readonly Operation[],
  context: LinkContext,
): readonly Operation[] {
  const services = servicesByPortType(context);
  const flat = operations.map((each) => flatten(each, context.schemas));
  return joinFlat(flat, services, context);
}

/** Parameters declared by an element are the members of that element; Axis2 declares them so. */
function flatten(operation: Operation, schemas: SchemaSet): Operation {
  const bindings = mapSame(operation.bindings, (binding) => {
    const { body } = binding.request;
    if (body.kind !== "parameters" || body.parts.length !== 1) return binding;
    const parts = body.parts.flatMap((part) => memberParts(part, schemas));
    const request = { ...binding.request, body: { ...body, parts } };
    return { ...binding, request };
  });
  return bindings === operation.bindings
    ? operation
    : { ...operation, bindings };
}

function memberParts(part: Part, schemas: SchemaSet): readonly Part[] {
  if (part.type.kind !== "element") return [part];
  const body = { kind: "element", name: part.type.name } as const;
  const members = wrapperMembers(body, schemas);
  if (members?.every((each) => localElement(each) !== undefined) !== true)
    return [part];
  return members.map((member) => partLike(part, member, schemas));
}

function joinFlat(
  operations: readonly Operation[],
  services: ReadonlyMap<string, ReadonlySet<string>>,
  context: LinkContext,
): readonly Operation[] {
  const soap = operations.filter((operation) => !isHttpOnly(operation));
  const homes = new Map<string, Operation[]>();
  for (const operation of soap) {
    for (const service of services.get(operation.portType.key) ?? []) {
      const key = `${service}\n${operation.name}`;
      homes.set(key, [...(homes.get(key) ?? []), operation]);
    }
  }
  const joined = new Map<Operation, readonly BindingOperation[]>();
  const remaining = operations.filter((operation) => {
    if (!isHttpOnly(operation)) return true;
    const candidates = [
      ...(services.get(operation.portType.key) ?? []),
    ].flatMap((service) => homes.get(`${service}\n${operation.name}`) ?? []);
    for (const home of candidates) {
      const bindings = operation.bindings.flatMap(
        (binding) => retype(binding, home, context.schemas) ?? [],
      );
      if (bindings.length < operation.bindings.length) continue;
      joined.set(home, [...(joined.get(home) ?? home.bindings), ...bindings]);
      return false;
    }
    return true;
  });
  const typed = remaining.map((operation) => ({
    ...operation,
    bindings: joined.get(operation) ?? operation.bindings,
  }));
  return joinAlike(typed, services);
}

/** Without a SOAP operation, GET and POST of one name, the same parameters and the same reply are one operation. */
function joinAlike(
  operations: readonly Operation[],
  services: ReadonlyMap<string, ReadonlySet<string>>,
): readonly Operation[] {
  const alike = new Map<string, Operation>();
  for (const operation of operations) {
    const key = isHttpOnly(operation)
      ? httpKey(operation, services)
      : `#${alike.size}`;
    const known = alike.get(key);
    const bindings = [...(known?.bindings ?? []), ...operation.bindings];
    alike.set(key, { ...(known ?? operation), bindings });
  }
  return [...alike.values()];
}

function httpKey(
  { name, portType, bindings }: Operation,
  services: ReadonlyMap<string, ReadonlySet<string>>,
): string {
  const homes = [...(services.get(portType.key) ?? [portType.key])];
  const messages = bindings.map(({ request, response }) => [
    request.body.kind === "parameters"
      ? request.body.parts.map((part) => part.name)
      : request.body.kind,
    response?.body.kind === "xml" ? response.body.root.key : "",
  ]);
  return JSON.stringify([homes, name, messages]);
}

function isHttpOnly(operation: Operation): boolean {
  return (
    operation.bindings.length > 0 &&
    operation.bindings.every(
      ({ protocol }) => protocol === "http-get" || protocol === "http-post",
    )
  );
}

function servicesByPortType(
  context: LinkContext,
): ReadonlyMap<string, ReadonlySet<string>> {
  const services = new Map<string, Set<string>>();
  for (const service of context.services) {
    for (const port of service.ports) {
      const portType = context.bindings.get(port.binding.key)?.portType.key;
      if (portType === undefined) continue;
      const known = services.get(portType) ?? new Set();
      services.set(portType, known.add(service.name.key));
    }
  }
  return services;
}

/** The HTTP binding with the types of the SOAP operation; undefined when the parameters differ. */
function retype(
  binding: BindingOperation,
  home: Operation,
  schemas: SchemaSet,
): BindingOperation | undefined {
  const soap = home.bindings[0];
  if (soap === undefined) return undefined;
  if (binding.request.body.kind !== "parameters")
    return sameRoot(binding.request.body, soap.request.body)
      ? withResult(binding, soap, schemas)
      : undefined;
  if (isStructured(soap.request.body, schemas)) return undefined;
  if (soap.response && isStructured(soap.response.body, schemas))
    return undefined;
  const members = wrapperMembers(soap.request.body, schemas);
  if (members === undefined) return undefined;
  const parts: Part[] = [];
  for (const part of binding.request.body.parts) {
    const member = members.find(
      (candidate) => localElement(candidate)?.name.local === part.name,
    );
    if (member === undefined) return undefined;
    parts.push(partLike(part, member, schemas));
  }
  const request = {
    ...binding.request,
    body: { ...binding.request.body, parts },
  };
  return withResult({ ...binding, request }, soap, schemas);
}

function withResult(
  binding: BindingOperation,
  soap: BindingOperation,
  schemas: SchemaSet,
): BindingOperation {
  const { response } = binding;
  if (response === undefined) return binding;
  const body = resultBody(response.body, soap.response?.body, schemas);
  return { ...binding, response: { ...response, body } };
}

/** Whether the document is the very element that SOAP has in its body. */
function sameRoot(http: Body, soap: Body | undefined): boolean {
  return (
    http.kind === "xml" && soap?.kind === "element" && http.root === soap.name
  );
}

/** Encoded structs and arrays are other types than those that HTTP carries, which are literal. */
function isStructured(body: Body, schemas: SchemaSet): boolean {
  if (body.kind !== "rpc" || !body.isEncoded) return false;
  return body.parts.some(({ type }) => {
    const name =
      type.kind === "type" && type.reference.kind === "named"
        ? type.reference.name.key
        : "";
    return schemas.types.get(name)?.kind === "complex";
  });
}

function partLike(part: Part, member: Particle, schemas: SchemaSet): Part {
  const declaration = localElement(member);
  if (declaration === undefined) return part;
  const arrayItem = arrayItemOf(declaration, schemas);
  return {
    ...part,
    name: declaration.name.local,
    type: { kind: "type", reference: declaration.type },
    occurrence: { min: member.min, max: member.max },
    ...(arrayItem === undefined ? {} : { arrayItem }),
    ...(declaration.documentation === undefined
      ? {}
      : { documentation: declaration.documentation }),
  };
}

/** The name of the only, repeated member of an array wrapper. */
function arrayItemOf(
  declaration: ElementDeclaration,
  schemas: SchemaSet,
): Part["arrayItem"] {
  const { type } = declaration;
  if (type.kind === "named" && type.name.namespace === XSD_NAMESPACE)
    return undefined;
  const definition =
    type.kind === "named"
      ? schemas.types.get(type.name.key)
      : type.kind === "anonymous"
        ? type.type
        : undefined;
  if (
    definition?.kind !== "complex" ||
    definition.content.contentKind !== "elementOnly"
  )
    return undefined;
  const { term } = definition.content.particle;
  const only =
    term.kind === "group" && term.particles.length === 1
      ? term.particles[0]
      : undefined;
  const item =
    only === undefined || only.max === 1 ? undefined : localElement(only);
  return item && { name: item.name, type: item.type };
}

function resultBody(
  http: Body,
  soap: Body | undefined,
  schemas: SchemaSet,
): Body {
  if (http.kind === "empty")
    return soap === undefined ? http : { kind: "empty", isWrapped: true };
  if (http.kind !== "xml" || soap === undefined || sameRoot(http, soap))
    return http;
  const [result] = wrapperMembers(soap, schemas) ?? [];
  const declaration = result === undefined ? undefined : localElement(result);
  if (declaration === undefined) return http;
  return {
    ...http,
    type: { kind: "type", reference: declaration.type },
    result: declaration.name.local,
  };
}

/** Members of the wrapper element; undefined when the body is not wrapped. */
function wrapperMembers(
  body: Body,
  schemas: SchemaSet,
): readonly Particle[] | undefined {
  if (body.kind === "empty") return [];
  if (body.kind === "rpc") return body.parts.flatMap(partParticle);
  if (body.kind !== "element") return undefined;
  const type = schemas.elements.get(body.name.key)?.type;
  const definition =
    type?.kind === "named"
      ? schemas.types.get(type.name.key)
      : type?.kind === "anonymous"
        ? type.type
        : undefined;
  if (definition?.kind !== "complex") return undefined;
  if (definition.content.contentKind === "empty") return [];
  if (definition.content.contentKind !== "elementOnly") return undefined;
  const { term } = definition.content.particle;
  return term.kind === "group" && term.compositor === "sequence"
    ? term.particles
    : undefined;
}

function localElement(particle: Particle): ElementDeclaration | undefined {
  return particle.term.kind === "element"
    ? particle.term.declaration
    : undefined;
}

/** A part of an rpc message, seen as a member of its wrapper (WSDL 1.1 §3.5). */
function partParticle({ name, type, origin }: Part): readonly Particle[] {
  if (type.kind === "element") return [];
  const declaration: ElementDeclaration = {
    name: qname("", name),
    scope: "local",
    type: type.reference,
    nillable: false,
    isAbstract: false,
    origin,
  };
  const term = { kind: "element", declaration } as const;
  return [{ min: 1, max: 1, term, origin }];
}

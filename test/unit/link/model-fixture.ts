import {
  named,
  qname,
  type BindingOperation,
  type Body,
  type ComplexType,
  type ElementDeclaration,
  type Envelope,
  type Model,
  type Operation,
  type Origin,
  type Particle,
  type Protocol,
  type QName,
  type SchemaSet,
  type Service,
  type TypeReference,
} from "../../../src/model/index.js";
import { link } from "../read/schema-fixture.js";

export const origin: Origin = {
  span: { file: "a.wsdl", line: 1, column: 1, offset: 0, length: 1 },
  how: "declared",
  certainty: "certain",
};

/** A name of `urn:t`. */
export function t(local: string): QName {
  return qname("urn:t", local);
}

/** The components of a schema of `urn:t`. */
export function schemasOf(body: string): SchemaSet {
  return link(body).set;
}

export function envelope(body: Body, more: Partial<Envelope> = {}): Envelope {
  return { headers: [], body, attachments: [], origin, ...more };
}

/** A binding whose messages are the elements of the given names. */
export function binding(
  name: string,
  request: string,
  response?: string,
): BindingOperation {
  return {
    binding: t(name),
    protocol: "soap11",
    request: envelope({ kind: "element", name: t(request) }),
    ...(response === undefined
      ? {}
      : { response: envelope({ kind: "element", name: t(response) }) }),
    faults: [],
    origin,
  };
}

export function operation(
  name: string,
  bindings: readonly BindingOperation[],
  portType = "PortType",
): Operation {
  return {
    name,
    portType: t(portType),
    isOneWay: false,
    bindings,
    errors: [],
    origin,
  };
}

/** A service with one port for each binding; ports are called after their bindings. */
export function service(
  name: string,
  ...bindings: readonly (readonly [string, Protocol])[]
): Service {
  return {
    name: t(name),
    ports: bindings.map(([local, protocol]) => ({
      name: `${local}Port`,
      binding: t(local),
      protocol,
      origin,
    })),
    origin,
  };
}

export function modelOf(
  schemas: SchemaSet,
  operations: readonly Operation[],
  services: readonly Service[] = [],
): Model {
  return { schemas, operations, services };
}

export function localElement(
  local: string,
  type: TypeReference | QName,
  occurrence: Partial<Pick<Particle, "min" | "max">> = {},
): Particle {
  const declaration: ElementDeclaration = {
    name: t(local),
    scope: "local",
    type: "kind" in type ? type : named(type),
    nillable: false,
    isAbstract: false,
    origin,
  };
  const term = { kind: "element", declaration } as const;
  return { min: 1, max: 1, ...occurrence, term, origin };
}

export function sequence(...particles: readonly Particle[]): ComplexType {
  const term = { kind: "group", compositor: "sequence", particles } as const;
  const particle = { min: 1, max: 1, term, origin };
  return {
    kind: "complex",
    isAbstract: false,
    content: { contentKind: "elementOnly", particle },
    attributes: [],
    attributeGroups: [],
    origin,
  };
}

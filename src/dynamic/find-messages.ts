import type {
  BodyDescriptor,
  ElementDescriptor,
} from "../runtime/descriptor.js";

export type Direction = "request" | "response";

/** A message of an operation, as one port carries it. */
export interface FoundMessage {
  /** Unique name of the operation. */
  readonly functionName: string;
  readonly operation: string;
  readonly port: string;
  readonly direction: Direction;
}

/** Name of the first element in a SOAP body as `{namespace}local`; undefined where the body tells nothing. */
export function rootOfBody(body: BodyDescriptor): string | undefined {
  switch (body.kind) {
    case "element":
      return nameOf(body.element());
    case "xml":
      return nameOf(body.root());
    case "rpc":
      return expanded(body.namespace, body.wrapper);
    case "parts": {
      const [first] = body.parts();
      return first === undefined ? undefined : nameOf(first);
    }
    default:
      return undefined;
  }
}

/** Of an element as `{namespace}local`, as `DynamicSdk.elements` lists it. */
export function nameOf({ element, namespace = "" }: ElementDescriptor): string {
  return expanded(namespace, element);
}

function expanded(namespace: string, local: string): string {
  return namespace === "" ? local : `{${namespace}}${local}`;
}

import type {
  ElementDescriptor,
  TypeDescriptor,
} from "../runtime/descriptor.js";
import { XSD } from "../runtime/xml/namespaces.js";
import { expandedName } from "../runtime/xml/scope.js";
import * as xsd from "../runtime/xsd.js";
import { nameOf } from "./find-messages.js";

/** Global elements and named types by `{namespace}local`, the built-in types among them. */
export interface ComponentTables {
  readonly elements: ReadonlyMap<string, ElementDescriptor>;
  readonly types: ReadonlyMap<string, TypeDescriptor>;
}

export function tabulate(descriptors: Iterable<object>): ComponentTables {
  const elements = new Map<string, ElementDescriptor>();
  const types = new Map<string, TypeDescriptor>();
  for (const descriptor of [...descriptors, ...Object.values(xsd)]) {
    if (isElement(descriptor)) {
      elements.set(nameOf(descriptor), descriptor);
    } else if (isNamedType(descriptor)) {
      const { namespace = XSD, name } = descriptor;
      types.set(expandedName(namespace, name).key, descriptor);
    }
  }
  types.set(expandedName(XSD, "anyType").key, xsd.anyType);
  return { elements, types };
}

function isElement(descriptor: object): descriptor is ElementDescriptor {
  return "element" in descriptor;
}

interface NamedType {
  readonly name: string;
  readonly namespace?: string;
}

function isNamedType(
  descriptor: object,
): descriptor is TypeDescriptor & NamedType {
  return "kind" in descriptor && "name" in descriptor;
}

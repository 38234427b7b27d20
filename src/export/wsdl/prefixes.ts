import {
  XML_NAMESPACE,
  XSD_NAMESPACE,
  type Model,
  type QName,
} from "../../model/index.js";

/** Prefixes of the namespaces that the exported document mentions. */
export interface Prefixes {
  /** A name as an attribute value says it. */
  qname(name: QName): string;
  /** Namespace declarations for the root. */
  readonly declarations: Readonly<Record<string, string>>;
}

const fixed: readonly (readonly [string, string])[] = [
  ["xs", XSD_NAMESPACE],
  ["wsdl", "http://schemas.xmlsoap.org/wsdl/"],
  ["soap", "http://schemas.xmlsoap.org/wsdl/soap/"],
  ["soap12", "http://schemas.xmlsoap.org/wsdl/soap12/"],
  ["http", "http://schemas.xmlsoap.org/wsdl/http/"],
  ["mime", "http://schemas.xmlsoap.org/wsdl/mime/"],
];

/** `tns` for the target namespace, `ns1`, `ns2`, … for others in the order of the model. */
export function createPrefixes(
  model: Model,
  targetNamespace: string,
): Prefixes {
  const prefixes = new Map<string, string>(
    fixed.map(([prefix, namespace]) => [namespace, prefix]),
  );
  if (targetNamespace !== "") prefixes.set(targetNamespace, "tns");
  let count = 0;
  const prefixFor = (namespace: string): string => {
    const known = prefixes.get(namespace);
    if (known !== undefined) return known;
    count++;
    prefixes.set(namespace, `ns${count}`);
    return `ns${count}`;
  };
  for (const namespace of namespacesOf(model)) {
    if (namespace !== "" && namespace !== XML_NAMESPACE) prefixFor(namespace);
  }
  return {
    qname: ({ namespace, local }) => {
      if (namespace === "") return local;
      return namespace === XML_NAMESPACE
        ? `xml:${local}`
        : `${prefixFor(namespace)}:${local}`;
    },
    get declarations() {
      return Object.fromEntries(
        [...prefixes].map(([namespace, prefix]) => [
          `xmlns:${prefix}`,
          namespace,
        ]),
      );
    },
  };
}

function namespacesOf(model: Model): ReadonlySet<string> {
  const { types, elements, attributes } = model.schemas;
  return new Set(
    [...types.values(), ...elements.values(), ...attributes.values()].map(
      ({ name }) => name.namespace,
    ),
  );
}

import { expect, test } from "vitest";
import { createSink } from "../../../src/diagnostics/index.js";
import { linkSchemas } from "../../../src/link/schemas/index.js";
import {
  wellKnownNamespaces,
  wellKnownSchema,
} from "../../../src/load/well-known/index.js";
import { readSchema } from "../../../src/read/xsd/index.js";

test("all well-known schemas read and link without a word, and declare something", () => {
  const sink = createSink();
  const fragments = wellKnownNamespaces.map((namespace) => {
    const root = wellKnownSchema(namespace, sink);
    if (root === undefined) throw new Error(`no schema for ${namespace}`);
    const { fragment } = readSchema(root, { sink });
    const { types, elements, attributes } = fragment;
    expect(fragment.namespace).toBe(namespace);
    expect(types.length + elements.length + attributes.length).toBeGreaterThan(
      0,
    );
    return fragment;
  });
  const set = linkSchemas(fragments, sink);
  expect(sink.diagnostics).toEqual([]);
  expect(set.attributes.has("{http://www.w3.org/XML/1998/namespace}lang")).toBe(
    true,
  );
});

test.each([
  "http://schemas.xmlsoap.org/soap/encoding/",
  "http://www.w3.org/2003/05/soap-encoding",
  "http://www.w3.org/2005/05/xmlmime",
  "http://www.w3.org/2004/08/xop/include",
  "http://www.w3.org/2005/08/addressing",
  "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd",
  "http://www.w3.org/2000/09/xmldsig#",
  "urn:oasis:names:tc:SAML:1.0:assertion",
  "urn:oasis:names:tc:SAML:2.0:assertion",
  "http://ws-i.org/profiles/basic/1.1/xsd",
  "http://schemas.microsoft.com/2003/10/Serialization/",
  "http://xml.apache.org/xml-soap",
])("%s is known", (namespace) => {
  expect(wellKnownNamespaces).toContain(namespace);
});

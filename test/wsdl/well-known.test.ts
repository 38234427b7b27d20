import { rmSync } from "node:fs";
import { afterEach, expect, it } from "vitest";
import { folderOf, run } from "./command-line.js";
import { wsdlOf } from "./construct.js";

let folder = "";
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** A component of each schema that is known without a document, as WSDLs refer to it. */
it.each([
  [
    "SOAP encoding",
    "http://schemas.xmlsoap.org/soap/encoding/",
    'type="k:string"',
  ],
  ["xml:", "http://www.w3.org/XML/1998/namespace", "xml:lang"],
  ["xmlmime", "http://www.w3.org/2005/05/xmlmime", 'type="k:base64Binary"'],
  ["XOP", "http://www.w3.org/2004/08/xop/include", 'ref="k:Include"'],
  [
    "WS-Addressing",
    "http://www.w3.org/2005/08/addressing",
    'ref="k:EndpointReference"',
  ],
  [
    "WS-Security",
    "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd",
    'ref="k:Security"',
  ],
  ["XML Signature", "http://www.w3.org/2000/09/xmldsig#", 'ref="k:Signature"'],
  ["SAML", "urn:oasis:names:tc:SAML:2.0:assertion", 'ref="k:Assertion"'],
  ["swaRef", "http://ws-i.org/profiles/basic/1.1/xsd", 'type="k:swaRef"'],
  [
    "Microsoft serialization",
    "http://schemas.microsoft.com/2003/10/Serialization/",
    'type="k:guid"',
  ],
  [
    "WCF's Message",
    "http://schemas.microsoft.com/Message",
    'type="k:StreamBody"',
  ],
  ["Apache", "http://xml.apache.org/xml-soap", 'type="k:Map"'],
])(
  "%s is known without a document, whatever location it is imported from",
  async (_, namespace, use) => {
    const location = "http://unreachable.invalid/known.xsd";
    const member = use.startsWith("xml:")
      ? '<xs:attribute ref="xml:lang"/>'
      : `<xs:sequence><xs:element xmlns:k="${namespace}" ${use.startsWith("type") ? 'name="known" ' : ""}${use}/></xs:sequence>`;
    const schema = `<xs:import namespace="${namespace}" schemaLocation="${location}"/>
      <xs:element name="Root"><xs:complexType>${member}</xs:complexType></xs:element>`;
    folder = folderOf({ "t.wsdl": wsdlOf(schema) });
    const args = ["generate", "t.wsdl", "--offline"];
    const { exitCode, err } = await run(folder, args);
    expect([exitCode, err]).toEqual([0, ""]);
  },
);

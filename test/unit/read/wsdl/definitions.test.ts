import { expect, test } from "vitest";
import { createSink } from "../../../../src/diagnostics/index.js";
import { named, qname, xsd } from "../../../../src/model/index.js";
import {
  readWsdl,
  type WsdlDocument,
} from "../../../../src/read/wsdl/index.js";
import { rootOf } from "../schema-fixture.js";

const T = "urn:t";

interface Reading extends WsdlDocument {
  readonly codes: readonly string[];
}

function read(body: string): Reading {
  const sink = createSink();
  const root = rootOf(
    `<w:definitions xmlns:w="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:soap12="http://schemas.xmlsoap.org/wsdl/soap12/" xmlns:http="http://schemas.xmlsoap.org/wsdl/http/" xmlns:mime="http://schemas.xmlsoap.org/wsdl/mime/" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:wsam="http://www.w3.org/2007/05/addressing/metadata" xmlns:wsp="http://www.w3.org/ns/ws-policy" xmlns:wsu="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd" xmlns:t="${T}" targetNamespace="${T}">${body}</w:definitions>`,
  );
  const document = readWsdl(root, { sink });
  return { ...document, codes: sink.diagnostics.map(({ code }) => code) };
}

test("parts name an element or a type", () => {
  const { fragment, codes } = read(
    '<w:message name="m"><w:documentation>What.</w:documentation><w:part name="a" element="t:e"/><w:part name="b" type="xs:int"/></w:message>',
  );
  expect(codes).toEqual([]);
  expect(fragment.messages).toMatchObject([
    {
      name: qname(T, "m"),
      documentation: "What.",
      parts: [
        { name: "a", element: qname(T, "e") },
        { name: "b", type: named(xsd("int")) },
      ],
    },
  ]);
});

test.each([
  ["<w:input message='t:a'/><w:output message='t:b'/>", "request-response", []],
  ["<w:input message='t:a'/>", "one-way", []],
  [
    "<w:output message='t:b'/><w:input message='t:a'/>",
    "solicit-response",
    ["wsdl/solicit-response-not-supported"],
  ],
  [
    "<w:output message='t:b'/>",
    "notification",
    ["wsdl/notification-not-supported"],
  ],
])("%s is %s", (body, kind, expected) => {
  const { fragment, codes } = read(
    `<w:portType name="P"><w:operation name="o">${body}</w:operation></w:portType>`,
  );
  expect(fragment.portTypes[0]?.operations).toMatchObject([
    { name: "o", kind },
  ]);
  expect(codes).toEqual(expected);
});

test("messages of an operation have names, actions and faults", () => {
  const { fragment } = read(
    '<w:portType name="P"><w:operation name="o"><w:input name="i" message="t:a" wsam:Action="urn:act"/><w:output message="t:b"/><w:fault name="f" message="t:c"/></w:operation></w:portType>',
  );
  expect(fragment.portTypes[0]?.operations[0]).toMatchObject({
    input: { name: "i", message: qname(T, "a"), action: "urn:act" },
    output: { message: qname(T, "b") },
    faults: [{ name: "f", message: qname(T, "c") }],
  });
});

test("a SOAP binding has style, action, use, namespace, parts, headers and faults", () => {
  const { fragment, codes } =
    read(`<w:binding name="B" type="t:P"><soap:binding style="rpc" transport="http://schemas.xmlsoap.org/soap/http"/>
<w:operation name="o"><soap:operation soapAction="" style="document"/><w:input name="i"><soap:body use="encoded" namespace="urn:n" parts="a b"/><soap:header message="t:h" part="p" use="literal" w:required="true"><soap:headerfault message="t:hf" part="q" use="literal"/></soap:header></w:input>
<w:output><soap:body/></w:output><w:fault name="f"><soap:fault name="f" use="encoded" namespace="urn:f"/></w:fault></w:operation></w:binding>`);
  expect(codes).toEqual([]);
  expect(fragment.bindings).toMatchObject([
    {
      name: qname(T, "B"),
      portType: qname(T, "P"),
      protocol: "soap11",
      style: "rpc",
      operations: [
        {
          name: "o",
          inputName: "i",
          action: "",
          style: "document",
          input: {
            use: "encoded",
            namespace: "urn:n",
            parts: ["a", "b"],
            headers: [
              {
                message: qname(T, "h"),
                part: "p",
                isRequired: true,
                faults: [{ message: qname(T, "hf"), part: "q" }],
              },
            ],
          },
          output: { use: "literal", headers: [], attachments: [] },
          faults: [{ name: "f", use: "encoded", namespace: "urn:f" }],
        },
      ],
    },
  ]);
  expect(fragment.bindings[0]?.operations[0]?.output).not.toHaveProperty(
    "parts",
  );
});

test("MIME parts hold the body and the attachments, with their alternatives", () => {
  const { fragment } = read(
    `<w:binding name="B" type="t:P"><soap12:binding transport="http://schemas.xmlsoap.org/soap/http"/><w:operation name="o"><soap12:operation soapAction="a"/><w:input><mime:multipartRelated><mime:part><soap12:body parts="x" use="literal"/></mime:part><mime:part><mime:content part="y" type="image/png"/><mime:content part="y" type="text/xml"/></mime:part></mime:multipartRelated></w:input></w:operation></w:binding>`,
  );
  expect(fragment.bindings[0]).toMatchObject({
    protocol: "soap12",
    operations: [
      {
        input: {
          parts: ["x"],
          attachments: [{ part: "y", contentTypes: ["image/png", "text/xml"] }],
        },
      },
    ],
  });
  expect(fragment.bindings[0]?.operations[0]?.input).not.toHaveProperty(
    "encoding",
  );
});

test("HTTP bindings have a verb, a location and encodings", () => {
  const { fragment } =
    read(`<w:binding name="G" type="t:P"><http:binding verb="GET"/><w:operation name="o"><http:operation location="/o"/><w:input><http:urlEncoded/></w:input><w:output><mime:mimeXml part="Body"/></w:output></w:operation></w:binding>
<w:binding name="S" type="t:P"><http:binding verb="POST"/><w:operation name="o"><http:operation location="/o"/><w:input><mime:content type="application/x-www-form-urlencoded"/></w:input><w:output><mime:content part="Body" type="text/xml"/></w:output></w:operation></w:binding>`);
  expect(fragment.bindings).toMatchObject([
    {
      protocol: "http-get",
      operations: [
        {
          location: "/o",
          input: { encoding: "urlEncoded" },
          output: { encoding: "xml", parts: ["Body"] },
        },
      ],
    },
    {
      protocol: "http-post",
      operations: [
        {
          input: { encoding: "urlEncoded" },
          output: { encoding: "xml", parts: ["Body"] },
        },
      ],
    },
  ]);
});

test("policies give hints, through references that may form a cycle", () => {
  const { fragment } =
    read(`<wsp:Policy wsu:Id="a"><wsp:PolicyReference URI="#b"/><sp:UsernameToken xmlns:sp="urn:sp"/></wsp:Policy><wsp:Policy wsu:Id="b"><wsp:PolicyReference URI="#a"/><wsam:Addressing/></wsp:Policy>
<w:binding name="B" type="t:P"><wsp:PolicyReference URI="#a"/><soap:binding transport="http://schemas.xmlsoap.org/soap/http"/></w:binding>
<w:binding name="C" type="t:P"><soap:binding transport="http://schemas.xmlsoap.org/soap/http"/></w:binding>`);
  expect(fragment.bindings.map(({ policies }) => policies)).toEqual([
    ["addressing", "usernameToken"],
    undefined,
  ]);
});

test("services have ports with addresses; documentation of the document is that of its only service", () => {
  const { fragment } = read(
    '<w:documentation>All.</w:documentation><w:service name="S"><w:port name="p" binding="t:B"><soap:address location=" http://h/ "/></w:port><w:port name="q" binding="t:C"/></w:service>',
  );
  expect(fragment.services).toMatchObject([
    {
      name: qname(T, "S"),
      documentation: "All.",
      ports: [
        { name: "p", binding: qname(T, "B"), address: "http://h/" },
        { name: "q" },
      ],
    },
  ]);
  expect(fragment.services[0]?.ports[1]).not.toHaveProperty("address");
});

test("schemas and imports are handed on", () => {
  const { inlineSchemas, imports } = read(
    '<w:import namespace="urn:i" location="i.wsdl"/><w:types><xs:schema targetNamespace="urn:s"/><xs:schema/></w:types>',
  );
  expect(inlineSchemas).toHaveLength(2);
  expect(imports).toMatchObject([{ namespace: "urn:i", location: "i.wsdl" }]);
});

test("bindings of other protocols are reported and named", () => {
  const { unsupportedBindings, codes, fragment } = read(
    '<w:binding name="B" type="t:P"><x:binding xmlns:x="urn:corba"/></w:binding><w:binding name="C" type="t:P"><http:binding verb="PUT"/></w:binding>',
  );
  expect(fragment.bindings).toEqual([]);
  expect(unsupportedBindings).toEqual([qname(T, "B"), qname(T, "C")]);
  expect(codes).toEqual([
    "wsdl/binding-not-supported",
    "wsdl/binding-not-supported",
  ]);
});

test.each([
  ["<w:message/>", "wsdl/missing-name"],
  ["<w:message name='a b'/>", "wsdl/invalid-name"],
  [
    "<w:message name='m'><w:part name='p'/></w:message>",
    "wsdl/part-without-type",
  ],
  [
    "<w:message name='m'><w:part name='p' element='u:e'/></w:message>",
    "wsdl/undeclared-prefix",
  ],
  [
    "<w:message name='m'><w:part name='p' element='xs:int'/></w:message>",
    "wsdl/element-is-a-type",
  ],
  [
    "<w:portType name='P'><w:operation name='o'/></w:portType>",
    "wsdl/operation-without-messages",
  ],
  [
    "<w:portType name='P'><w:operation name='o'><w:input/></w:operation></w:portType>",
    "wsdl/missing-reference",
  ],
  ["<w:binding name='B'><soap:binding/></w:binding>", "wsdl/missing-reference"],
  [
    "<w:binding name='B' type='t:P'><soap:binding transport='urn:jms'/></w:binding>",
    "wsdl/transport-not-http",
  ],
  [
    "<w:binding name='B' type='t:P'><soap:binding style='Document'/></w:binding>",
    "wsdl/invalid-value",
  ],
  ["<w:types><grammar/></w:types>", "wsdl/type-system-not-supported"],
  ["<w:porttype name='P'/>", "wsdl/unknown-construct"],
  ["<x:y xmlns:x='urn:x' w:required='true'/>", "wsdl/required-extension"],
  [
    "<w:binding name='B' type='t:P'><soap:binding/><x:y xmlns:x='urn:x' w:required='1'/><x:UsingAddressing xmlns:x='urn:x' w:required='1'/></w:binding>",
    "wsdl/required-extension",
  ],
])("%s raises %s", (body, code) => {
  expect(read(body).codes).toEqual([code]);
});

test("a reference without prefix is one of the target namespace where it would be one of WSDL", () => {
  const sink = createSink();
  const root = rootOf(
    '<definitions xmlns="http://schemas.xmlsoap.org/wsdl/" targetNamespace="urn:t"><service name="S"><port name="p" binding="B"/></service></definitions>',
  );
  const { fragment } = readWsdl(root, { sink });
  expect(fragment.services[0]?.ports[0]?.binding).toBe(qname(T, "B"));
  expect(sink.diagnostics.map(({ code }) => code)).toEqual([
    "wsdl/unprefixed-reference",
  ]);
});

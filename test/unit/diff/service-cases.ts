import { A, B, sequence } from "./content-cases.js";
import type { Side } from "./diff-documents.js";

/** What is said before, what is said now, and the changes with their paths. */
type ServiceCase = readonly [Side, Side, readonly string[]];

const output = '<wsdl:output message="t:DoOut"/>';
const bindingOutput = '<wsdl:output><soap:body use="literal"/></wsdl:output>';
const fault: Side = {
  messages:
    '<wsdl:message name="F"><wsdl:part name="p" element="t:Do"/></wsdl:message>',
  output: `${output}<wsdl:fault name="F" message="t:F"/>`,
  bindingOutput: `${bindingOutput}<wsdl:fault name="F"><soap:fault name="F" use="literal"/></wsdl:fault>`,
};
const body = '<soap:body use="literal"/>';
const header: Side = {
  schema: '<xs:element name="H" type="xs:int"/>',
  messages:
    '<wsdl:message name="H"><wsdl:part name="h" element="t:H"/></wsdl:message>',
  bindingInput: `${body}<soap:header message="t:H" part="h" use="literal"/>`,
};
const other = '<xs:element name="It" type="xs:int"/>';
const headerFault: Side = {
  ...header,
  bindingInput: `${body}<soap:header message="t:H" part="h" use="literal"><soap:headerfault message="t:H" part="h" use="literal"/></soap:header>`,
};
const withoutHeader: Side = { ...header, bindingInput: body };

const soap12 = "http://schemas.xmlsoap.org/wsdl/soap12/";
const otherBinding = `<wsdl:binding name="B12" type="t:P" xmlns:soap="${soap12}">
  <soap:binding transport="http://schemas.xmlsoap.org/soap/http" style="document"/>
  <wsdl:operation name="Do"><soap:operation soapAction="urn:do"/>
    <wsdl:input>${body}</wsdl:input>${bindingOutput}</wsdl:operation></wsdl:binding>`;
const otherPort =
  '<wsdl:port name="Port12" binding="t:B12"><soap:address location="http://localhost/"/></wsdl:port>';
const two: Side = { more: otherBinding, ports: otherPort };
const otherService: Side = {
  more: '<wsdl:service name="Second"><wsdl:port name="Port" binding="t:B"><soap:address location="http://localhost/"/></wsdl:port></wsdl:service>',
};

const http = (location: string): Side => ({
  more: `<wsdl:binding name="G" type="t:P" xmlns:h="http://schemas.xmlsoap.org/wsdl/http/" xmlns:m="http://schemas.xmlsoap.org/wsdl/mime/">
    <h:binding verb="GET"/><wsdl:operation name="Do"><h:operation location="${location}"/>
    <wsdl:input><h:urlEncoded/></wsdl:input><wsdl:output><m:mimeXml part="p"/></wsdl:output></wsdl:operation></wsdl:binding>`,
  ports:
    '<wsdl:port name="Get" binding="t:G" xmlns:h="http://schemas.xmlsoap.org/wsdl/http/"><h:address location="http://localhost/"/></wsdl:port>',
  part: 'type="xs:string"',
  style: "rpc",
});

const policy: Side = {
  policy:
    '<wsp:Policy xmlns:wsp="http://schemas.xmlsoap.org/ws/2004/09/policy"><wsam:Addressing xmlns:wsam="http://www.w3.org/2007/05/addressing/metadata"/></wsp:Policy>',
};

const substitute = (name: string): string =>
  `<xs:element name="${name}" type="xs:int" substitutionGroup="t:Head"/>`;
const head = '<xs:element name="Head" type="xs:int"/>';
const reference = sequence('<xs:element ref="t:Head"/>');

/** What services, operations and their messages can differ in. */
export const serviceCases: Readonly<Record<string, ServiceCase>> = {
  "an action": [
    { action: "urn:a" },
    { action: "urn:b" },
    ["action-changed Do"],
  ],
  "an operation": [
    { operation: "Do" },
    { operation: "Undo" },
    ["operation-removed Do", "operation-added Undo"],
  ],
  "a fault came": [{}, fault, ["fault-added Do → response/fault F"]],
  "a fault went": [fault, {}, ["fault-removed Do → response/fault F"]],
  "an answer went": [
    {},
    { output: "", bindingOutput: "" },
    ["one-way-changed Do"],
  ],
  "a header came": [
    withoutHeader,
    header,
    ["request-member-added Do → request/header H"],
  ],
  "a header went": [
    header,
    withoutHeader,
    ["request-member-removed Do → request/header H"],
  ],
  "a header is another value": [
    header,
    { ...header, schema: '<xs:element name="H" type="xs:date"/>' },
    ["type-changed Do → request/header H"],
  ],
  "a fault of a header came": [
    header,
    headerFault,
    ["fault-added Do → request/header H/fault H"],
  ],
  "a fault is another element": [
    { ...fault, schema: other },
    {
      ...fault,
      schema: other,
      messages: fault.messages?.replace("t:Do", "t:It") ?? "",
    },
    [
      "root-changed Do → response/fault F",
      "type-changed Do → response/fault F",
    ],
  ],
  "an address": [
    { address: "http://a/" },
    { address: "http://b/" },
    ["endpoint-changed port Port"],
  ],
  "an address came": [{ address: "" }, {}, ["endpoint-added port Port"]],
  "an address went": [{}, { address: "" }, ["endpoint-removed port Port"]],
  "a service is called otherwise": [
    { service: "Old" },
    { service: "New" },
    ["name-changed service Old"],
  ],
  "a service came": [{}, otherService, ["service-added service Second"]],
  "a service went": [otherService, {}, ["service-removed service Second"]],
  "a port and its binding came": [
    {},
    two,
    ["port-added port Port12", "binding-added Do"],
  ],
  "a port and its binding went": [
    two,
    {},
    ["binding-removed Do", "port-removed port Port12"],
  ],
  "a protocol": [
    {},
    { soap: soap12 },
    ["protocol-changed port Port", "binding-removed Do", "binding-added Do"],
  ],
  "a policy came": [{}, policy, ["policy-added port Port"]],
  "a policy went": [policy, {}, ["policy-removed port Port"]],
  "a location": [http("/a"), http("/b"), ["location-changed Do → request"]],
  "the style": [
    {},
    { style: "rpc", part: 'type="xs:int"' },
    ["style-changed Do → request", "style-changed Do → response"],
  ],
  "the root of a request": [
    { schema: '<xs:element name="It" type="xs:int"/>' },
    {
      schema: '<xs:element name="It" type="xs:int"/>',
      part: 'element="t:It"',
    },
    ["root-changed Do → request", "type-changed Do → request/It"],
  ],
  "a namespace, of everything": [
    { namespace: "urn:a" },
    { namespace: "urn:b" },
    ["namespace-changed Do, DoResponse"],
  ],
  "the form of local elements": [
    { request: sequence(A + B) },
    { request: sequence(A + B), form: "unqualified" },
    ["namespace-changed A, B"],
  ],
  "an element that stands in came": [
    { schema: head, request: reference },
    { schema: head + substitute("Sub"), request: reference },
    ["request-alternative-added Do → request/Do/Head"],
  ],
  "an element that stands in went": [
    { schema: head + substitute("Sub"), response: reference },
    { schema: head, response: reference },
    ["response-alternative-removed Do → response/DoResponse/Head"],
  ],
  "an attribute gave its name to an element": [
    { request: `${sequence(A)}<xs:attribute name="B" type="xs:int"/>` },
    { request: `${sequence(A + B)}<xs:attribute name="B" type="xs:int"/>` },
    [
      "request-required-member-added Do → request/Do/B",
      "name-changed Do → request/Do/@B",
    ],
  ],
};

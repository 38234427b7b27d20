import { family } from "./entry.js";

export const wsdlCatalogue = family({
  "wsdl/missing-name": {
    severity: "error",
    title: "WSDL component without a name",
    message: "This wsdl:{element} has no name.",
    cause: "The parts of a WSDL refer to each other by name (WSDL 1.1 §2.1.1).",
    fix: 'Add name="…" to the wsdl:{element}.',
    bad: "<wsdl:message><wsdl:part name='a'/></wsdl:message>",
    good: "<wsdl:message name='m'><wsdl:part name='a'/></wsdl:message>",
  },
  "wsdl/invalid-name": {
    severity: "warning",
    title: "Name that XML does not allow",
    message: '"{name}" is not a name that XML allows.',
    cause:
      "Names in a WSDL are NCNames (WSDL 1.1 §2.1.1). It is used as it is, and changed where code needs an identifier.",
    fix: 'Rename "{name}" in the WSDL.',
    bad: '<wsdl:port name="My Port" binding="t:B"/>',
    good: '<wsdl:port name="MyPort" binding="t:B"/>',
  },
  "wsdl/undeclared-prefix": {
    severity: "error",
    title: "Undeclared prefix in a reference",
    message: 'The prefix of "{name}" is not declared.',
    cause:
      "A reference is a QName: its prefix stands for a namespace and needs an xmlns declaration.",
    fix: "Declare the prefix on wsdl:definitions.",
    bad: '<wsdl:part name="p" element="t:go"/>',
    good: '<wsdl:part xmlns:t="urn:t" name="p" element="t:go"/>',
  },
  "wsdl/missing-reference": {
    severity: "error",
    title: "Reference is missing",
    message: "This wsdl:{element} has no {attribute} attribute.",
    cause: "Without it, nothing says what the component is about.",
    fix: 'Add {attribute}="…" to the wsdl:{element}.',
    bad: "<wsdl:input/>",
    good: '<wsdl:input message="t:goIn"/>',
  },
  "wsdl/unprefixed-reference": {
    severity: "warning",
    title: "Reference without a prefix",
    message:
      '"{name}" has no prefix and would be a name of WSDL itself or of no namespace; it is taken as one of the target namespace.',
    cause:
      "A QName without prefix is in the default namespace: that of WSDL here, or none.",
    fix: 'Write "{name}" with the prefix of the target namespace.',
    bad: '<port name="P" binding="B"/>',
    good: '<port name="P" binding="tns:B"/>',
  },
  "wsdl/part-without-type": {
    severity: "warning",
    title: "Message part without a type",
    message: 'The part "{name}" has neither element nor type.',
    cause:
      "Nothing says what the part looks like on the wire (WSDL 1.1 §2.3.1).",
    fix: 'Add element="…" or type="…" to the part.',
    bad: '<wsdl:part name="p"/>',
    good: '<wsdl:part name="p" element="t:go"/>',
  },
  "wsdl/element-is-a-type": {
    severity: "warning",
    title: "Type where an element is needed",
    message:
      "xs:{name} is a type, not an element; it is taken as the type of the part.",
    cause:
      "element names a global element of a schema, type names a type (WSDL 1.1 §2.3.1).",
    fix: 'Write type="…" in place of element="…".',
    bad: '<wsdl:part name="p" element="xs:string"/>',
    good: '<wsdl:part name="p" type="xs:string"/>',
  },
  "wsdl/operation-without-messages": {
    severity: "warning",
    title: "Operation without messages",
    message:
      'The operation "{name}" has neither input nor output and is left out.',
    cause: "An operation is one to four messages (WSDL 1.1 §2.4).",
    fix: "Add wsdl:input and wsdl:output.",
    bad: '<wsdl:operation name="go"/>',
    good: '<wsdl:operation name="go"><wsdl:input message="t:goIn"/></wsdl:operation>',
  },
  "wsdl/notification-not-supported": {
    severity: "warning",
    title: "Notification is not supported",
    message: 'The operation "{name}" is a notification and is left out.',
    cause:
      "The service sends the first message (WSDL 1.1 §2.4.4), and no binding says how: WS-I Basic Profile R2303 forbids it.",
    fix: "Nothing, if the service does not send it; otherwise describe the listener as a service of its own.",
    bad: '<wsdl:operation name="changed"><wsdl:output message="t:m"/></wsdl:operation>',
    good: '<wsdl:operation name="changed"><wsdl:input message="t:m"/></wsdl:operation>',
  },
  "wsdl/solicit-response-not-supported": {
    severity: "warning",
    title: "Solicit-response is not supported",
    message: 'The operation "{name}" is a solicit-response and is left out.',
    cause:
      "The service sends the first message and waits for an answer (WSDL 1.1 §2.4.3), and no binding says how: WS-I Basic Profile R2303 forbids it.",
    fix: "Put wsdl:input before wsdl:output if the client sends the first message.",
    bad: '<wsdl:operation name="ask"><wsdl:output message="t:q"/><wsdl:input message="t:a"/></wsdl:operation>',
    good: '<wsdl:operation name="ask"><wsdl:input message="t:q"/><wsdl:output message="t:a"/></wsdl:operation>',
  },
  "wsdl/version-2.0": {
    severity: "error",
    title: "WSDL 2.0 is not supported",
    message: "The document is WSDL 2.0, which is not supported.",
    cause:
      "WSDL 2.0 shares only the name with WSDL 1.1; servers that offer it offer WSDL 1.1 too.",
    fix: "Ask the server for WSDL 1.1, usually at ?wsdl instead of ?wsdl2.",
    bad: '<description xmlns="http://www.w3.org/ns/wsdl"/>',
    good: '<definitions xmlns="http://schemas.xmlsoap.org/wsdl/"/>',
  },
  "wsdl/binding-not-supported": {
    severity: "warning",
    title: "Binding is not supported",
    message: 'The binding "{name}" is {what}; its ports are left out.',
    cause: "SOAP 1.1, SOAP 1.2, HTTP GET and HTTP POST bindings are supported.",
    fix: "Nothing, if another port of the service offers the operations.",
    bad: '<wsdl:binding name="B" type="t:P"><corba:binding repositoryID="IDL:P:1.0"/></wsdl:binding>',
    good: '<wsdl:binding name="B" type="t:P"><soap:binding transport="http://schemas.xmlsoap.org/soap/http"/></wsdl:binding>',
  },
  "wsdl/transport-not-http": {
    severity: "warning",
    title: "Transport is not HTTP",
    message:
      'The binding "{name}" uses the transport {transport}; messages are right, but need a transport of your own.',
    cause:
      "Clients send over HTTP; SOAP over JMS, SMTP or TCP needs a fetch function that speaks it.",
    fix: "Give the client a fetch function for this transport, or use another port.",
    bad: '<soap:binding transport="http://www.w3.org/2010/soapjms/"/>',
    good: '<soap:binding transport="http://schemas.xmlsoap.org/soap/http"/>',
  },
  "wsdl/invalid-value": {
    severity: "warning",
    title: "Invalid attribute value",
    message: '{attribute}="{value}" is not one of {expected}.',
    cause:
      "The attribute has a fixed set of values; the default is used instead.",
    fix: "Write one of {expected}.",
    bad: '<soap:body use="Literal"/>',
    good: '<soap:body use="literal"/>',
  },
  "wsdl/required-extension": {
    severity: "warning",
    title: "Required extension is not understood",
    message: "<{name}> is marked as required, but is not understood.",
    cause:
      "wsdl:required says that clients must know the extension (WSDL 1.1 §2.1.3); calls may fail without it.",
    fix: "Check with the service what <{name}> asks for.",
    bad: '<x:Extension wsdl:required="true"/>',
    good: "<x:Extension/>",
  },
  "wsdl/type-system-not-supported": {
    severity: "warning",
    title: "Types are not XML Schema",
    message:
      "<{name}> of the namespace {namespace} in wsdl:types is not XML Schema and is ignored.",
    cause:
      "WSDL allows other type systems (WSDL 1.1 §2.2), but no service uses them. A reference to what it declares is an error of its own.",
    fix: "Describe the types with xs:schema.",
    bad: "<wsdl:types><grammar xmlns='http://relaxng.org/ns/structure/1.0'/></wsdl:types>",
    good: "<wsdl:types><xs:schema/></wsdl:types>",
  },
  "wsdl/duplicate-operation": {
    severity: "warning",
    title: "Operation declared twice",
    message:
      'The operation "{name}" is declared twice with the same messages; it is read once.',
    cause:
      "Overloaded operations differ in their messages (WSDL 1.1 §2.5); these do not, so nothing could tell them apart.",
    fix: 'Remove the second declaration of "{name}".',
    bad: '<w:operation name="Go"><w:input message="t:in"/></w:operation><w:operation name="Go"><w:input message="t:in"/></w:operation>',
    good: '<w:operation name="Go"><w:input message="t:in"/></w:operation>',
  },
  "wsdl/binding-without-protocol": {
    severity: "warning",
    title: "Binding without its protocol",
    message:
      'The binding "{name}" lacks the element soap:binding; its operations are those of {protocol}, in the style document.',
    cause:
      "The element soap:binding says that a binding is one of SOAP (WSDL 1.1 §3.3). What its operations hold says the same.",
    fix: 'Add <soap:binding transport="http://schemas.xmlsoap.org/soap/http"/> to the binding "{name}".',
    bad: '<w:binding name="B" type="t:P"><w:operation name="Go"><soap:operation soapAction="go"/></w:operation></w:binding>',
    good: '<w:binding name="B" type="t:P"><soap:binding transport="http://schemas.xmlsoap.org/soap/http"/></w:binding>',
  },
  "wsdl/unknown-construct": {
    severity: "warning",
    title: "Unknown construct in a WSDL",
    message: "<{name}> is not known inside <{parent}> and is ignored.",
    cause:
      "The element is in the WSDL namespace, but not part of WSDL 1.1 at this place.",
    fix: "Remove <{name}>, or correct its name.",
    bad: "<wsdl:definitions><wsdl:porttype name='P'/></wsdl:definitions>",
    good: "<wsdl:definitions><wsdl:portType name='P'/></wsdl:definitions>",
  },
});

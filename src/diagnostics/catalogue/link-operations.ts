import { family } from "./entry.js";

export const linkOperationsCatalogue = family({
  "link/unresolved-binding": {
    severity: "error",
    title: "A port names a binding that does not exist",
    message:
      "The port {user} refers to the binding {name}, which is not declared{hint}",
    cause:
      "The binding is missing, in another namespace, or in a document that was not loaded.",
    fix: "Declare the binding {name}, or import the document that does",
    bad: '<port name="P" binding="tns:Missing"/>',
    good: '<binding name="B" .../> <port name="P" binding="tns:B"/>',
  },
  "link/unresolved-port-type": {
    severity: "error",
    title: "A binding names a port type that does not exist",
    message:
      "The binding {user} is of the port type {name}, which is not declared{hint}",
    cause:
      "The port type is missing, in another namespace, or in a document that was not loaded.",
    fix: "Declare the port type {name}, or import the document that does",
    bad: '<binding name="B" type="tns:Missing"/>',
    good: '<portType name="P" .../> <binding name="B" type="tns:P"/>',
  },
  "link/unresolved-operation": {
    severity: "warning",
    title: "A binding carries an operation that its port type does not have",
    message:
      "The binding {user} carries the operation {name}, which its port type does not have{hint}",
    cause:
      "What the operation takes and gives is said by the port type only, so that no function can be made of the binding alone.",
    fix: "Declare the operation {name} in the port type, or correct its name",
    bad: '<portType><operation name="Get"/></portType> <binding><operation name="Gett"/></binding>',
    good: '<portType><operation name="Get"/></portType> <binding><operation name="Get"/></binding>',
  },
  "link/unbound-operation": {
    severity: "warning",
    title: "No binding carries an operation",
    message: "No binding that is understood carries the {kind} {name}",
    cause:
      "Only bindings say how operations are called. Without one there is no function; types are made nevertheless.",
    fix: "Bind the {kind} {name}, if it is to be called",
    bad: "A port type with an operation that the binding leaves out",
    good: "A binding with all operations of its port type",
  },
  "link/unresolved-message": {
    severity: "error",
    title: "An operation names a message that does not exist",
    message: "The message {name} is not declared{hint}",
    cause:
      "The message is missing, in another namespace, or in a document that was not loaded.",
    fix: "Declare the message {name}, or import the document that does",
    bad: '<input message="tns:Missing"/>',
    good: '<message name="In"/> <input message="tns:In"/>',
  },
  "link/unresolved-header": {
    severity: "error",
    title: "A header names a message part that does not exist",
    message:
      "The header refers to the {user} {name}, which is not declared{hint}",
    cause: "The message or its part is missing or misspelt.",
    fix: "Declare {name}, or correct the name",
    bad: '<soap:header message="tns:H" part="missing"/>',
    good: '<message name="H"><part name="auth" element="tns:Auth"/></message> <soap:header message="tns:H" part="auth"/>',
  },
  "link/nothing-selected": {
    severity: "warning",
    title: "A pattern selects nothing",
    message: 'No {kind} matches "{pattern}"{suggestion}',
    cause:
      "The operations, services and ports that are asked for are compared with the names of the WSDL; * stands for any characters.",
    fix: "Correct the pattern: soapstone inspect lists the names",
    bad: "soapstone generate orders.wsdl --operations 'Fnd*'",
    good: "soapstone generate orders.wsdl --operations 'Find*'",
  },
  "link/contradiction": {
    severity: "warning",
    title: "Documentation and WSDL contradict each other",
    message: "{path} is {documented} on the page and {declared} in the WSDL",
    cause:
      "Both were given for one service, and one of the two is out of date or wrong.",
    fix: "Find out which is right for {path}; what the WSDL declares is used",
    bad: "<Amount>int</Amount> on the page, type xs:decimal in the WSDL",
    good: "<Amount>decimal</Amount> on the page",
  },
  "link/undeclared-operation": {
    severity: "warning",
    title: "A documented operation is not declared",
    message: "The page documents {operation}, which the WSDL does not declare",
    cause:
      "Both a WSDL and pages were given for one service, and only the pages know the operation.",
    fix: "Update the WSDL, or generate {operation} from its page alone",
    bad: "A page of the operation Refund beside a WSDL without it",
    good: "A page of the operation Refund beside a WSDL that declares it",
  },
  "link/no-callable-operation": {
    severity: "warning",
    title: "The input describes no callable operation",
    message: "No functions can be made: {reason}",
    cause:
      "Functions need an operation with a SOAP or HTTP binding. Types and codecs are made from what is there.",
    fix: "Add the document that binds the operations, if calls are wanted",
    bad: "A WSDL with port types only",
    good: "A WSDL with port types, bindings and a service",
  },
});

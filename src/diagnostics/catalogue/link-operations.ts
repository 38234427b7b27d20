import { family } from "./entry.js";

export const linkOperationsCatalogue = family({
  "link/unresolved-binding": {
    severity: "error",
    title: "A port names a binding that does not exist",
    message:
      "The port {port} refers to the binding {binding}, which is not declared",
    cause:
      "The binding is missing, in another namespace, or in a document that was not loaded.",
    fix: "Declare the binding {binding}, or import the document that does",
    bad: '<port name="P" binding="tns:Missing"/>',
    good: '<binding name="B" .../> <port name="P" binding="tns:B"/>',
  },
  "link/unresolved-message": {
    severity: "error",
    title: "An operation names a message that does not exist",
    message: "The message {message} is not declared",
    cause:
      "The message is missing, in another namespace, or in a document that was not loaded.",
    fix: "Declare the message {message}, or import the document that does",
    bad: '<input message="tns:Missing"/>',
    good: '<message name="In"/> <input message="tns:In"/>',
  },
  "link/unresolved-header": {
    severity: "error",
    title: "A header names a message part that does not exist",
    message:
      "The header refers to the part {part} of the message {message}, which is not declared",
    cause: "The message or its part is missing or misspelt.",
    fix: "Declare the part {part} in the message {message}",
    bad: '<soap:header message="tns:H" part="missing"/>',
    good: '<message name="H"><part name="auth" element="tns:Auth"/></message> <soap:header message="tns:H" part="auth"/>',
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

import { family } from "./entry.js";

/** Findings about calls and about messages, made and read without generated code. */
export const callCatalogue = family({
  "call/unknown-operation": {
    severity: "error",
    title: "No such operation",
    message: 'There is no operation "{name}"{suggestion}',
    cause: "No service that was read has an operation of that name.",
    fix: "Run `soapstone inspect` for the names of the operations.",
    bad: "soapstone call GetOder",
    good: "soapstone call GetOrder",
  },
  "call/ambiguous-operation": {
    severity: "error",
    title: "An operation of several services",
    message: 'Several services have an operation "{name}": {services}',
    cause: "The config names several services, and more than one has it.",
    fix: "Name the inputs of one of them with --spec.",
    bad: "soapstone call GetStatus",
    good: "soapstone call GetStatus --spec specs/orders",
  },
  "call/bad-data": {
    severity: "error",
    title: "The data is not JSON",
    message: "The data is not JSON: {reason}",
    cause:
      "The input of a call is a JSON value with the properties of the request.",
    fix: "Correct the JSON at this place; `soapstone fixtures` prints one to start from.",
    bad: "soapstone call GetOrder --data '{id: 7}'",
    good: `soapstone call GetOrder --data '{"id": 7}'`,
  },
  "call/refused-value": {
    severity: "error",
    title: "The schema refuses the value",
    message: "Nothing was sent: {problem}",
    cause:
      "The value has a member that the schema does not have, lacks one that it needs, or a member of another type.",
    fix: "Give {path} as the schema asks; 64-bit integers, binary and INF are strings in JSON.",
    bad: `soapstone call GetOrder --data '{"id": "seven"}'`,
    good: `soapstone call GetOrder --data '{"id": 7}'`,
  },
  "call/no-endpoint": {
    severity: "error",
    title: "Nowhere to send the call",
    message: "{problem}",
    cause:
      "The description of the service does not say where it is, or has no such port.",
    fix: "Give the address with --endpoint URL, and the port, if at all, by one of its names.",
    bad: "soapstone call GetOrder",
    good: "soapstone call GetOrder --endpoint https://example.com/orders",
  },
  "call/fault": {
    severity: "error",
    title: "The service answered with a fault",
    message: "Fault {code}: {reason}",
    cause: "The service refused the call, or failed in it.",
    fix: "Correct what the reason says.",
    bad: `soapstone call GetOrder --data '{"id": -1}'`,
    good: `soapstone call GetOrder --data '{"id": 7}'`,
  },
  "call/fault-detail": {
    severity: "warning",
    title: "What the fault says beside its reason",
    message: "Detail: {detail}",
    cause: "Services tell what exactly went wrong in the detail of a fault.",
    fix: "Correct the request accordingly.",
    bad: "an order that does not exist",
    good: "an order that does",
  },
  "call/unreadable-answer": {
    severity: "error",
    title: "An answer that the schema refuses",
    message: "The answer is not what its description promises: {problem}",
    cause:
      "The service sends something else than its description says, or the description is old.",
    fix: "Check the specs against the service, or name what may differ with --lenient.",
    bad: "soapstone call GetOrder",
    good: "soapstone call GetOrder --lenient unknown-elements",
  },
  "call/http": {
    severity: "error",
    title: "An answer that is no SOAP message",
    message: "The server answered with HTTP status {status}: {problem}",
    cause:
      "The endpoint is not that of the service, wants other credentials, or failed before SOAP began.",
    fix: "Check the endpoint and the headers of the call.",
    bad: "soapstone call GetOrder --endpoint https://example.com/",
    good: "soapstone call GetOrder --endpoint https://example.com/orders.asmx",
  },
  "call/no-answer": {
    severity: "error",
    title: "No answer",
    message: "{url} did not answer: {problem}",
    cause:
      "The server cannot be reached, refused the connection, or took too long.",
    fix: "Check that the endpoint is right and the server runs, or give it more time with --timeout.",
    bad: "soapstone call GetOrder --endpoint http://localhost:1/",
    good: "soapstone call GetOrder --endpoint http://localhost:8080/",
  },
  "mock/cannot-listen": {
    severity: "error",
    title: "The mock server cannot listen",
    message: "Nothing can listen at {address}: {reason}",
    cause:
      "Another program listens there, or the address is not one of this machine.",
    fix: "Choose another address with --listen, or port 0 for any that is free.",
    bad: "soapstone mock --listen 80",
    good: "soapstone mock --listen 127.0.0.1:8081",
  },
  "message/not-asked": {
    severity: "error",
    title: "Message of another operation or direction",
    message: "<{name}> is the {what}, which is not what was asked for",
    cause:
      "With --operation and --direction, only messages of that operation and direction are valid.",
    fix: "Name the message's own operation and direction, or leave both out.",
    bad: "soapstone validate request.xml --spec orders.wsdl --direction response",
    good: "soapstone validate request.xml --spec orders.wsdl --direction request",
  },
  "message/unknown-root": {
    severity: "error",
    title: "A message of no operation",
    message:
      "<{name}> is neither a message of an operation nor a global element{suggestion}",
    cause:
      "Messages are recognised by the first element in the SOAP body, or by the root where there is no envelope.",
    fix: "Check its name and namespace against `soapstone inspect`, or read other specs with --spec.",
    bad: "<GetOder>…</GetOder>",
    good: '<GetOrder xmlns="urn:orders">…</GetOrder>',
  },
  "message/invalid": {
    severity: "error",
    title: "A message that the schema refuses",
    message: "{what}: {problem}",
    cause:
      "The message differs from what the schema of its operation or element asks for.",
    fix: "Make {path} as expected; `soapstone fixtures` prints a message that is.",
    bad: "<Quantity>many</Quantity>",
    good: "<Quantity>3</Quantity>",
  },
});

import { family } from "./entry.js";

export const inferCatalogue = family({
  "infer/conflict": {
    severity: "warning",
    title: "Samples contradict each other",
    message:
      "{operation}: {path} is {first} in one sample and {second} in another",
    cause:
      "Two samples of the same operation, or two pages of the same service, show different things for one member.",
    fix: "Check both places; the first one is used for {path}",
    bad: "<Amount>int</Amount> in the SOAP 1.1 section, <Amount>decimal</Amount> in the SOAP 1.2 section",
    good: "<Amount>decimal</Amount> in both sections",
  },
  "infer/unknown-content": {
    severity: "warning",
    title: "Content of a member is not shown",
    message: "{path} stays unknown: {reason}",
    cause:
      "Help pages stop at a certain depth and print an empty or nil element there; what it contains is on no page that was read.",
    fix: "Add a page that shows {name} nearer to the top of a message, or describe it by hand",
    bad: '<Invoice xsi:nil="true" />',
    good: "<Invoice><Number>string</Number></Invoice>",
  },
  "infer/note-without-member": {
    severity: "info",
    title: "A note names no member",
    message:
      "{operation}: the note on “{name}” matches no member of the samples",
    cause:
      "The page describes a parameter under a name that no sample message has.",
    fix: "Check the spelling of {name}; the sample decides what goes over the wire",
    bad: "Notes: “CustomerNo: the number”, sample: <CustomerId>int</CustomerId>",
    good: "Notes: “CustomerId: the number”, sample: <CustomerId>int</CustomerId>",
  },
  "infer/note-contradiction": {
    severity: "warning",
    title: "A note and a sample contradict each other",
    message:
      "{operation}: {path} is {sample} in the sample and {note} in the notes",
    cause:
      "The prose of a page is written by hand, and often looser than its generated samples, or older.",
    fix: "Check both places; the sample is used for {path}, an override can say otherwise",
    bad: "Notes: “Id (int)”, sample: <Id>unsignedInt</Id>",
    good: "Notes: “Id (unsignedInt)”, sample: <Id>unsignedInt</Id>",
  },
  "infer/no-response": {
    severity: "warning",
    title: "No response is documented",
    message: "{operation}: no response is shown, so its value is unknown",
    cause: "The page, or the capture of it, ends before the response.",
    fix: "Capture the whole page of {operation}",
    bad: "A page that ends after the request",
    good: "A page with request and response",
  },
  "infer/no-request": {
    severity: "error",
    title: "No request is documented",
    message: "{operation}: no request is shown, so it cannot be called",
    cause:
      "The page shows a response or a fault but no request, or it ends before the content of the request.",
    fix: "Capture the whole page of {operation}",
    bad: "A page that shows the response only",
    good: "A page with request and response",
  },
  "infer/no-operations": {
    severity: "error",
    title: "The pages lead to no operation",
    message: "No operation can be made from the pages that were read",
    cause:
      "They list operations without showing messages, or the captures end before the messages do.",
    fix: "Add a page that shows a whole request, to its last end tag",
    bad: "A page that ends after the HTTP head of the request",
    good: "A page with the whole request and its response",
  },
  "infer/name-mismatch": {
    severity: "info",
    title: "Request and response have unrelated names",
    message:
      "{operation}: the request is {request}, the response is {response}",
    cause:
      "Documentation usually shows Operation and OperationResponse; other names may be right, or belong to two operations.",
    fix: "Check that {request} and {response} belong together",
    bad: "<UpdateComplexAccount> answered by <UpdateAccountResponse>",
    good: "<UpdateAccount> answered by <UpdateAccountResponse>",
  },
});

import { family } from "./entry.js";

export const pageCatalogue = family({
  "page/no-samples": {
    severity: "error",
    title: "No messages in the page",
    message:
      "The page shows no sample request or response, so no operation can be made from it.",
    cause:
      "Operations are learned from messages: an HTTP start line, an envelope, or XML after either. This page has none that could be read.",
    fix: "Give the page that shows the sample messages of this operation, too, or the service's WSDL instead.",
    bad: "GetRates\n\nReturns today's rates.",
    good: '<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body><GetRates xmlns="urn:rates" /></soap:Body></soap:Envelope>',
  },
  "page/joined": {
    severity: "info",
    title: "A page without messages that describes another page's operation",
    message:
      "The page shows no messages; what it says is taken for {operation}, which another page shows.",
    cause:
      "Signatures and tables of parameters describe an operation without showing what is sent. Beside a page with the messages they add documentation, and what is mandatory.",
    fix: "Nothing, if it is about {operation}; otherwise leave this page out.",
    bad: "Public Function GetRates(ByVal day As Date) As String\n\n| Name | Comment |\n| day | Mandatory |",
    good: '<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body><GetRates xmlns="urn:rates" /></soap:Body></soap:Envelope>',
  },
  "page/points-to-wsdl": {
    severity: "error",
    title: "A page that only points to the WSDL",
    message:
      "The page shows no messages, but says where the service's description is: {address}.",
    cause:
      "Status pages of WCF, Axis and JAX-WS name the service and link to its WSDL; what the operations send is only there.",
    fix: "Use {address} as the input instead of this page.",
    bad: "You have created a service.\n\nsvcutil.exe https://rates.example/Rates.svc?wsdl",
    good: "soapstone generate https://rates.example/Rates.svc?wsdl",
  },
  "page/rest-help": {
    severity: "error",
    title: "A page of a REST operation",
    message:
      "The page describes {method} {url}: a plain document, without SOAP around it.",
    cause:
      "WCF's help pages of REST operations show example bodies, but these operations take no SOAP messages, so no SOAP client can call them.",
    fix: "Give the WSDL of a SOAP endpoint of the service, or use another tool for the REST one.",
    bad: 'Url: https://rates.example/Rates.svc/Get HTTP Method: POST\n\n<Get xmlns="urn:rates"><Day>1999-05-31</Day></Get>',
    good: '<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body><Get xmlns="urn:rates" /></soap:Body></soap:Envelope>',
  },
  "page/operation-list": {
    severity: "info",
    title: "A list of operations without their messages",
    message:
      "The page lists {count} operations but shows no messages: {names}.",
    cause:
      "A service's first page names its operations and describes them; what they send and receive is on a page of their own.",
    fix: "Add the page of each operation that you need.",
    bad: "Rates\n\nThe following operations are supported.\n\n GetRates",
    good: "Rates\n\nGetRates\n\nPOST /rates.asmx HTTP/1.1\n…",
  },
  "page/truncated-sample": {
    severity: "warning",
    title: "A message is cut off",
    message: "The {role} of {operation} ends in the middle of the message.",
    cause:
      "The capture stopped before the message did, or a part in its middle was lost. What is there was read; the rest of its members is unknown.",
    fix: "Capture the page again, to the last end tag.",
    bad: '<soap:Body><GetRates xmlns="urn:rates"><Day>date</Day>',
    good: '<soap:Body><GetRates xmlns="urn:rates"><Day>date</Day></GetRates></soap:Body>',
  },
  "page/missing-message": {
    severity: "warning",
    title: "An HTTP head without its message",
    message: "The HTTP {role} has a Content-Type, but no message after it.",
    cause:
      "The author left the message out, or the capture lost it. Nothing can be said about its content.",
    fix: "Add the message to the page, or take the HTTP head out.",
    bad: "HTTP/1.1 200 OK\nContent-Type: text/xml; charset=utf-8",
    good: "HTTP/1.1 200 OK\nContent-Type: text/xml; charset=utf-8\n\n<int>5</int>",
  },
  "page/meta-notation": {
    severity: "warning",
    title: "A description of messages, not a message",
    message:
      'The sample uses notation that is no XML ("{text}"), so it was not read.',
    cause:
      "Brackets, bars or braces between elements say which elements may occur. They describe many messages; types are learned from one.",
    fix: "Replace it by an actual message, with a value in each element.",
    bad: "<order> [ <note>text</note> ] <id>5</id> </order>",
    good: "<order> <note>text</note> <id>5</id> </order>",
  },
  "page/elided-content": {
    severity: "warning",
    title: "Content is left out",
    message: "An ellipsis stands for content that the page leaves out.",
    cause:
      "The author shortened the message. Members that occur only in what was left out are unknown.",
    fix: "Put the members in, or add them to the overrides.",
    bad: "<order>...</order>",
    good: "<order><id>5</id></order>",
  },
  "page/unbalanced-xml": {
    severity: "warning",
    title: "Tags do not match",
    message: "The message is not well-formed: {repair}.",
    cause:
      "An end tag is missing or has another name. Where the element ended was guessed from the indentation.",
    fix: "Put the tags of the sample right.",
    bad: "<order><items><item>a</item><total>5</total></order>",
    good: "<order><items><item>a</item></items><total>5</total></order>",
  },
  "page/undeclared-prefix": {
    severity: "error",
    title: "The namespace of a prefix is unknown",
    message:
      "Nothing declares the prefix {prefix}, so the namespace of its elements is unknown.",
    cause:
      "The declaration was lost with the start of the message, and no other message of the page has it.",
    fix: 'Add xmlns:{prefix}="…" to the message.',
    bad: "<soap:Body><ord:Cancel>…</ord:Cancel></soap:Body>",
    good: '<soap:Body><ord:Cancel xmlns:ord="urn:orders">…</ord:Cancel></soap:Body>',
  },
  "page/too-deep": {
    severity: "error",
    title: "Elements are nested too deep",
    message: "Elements below 200 levels were not read.",
    cause: "No service nests its messages that deep; the page is damaged.",
    fix: "Look for start tags that lost their end tags.",
    bad: "<a><a><a>… 250 times",
    good: "<a><b>text</b></a>",
  },
  "page/repaired": {
    severity: "info",
    title: "Damage was put right",
    message: "Repairs needed to read the page: {count}, the first: {first}.",
    cause:
      "Captures lose line ends, quotation marks, roots and end tags. What was done about it is listed with each place.",
    fix: "Check the places; put the page right where the repair is wrong.",
    bad: "<soap:Envelope xmlns:soap=“http://schemas.xmlsoap.org/soap/envelope/”>",
    good: '<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">',
  },
  "page/not-understood": {
    severity: "info",
    title: "Text that was not used",
    message:
      "Lines of the page that were not understood: {count}, the first: {first}",
    cause:
      "They are neither messages nor names, descriptions, parameter notes or error lists in a form that is known.",
    fix: "Read them: what they say about types or presence can go into the overrides.",
    bad: "Amounts are in cents unless the account is a legacy one.",
    good: "Amount: the amount in cents",
  },
  "page/schema-in-page": {
    severity: "info",
    title: "A schema or service description in the page",
    message:
      "The page prints a schema or service description, which is read from files only.",
    cause:
      "An XSD or WSDL says more than samples do, but in a page it is an excerpt more often than not.",
    fix: "Save it as a file of its own and give that as an input.",
    bad: '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">…</xs:schema>',
    good: "soapstone generate service.wsdl page.html",
  },
});

import {
  createSink,
  type Diagnostic,
} from "../../../../src/diagnostics/index.js";
import type { Page, SampleElement } from "../../../../src/model/index.js";
import { readPages } from "../../../../src/read/page/index.js";
import { createSourceText } from "../../../../src/source/index.js";

/** A help page of our own, to be damaged in the ways captures are. */
export const requestHead = `POST /shop/Orders.asmx HTTP/1.1
Host: shop.example
Content-Type: text/xml; charset=utf-8
Content-Length: length
SOAPAction: "urn:shop/PlaceOrder"
`;
export const responseHead = `HTTP/1.1 200 OK
Content-Type: text/xml; charset=utf-8
Content-Length: length
`;
const envelope = (
  body: string,
): string => `<?xml version="1.0" encoding="utf-8"?>
<soap:Envelope xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">
  <soap:Body>
${body}
  </soap:Body>
</soap:Envelope>`;
export const request = envelope(`    <PlaceOrder xmlns="urn:shop">
      <customer>string</customer>
      <lines>
        <Line sku="string" kind="Normal or Gift or Sample">
          <count>int</count>
        </Line>
        <Line sku="string" kind="Normal or Gift or Sample">
          <count>int</count>
        </Line>
      </lines>
    </PlaceOrder>`);
export const response = envelope(`    <PlaceOrderResponse xmlns="urn:shop">
      <PlaceOrderResult>Ok or SoldOut or Closed</PlaceOrderResult>
    </PlaceOrderResponse>`);
export const shopPage = `Orders

Click here for a complete list of operations.

PlaceOrder

Places an order.

Test
The test form is only available for requests from the local machine.

SOAP 1.1

The following is a sample SOAP 1.1 request and response. The placeholders shown need to be replaced with actual values.

${requestHead}
${request}
${responseHead}
${response}
`;

export interface Reading {
  readonly pages: readonly Page[];
  readonly page: Page;
  readonly diagnostics: readonly Diagnostic[];
  readonly codes: readonly string[];
}

export function read(text: string, path = "page.txt"): Reading {
  const sink = createSink();
  const source = createSourceText(path, text);
  const pages = readPages(source, sink);
  const none: Page = {
    source,
    style: "unknown",
    samples: [],
    notes: [],
    errors: [],
    repairs: [],
    leftovers: [],
  };
  return {
    pages,
    page: pages[0] ?? none,
    diagnostics: sink.diagnostics,
    codes: sink.diagnostics.map(({ code }) => code),
  };
}

/** An element as nested arrays: name, attributes, content. */
export type Outline = readonly [
  string,
  readonly string[],
  readonly (string | Outline)[],
];

export function outline(element: SampleElement): Outline {
  return [
    element.name.key,
    element.attributes.map(({ name, value }) => `${name.key}=${value}`),
    element.content.map((node) =>
      node.kind === "text" ? node.text : outline(node),
    ),
  ];
}

/** What the messages of a page say, without places. */
export function messages(page: Page): unknown {
  return page.samples.map((sample) => ({
    protocol: sample.protocol,
    role: sample.role,
    action: sample.head?.soapAction,
    headers: sample.headers.map(outline),
    body: sample.body.map(outline),
    parameters: sample.parameters.map(({ name, value }) => `${name}=${value}`),
  }));
}

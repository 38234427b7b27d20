import { readPages } from "../../../../src/read/page/index.js";
import { applyOverrides, inferServices } from "../../../../src/infer/index.js";
import {
  createSink,
  type Diagnostic,
} from "../../../../src/diagnostics/index.js";
import { inspectModel, type Inspection } from "../../../../src/index.js";
import { linkFragments } from "../../../../src/link/index.js";
import { listUnknown, type Model } from "../../../../src/model/index.js";
import { createSourceText } from "../../../../src/source/index.js";

/** A help page in which `Photo` and `Part` are cut off, and `Extra` is an empty element. */
export const page = `POST /shop/orders.asmx HTTP/1.1
Host: shop.example
Content-Type: text/xml; charset=utf-8
Content-Length: length
SOAPAction: "urn:shop/GetOrder"

<?xml version="1.0" encoding="utf-8"?>
<soap:Envelope xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">
  <soap:Body>
    <GetOrder xmlns="urn:shop">
      <Id>int</Id>
      <Filter>string</Filter>
    </GetOrder>
  </soap:Body>
</soap:Envelope>

HTTP/1.1 200 OK
Content-Type: text/xml; charset=utf-8
Content-Length: length

<?xml version="1.0" encoding="utf-8"?>
<soap:Envelope xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">
  <soap:Body>
    <GetOrderResponse xmlns="urn:shop">
      <GetOrderResult>
        <Status>Open or Paid</Status>
        <Price>string</Price>
        <Extra />
        <Note lang="string" />
        <Lines>
          <Line no="int">
            <Photo xsi:nil="true" />
            <Sku>string</Sku>
          </Line>
          <Line no="int">
            <Photo xsi:nil="true" />
            <Sku>string</Sku>
          </Line>
        </Lines>
      </GetOrderResult>
    </GetOrderResponse>
  </soap:Body>
</soap:Envelope>
`;

export interface Overridden {
  readonly model: Model;
  readonly inspection: Inspection;
  readonly diagnostics: readonly Diagnostic[];
  /** Paths of what is still unknown. */
  readonly unknown: readonly string[];
}

/** What the page and the overrides say together. */
export function override(...files: readonly unknown[]): Overridden {
  const sink = createSink();
  const sources = files.map((file, index) =>
    createSourceText(
      `${String(index)}.overrides.json`,
      typeof file === "string" ? file : JSON.stringify(file, null, 2),
    ),
  );
  const pages = readPages(createSourceText("page.txt", page), sink);
  const inferred = inferServices(pages, { sink, fallbackName: "shop" });
  const fragments = applyOverrides(inferred, sources, sink);
  const model = linkFragments(fragments, { sink });
  return {
    model,
    inspection: inspectModel(model),
    diagnostics: sink.diagnostics,
    unknown: listUnknown({
      elements: model.schemas.elements.values(),
      types: model.schemas.types.values(),
    }).map(({ path }) => path),
  };
}

/** `code message` of each finding. */
export function findings({ diagnostics }: Overridden): readonly string[] {
  return diagnostics.map(({ code, message }) => `${code} ${message}`);
}

/** A member of a type as `inspect` shows it. */
export function memberOf(
  { inspection }: Overridden,
  type: string,
  member: string,
): Inspection["types"][number]["members"][number] | undefined {
  return inspection.types
    .find(({ name }) => name.local === type)
    ?.members.find(({ name }) => name === member);
}

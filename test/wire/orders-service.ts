import { SOAP_11, SOAP_12 } from "../../src/runtime/xml/namespaces.js";

export const ns = "urn:example:orders";

export type Version = "soap11" | "soap12";

/** An envelope around the content of its body, and of its header. */
export function envelope(version: Version, body: string, header = ""): string {
  const namespace = version === "soap11" ? SOAP_11 : SOAP_12;
  const head = header === "" ? "" : `<e:Header>${header}</e:Header>`;
  return `<e:Envelope xmlns:e="${namespace}">${head}<e:Body>${body}</e:Body></e:Envelope>`;
}

/** What FindOrders answers. */
export const found = `<FindOrdersResponse xmlns="${ns}" found="1"><order><orderId>9007199254740993</orderId><status>on its way</status><placed>2024-05-31T12:30:00.10+02:00</placed></order></FindOrdersResponse>`;

export const foundValue = {
  found: 1,
  order: [
    {
      orderId: 9_007_199_254_740_993n,
      status: "on its way",
      placed: "2024-05-31T12:30:00.10+02:00",
    },
  ],
};

/** The fault that PlaceOrder declares, with one article. */
export function outOfStock(version: Version, article: string): string {
  const detail = `<OutOfStock xmlns="${ns}"><article>${article}</article></OutOfStock>`;
  return version === "soap11"
    ? `<e:Fault><faultcode>e:Client</faultcode><faultstring>gone</faultstring><detail>${detail}</detail></e:Fault>`
    : `<e:Fault><e:Code><e:Value>e:Sender</e:Value></e:Code><e:Reason><e:Text xml:lang="en">gone</e:Text></e:Reason><e:Detail>${detail}</e:Detail></e:Fault>`;
}

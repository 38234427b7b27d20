import {
  createClient,
  isSoapError,
  SoapError,
} from "../../../../src/runtime/index.js";
import type { ClientOptions } from "../../../../src/runtime/index.js";
import { createMockFetch } from "../../../../src/runtime/mock.js";
import type { MockHandler } from "../../../../src/runtime/mock.js";
import { getOrders, OrdersService, ping } from "./orders.js";

export const value = {
  GetOrdersResult: {
    Order: [{ Id: 9007199254740993n, Note: "größe €𝄞" }, { Id: 2n }],
  },
};

export interface Sent {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: string;
}

/** A client over a mock that notes what was sent. */
export function withMock(
  respond: MockHandler["respond"],
  options: ClientOptions = {},
): { readonly client: ReturnType<typeof createClient>; readonly sent: Sent[] } {
  const sent: Sent[] = [];
  const mock = createMockFetch(OrdersService, [
    { operation: getOrders.descriptor, respond },
    { operation: ping.descriptor, respond: () => undefined },
  ]);
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const { url, method, headers } = request;
    sent.push({ url, method, headers, body: await request.clone().text() });
    return mock(request);
  };
  return { client: createClient(OrdersService, { fetch, ...options }), sent };
}

/** A client of a server that answers always the same. */
export function answering(
  body: ConstructorParameters<typeof Response>[0],
  init: ResponseInit = {},
  options: ClientOptions = {},
): ReturnType<typeof createClient> {
  const headers = { "Content-Type": "text/xml; charset=utf-8" };
  const fetch = async (): Promise<Response> =>
    new Response(body, { headers, ...init });
  return createClient(OrdersService, { fetch, ...options });
}

export async function failure(call: Promise<unknown>): Promise<SoapError> {
  try {
    await call;
  } catch (error) {
    if (isSoapError(error)) return error;
    throw error;
  }
  throw new Error("the call succeeded");
}

export function envelope(body: string): string {
  return `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>${body}</s:Body></s:Envelope>`;
}

export const neverAnswer: typeof globalThis.fetch = (_input, init) =>
  new Promise((_resolve, reject) => {
    const abort = (): void => reject(new Error("stopped"));
    init?.signal?.addEventListener("abort", abort);
    if (init?.signal?.aborted === true) abort();
  });

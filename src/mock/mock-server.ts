import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { ServiceDescriptor } from "../runtime/descriptor.js";
import { decodeText } from "../runtime/http/decode-text.js";
import {
  answerRequest,
  type MockHandler,
  type MockRequest,
} from "../runtime/mock.js";

/** A service that a mock server plays. */
export interface MockedService {
  readonly service: ServiceDescriptor;
  readonly handlers: readonly MockHandler[];
  /** Its description, with the addresses of a server at `origin`. */
  wsdl(origin: string): string;
}

export interface MockServerOptions {
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  readonly services: readonly MockedService[];
  /** Called after each answer. */
  readonly onAnswer?: (answer: MockAnswer) => void;
}

export interface MockAnswer {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  readonly status: number;
}

export interface MockServer {
  /** `http://127.0.0.1:8080` */
  readonly origin: string;
  close(): Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Bytes of a request; what is longer is refused before it is read. */
const MAX_REQUEST = 64 * 1024 * 1024;

/** A real HTTP server that answers SOAP 1.1, SOAP 1.2, HTTP GET and HTTP POST from handlers. Rejects when it cannot listen. */
export async function startMockServer(
  options: MockServerOptions,
): Promise<MockServer> {
  const { host, port, services, onAnswer } = options;
  // Loaded when it is needed: half of all that Node loads for a run.
  const { createServer } = process.getBuiltinModule("node:http");
  let origin = "";
  const server = createServer((request, response) => {
    const { method = "GET", url: target = "/" } = request;
    void answer(request, services, origin).then((result) => {
      send(response, result);
      onAnswer?.({ method, target, status: result.status });
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  // A listening TCP server has an address of this form.
  const address = server.address() as AddressInfo;
  origin = `http://${host.includes(":") ? `[${host}]` : host}:${address.port}`;
  return {
    origin,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  request: IncomingMessage,
  services: readonly MockedService[],
  origin: string,
): Promise<Answer> {
  const { method = "GET", url: target = "/", headers } = request;
  const bytes = await readBody(request);
  if (bytes === undefined) return plain(413, "the request is too large\n");
  const near = nearestFirst(services, target);
  if (method === "GET" && /\?(?:single)?wsdl$/i.test(target))
    return describe(near, origin);
  const contentType = headers["content-type"] ?? "";
  const action = headers["soapaction"];
  const received: MockRequest = {
    target,
    method,
    contentType,
    ...(typeof action === "string" && { action }),
    body: decodeText(bytes, contentType),
  };
  for (const { service, handlers } of near) {
    const found = await answerRequest(service, handlers, received);
    if (found.status !== 404) return found;
  }
  return plain(404, "no operation of the mocked services takes this request\n");
}

/** Services at the path that was asked for come before the others. */
function nearestFirst(
  services: readonly MockedService[],
  target: string,
): readonly MockedService[] {
  const path = target.replace(/\?.*$/s, "").toLowerCase();
  const isThere = ({ service }: MockedService): boolean =>
    Object.values(service.ports).some(({ address = "" }) =>
      path.startsWith(pathOf(address).toLowerCase()),
    );
  return [
    ...services.filter(isThere),
    ...services.filter((service) => !isThere(service)),
  ];
}

/** Path of an address; `/` where there is none. */
export function pathOf(address: string): string {
  return URL.canParse(address) ? new URL(address).pathname : "/";
}

function describe([first]: readonly MockedService[], origin: string): Answer {
  if (first === undefined) return plain(404, "nothing is mocked\n");
  const headers = { "Content-Type": "text/xml; charset=utf-8" };
  return { status: 200, headers, body: first.wsdl(origin) };
}

function plain(status: number, body: string): Answer {
  return { status, headers: { "Content-Type": "text/plain" }, body };
}

/** Undefined when it is too large. */
async function readBody(
  request: IncomingMessage,
): Promise<Uint8Array | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    // Without an encoding, the chunks of a request are buffers.
    const bytes = chunk as Buffer;
    size += bytes.length;
    if (size <= MAX_REQUEST) chunks.push(bytes);
  }
  return size > MAX_REQUEST ? undefined : Buffer.concat(chunks);
}

function send(
  response: ServerResponse,
  { status, headers, body }: Answer,
): void {
  response.writeHead(status, headers);
  response.end(body);
}

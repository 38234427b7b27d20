import { createHash } from "node:crypto";
import {
  createServer,
  type IncomingMessage,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";

/** Files that the server hands out, by path: scripts for browsers. */
export type ServedFiles = Readonly<
  Record<string, { readonly type: string; readonly text: string }>
>;

export interface WireServer {
  readonly origin: string;
  /** The next report that a page posts. */
  report(): Promise<string>;
  close(): Promise<void>;
}

/**
 * Answers echo requests with what they hold, byte for byte: a response has the name of its request, but for the end.
 * Other paths misbehave in ways of their own; `/mock` is passed on to a mock server.
 */
export async function startWireServer(
  mock: string,
  files: ServedFiles,
): Promise<WireServer> {
  let reported: (text: string) => void = () => undefined;
  const server = createServer((request, response) => {
    void read(request).then(async (body) => {
      const path = request.url ?? "/";
      const file = files[path];
      if (file !== undefined) return send(response, 200, file);
      if (path === "/report") {
        reported(body.toString());
        return send(response, 204, { type: "text/plain", text: "" });
      }
      if (path.startsWith("/mock"))
        return pass(mock, request, { body, response });
      return answer(path, request, { body, response });
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  // A listening TCP server has an address of this form.
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    report: () => new Promise((resolve) => (reported = resolve)),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Exchange {
  readonly body: Buffer;
  readonly response: ServerResponse;
}

async function read(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  // Without an encoding, the chunks of a request are buffers.
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function send(
  response: ServerResponse,
  status: number,
  { type, text }: { readonly type: string; readonly text: string },
): void {
  // Scripts of this server only: code made out of text would be refused.
  const policy =
    "default-src 'none'; script-src 'self'; connect-src 'self' http://127.0.0.1:1";
  response.writeHead(status, {
    "Content-Type": type,
    "Content-Security-Policy": policy,
  });
  response.end(text);
}

async function pass(
  mock: string,
  request: IncomingMessage,
  { body, response }: Exchange,
): Promise<void> {
  const { method = "GET", url = "", headers } = request;
  const names = ["content-type", "soapaction"];
  const kept = names.flatMap((name): [string, string][] => {
    const value = headers[name];
    return typeof value === "string" ? [[name, value]] : [];
  });
  const answered = await fetch(mock + url.slice("/mock".length), {
    method,
    headers: kept,
    ...(method === "POST" && { body: new Uint8Array(body) }),
  });
  const type = answered.headers.get("content-type") ?? "";
  send(response, answered.status, { type, text: await answered.text() });
}

const envelope = (body: string): string =>
  `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>${body}</s:Body></s:Envelope>`;

const rejected = envelope(
  '<s:Fault><faultcode>s:Client</faultcode><faultstring>no</faultstring><detail><Rejected xmlns="urn:example:interop"><code>7</code><what>größte</what></Rejected></detail></s:Fault>',
);

function answer(
  path: string,
  request: IncomingMessage,
  { body, response }: Exchange,
): void {
  const xml = "text/xml; charset=utf-8";
  if (path === "/slow") return;
  if (path === "/html")
    return send(response, 502, {
      type: "text/html",
      text: "<h1>Bad gateway</h1>",
    });
  if (path === "/broken")
    return send(response, 200, { type: xml, text: envelope("<PingResponse>") });
  // One character for each byte: parts of a message need not be text.
  const text = body.toString("latin1");
  if (text.includes("FailRequest"))
    return send(response, 500, { type: xml, text: rejected });
  if (path === "/digest" && !isSignedIn(text))
    return send(response, 500, { type: xml, text: rejected });
  const bodyOnly =
    path === "/digest"
      ? envelope('<PingResponse xmlns="urn:example:interop"/>')
      : text;
  const echoed = bodyOnly.replaceAll(
    /<(\/?)((?:\w+:)?)(Echo\w+|Ping)Request/g,
    "<$1$2$3Response",
  );
  response.writeHead(200, {
    "Content-Type": request.headers["content-type"] ?? xml,
  });
  response.end(Buffer.from(echoed, "latin1"));
}

/** UsernameToken Profile 1.0 §3.1: the digest is of nonce, time and password. */
function isSignedIn(text: string): boolean {
  const part = (name: string): string =>
    new RegExp(`[<:]${name}(?:\\s[^>]*)?>([^<]*)<`).exec(text)?.[1] ?? "";
  const digest = createHash("sha1")
    .update(Buffer.from(part("Nonce"), "base64"))
    .update(`${part("Created")}secret`)
    .digest("base64");
  return part("Username") === "me" && part("Password") === digest;
}

import {
  createServer,
  type IncomingMessage,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { multipartOf } from "../../../src/runtime/packaging/multipart.js";
import { PartStream } from "../../../src/runtime/packaging/part-stream.js";
import { describeBytes, patternStream } from "./pattern.js";

export interface StreamServer {
  readonly origin: string;
  close(): Promise<void>;
}

/**
 * `/sink` says how many bytes came beside a message, and their checksum; `/source?SIZE` answers with so many. Neither
 * keeps them.
 */
export async function startStreamServer(): Promise<StreamServer> {
  const server = createServer((request, response) => {
    const answer = request.url?.startsWith("/source") ? give : take;
    answer(request, response).catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : new Error("failed"));
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  // A listening TCP server has an address of this form.
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function envelope(value: string, view: string): string {
  return `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><EchoBytesResponse xmlns="urn:example:interop"><value>${value}</value><view>${view}</view></EchoBytesResponse></s:Body></s:Envelope>`;
}

/** The bytes of the part behind the message. */
async function take(
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const multipart = multipartOf(request.headers["content-type"] ?? "");
  // Both are streams of the web, of which Node and the runtime have types of their own.
  const body = Readable.toWeb(request) as ReadableStream<Uint8Array>;
  const parts = new PartStream(body, multipart?.boundary ?? "", 65_536);
  await parts.next();
  await parts.next();
  const content = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const chunk = await parts.read();
      if (chunk === undefined) controller.close();
      else controller.enqueue(chunk);
    },
  });
  const seen = await describeBytes(content);
  response.writeHead(200, { "Content-Type": "text/xml; charset=utf-8" });
  response.end(envelope("", seen));
}

async function give(
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  request.resume();
  const size = Number(request.url?.split("?")[1]);
  const include =
    '<x:Include xmlns:x="http://www.w3.org/2004/08/xop/include" href="cid:a"/>';
  response.writeHead(200, {
    "Content-Type":
      'multipart/related; type="application/xop+xml"; boundary=b; start-info="text/xml"',
  });
  response.write(
    `--b\r\nContent-Type: application/xop+xml; type="text/xml"\r\n\r\n${envelope(include, "")}\r\n--b\r\nContent-ID: <a>\r\n\r\n`,
  );
  const bytes = async function* (): AsyncGenerator<Uint8Array> {
    const reader = patternStream(size).getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  };
  await pipeline(bytes, response, { end: false });
  response.end("\r\n--b--\r\n");
}

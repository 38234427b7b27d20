import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

export interface ReceivedRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

export interface Answer {
  readonly status?: number;
  readonly contentType?: string;
  /** Beside the content type. */
  readonly headers?: Readonly<Record<string, string>>;
  /** In several pieces it is sent in chunks. */
  readonly body: string | Uint8Array | readonly (string | Uint8Array)[];
}

export interface LoopbackServer {
  /** `http://127.0.0.1:PORT`. */
  readonly origin: string;
  readonly received: readonly ReceivedRequest[];
  /** What the next requests are answered with. */
  answer(answer: Answer): void;
  close(): Promise<void>;
}

/** A real HTTP server that records what it gets and answers what it is told to. */
export async function startLoopbackServer(): Promise<LoopbackServer> {
  const received: ReceivedRequest[] = [];
  let answer: Answer = { body: "" };
  const server = createServer((request, response) => {
    void readBody(request).then((body) => {
      const { method = "", url = "", headers } = request;
      received.push({ method, url, headers, body });
      response.writeHead(answer.status ?? 200, {
        "Content-Type": answer.contentType ?? "text/xml; charset=utf-8",
        ...answer.headers,
      });
      const { body: pieces } = answer;
      if (!Array.isArray(pieces)) return response.end(pieces);
      for (const piece of pieces) response.write(piece);
      return response.end();
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  // A listening TCP server has an address of this form.
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    received,
    answer: (next) => {
      answer = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

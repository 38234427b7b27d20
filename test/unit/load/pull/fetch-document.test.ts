import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterEach, expect, test } from "vitest";
import { fetchDocument } from "../../../../src/load/pull/fetch-document.js";

const limits = { bytes: 2 ** 20, redirects: 2, milliseconds: 300 };
const anywhere = async (): Promise<undefined> => undefined;
const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** What is said of a document that a server answers with. */
async function reasonOf(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  // A listening TCP server has an address of this form.
  const { port } = server.address() as AddressInfo;
  const found = await fetchDocument(
    `http://127.0.0.1:${port}/`,
    anywhere,
    limits,
  );
  return found.kind === "failed" ? found.reason : found.kind;
}

const spaces = Buffer.alloc(2 ** 16, " ");

/** Servers that mean ill, and what is said of each. */
const hostile: readonly (readonly [string, string, RequestListener])[] = [
  ["says nothing", "it takes too long", () => undefined],
  [
    "drips",
    "it takes too long",
    (_request, response) => {
      const timer = setInterval(() => response.write(" "), 20);
      response.on("close", () => clearInterval(timer));
    },
  ],
  [
    "never ends",
    "it is larger than 1 MB",
    (_request, response) => {
      const more = (): void => {
        while (response.write(spaces));
      };
      response.on("drain", more);
      more();
    },
  ],
  [
    "packs much into little",
    "it is larger than 1 MB",
    (_request, response) => {
      response.setHeader("Content-Encoding", "gzip");
      response.end(gzipSync(Buffer.alloc(2 ** 26)));
    },
  ],
  [
    "promises more than it sends",
    "the server closes the connection (UND_ERR_SOCKET)",
    (_request, response) => {
      response.setHeader("Content-Length", "1000");
      response.write("<a/>");
      setTimeout(() => response.destroy(), 20);
    },
  ],
  [
    "hangs up",
    "the server closes the connection (UND_ERR_SOCKET)",
    (request) => request.socket.destroy(),
  ],
  [
    "has headers without end",
    "the answer's headers are too long (UND_ERR_HEADERS_OVERFLOW)",
    (_request, response) => {
      response.setHeader("X-A", "y".repeat(100_000));
      response.end();
    },
  ],
  [
    "leads in circles",
    "it redirects more than 2 times",
    (_request, response) => {
      response.writeHead(302, { Location: "/" });
      response.end();
    },
  ],
];

test.each(hostile)("a server that %s: %s", async (_, reason, listener) => {
  expect(await reasonOf(listener)).toBe(reason);
});

test("a server that is not there", async () => {
  const url = "http://127.0.0.1:1/";
  // A port that fetch itself does not visit.
  expect(await fetchDocument(url, anywhere, limits)).toEqual({
    kind: "failed",
    reason: "bad port",
  });
});

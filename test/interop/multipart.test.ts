import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import {
  binaryContent,
  createClient,
  createOperation,
  mtom,
  swa,
} from "../../src/runtime/index.js";
import type {
  BinaryContent,
  MessageDescriptor,
  Packaging,
} from "../../src/runtime/index.js";
import * as features from "../../src/runtime/features.js";
import * as xsd from "../../src/runtime/xsd.js";

/** What Python's mail parser finds in a message: type, identifier, and checksum of each part. */
const readScript = `
import email, hashlib, json, sys
message = email.message_from_bytes(sys.stdin.buffer.read())
print(json.dumps({
  "type": message.get_content_type(),
  "start": message.get_param("start"),
  "defects": [str(each) for part in message.walk() for each in part.defects],
  "parts": [{
    "type": part.get_content_type(),
    "id": part["Content-ID"],
    "sum": hashlib.sha1(part.get_payload(decode=True)).hexdigest(),
  } for part in message.get_payload()],
}))`;

/** A message as Python's mail writer makes it: attachments in base64, lines folded. */
const writeScript = `
import sys
from email.mime.application import MIMEApplication
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.policy import SMTP
message = MIMEMultipart("related", policy=SMTP, type="text/xml")
root = MIMEText(sys.argv[1], "xml", "utf-8", policy=SMTP)
message.attach(root)
for name in ("first", "second"):
    part = MIMEApplication(bytes((at * len(name)) & 255 for at in range(5000)), policy=SMTP)
    part["Content-ID"] = "<%s=1@example>" % name
    message.attach(part)
sys.stdout.buffer.write(message.as_bytes())`;

function python(
  script: string,
  args: readonly string[],
  input = Buffer.of(),
): Buffer {
  return execFileSync("/usr/bin/python3", ["-c", script, ...args], { input });
}

interface Value {
  readonly data?: BinaryContent;
  readonly first?: BinaryContent;
  readonly second?: BinaryContent;
}

const body: MessageDescriptor["body"] = {
  kind: "element",
  element: () => ({
    element: "files",
    namespace: "urn:f",
    type: {
      kind: "complex",
      namespace: "urn:f",
      members: () => [{ element: "data", type: xsd.base64Content, min: 0 }],
    },
  }),
};
const attachments = ["first", "second"].map((property) => ({
  property,
  contentTypes: ["image/png"],
  streamed: true as const,
}));

function operation(message: MessageDescriptor) {
  return createOperation<Value, Value>({
    name: "Echo",
    uses: [features.streams],
    streams: true,
    bindings: [{ ports: ["P"], request: message, response: message }],
  });
}

const inside = operation({ body });
const beside = operation({ body, attachments });

function clientOf(fetch: typeof globalThis.fetch, packaging: Packaging) {
  const ports = {
    P: { protocol: "soap11", address: "http://f.example/" },
  } as const;
  const service = { name: "Files", defaultPort: "P", ports };
  return createClient(service, { fetch, packaging });
}

const pattern = (step: number): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length: 5000 }, (_, at) => (at * step) & 255);
const sum = (bytes: Uint8Array): string =>
  createHash("sha1").update(bytes).digest("hex");

/** What Python finds in what is sent. */
async function sent(
  call: typeof inside,
  packaging: Packaging,
  value: Value,
): Promise<{ readonly parts: readonly unknown[] }> {
  let message = Buffer.of();
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const type = request.headers.get("content-type") ?? "";
    const content = Buffer.from(await request.arrayBuffer());
    const head = Buffer.from(`Content-Type: ${type}\r\n\r\n`);
    message = Buffer.concat([head, content]);
    return new Response("", { status: 500 });
  };
  await call.safe(clientOf(fetch, packaging), value);
  return JSON.parse(python(readScript, [], message).toString());
}

describe("Python's mail package and messages in parts", () => {
  it("reads what mtom() sends", async () => {
    const data = new Blob([pattern(3)], { type: "image/png" });
    expect(await sent(inside, mtom(), { data })).toMatchObject({
      type: "multipart/related",
      start: "<root@soapstone>",
      defects: [],
      parts: [
        { type: "application/xop+xml", id: "<root@soapstone>" },
        { type: "image/png", id: "<part1@soapstone>", sum: sum(pattern(3)) },
      ],
    });
  });

  it("reads what swa() sends", async () => {
    const first = binaryContent(new Blob([pattern(5)]).stream(), "a/b");
    const second = binaryContent(pattern(6));
    expect(await sent(beside, swa(), { first, second })).toMatchObject({
      defects: [],
      parts: [
        { type: "text/xml" },
        { type: "a/b", id: /^<first=/, sum: sum(pattern(5)) },
        { id: /^<second=/, sum: sum(pattern(6)) },
      ].map(({ id, ...part }) =>
        id === undefined ? part : { ...part, id: expect.stringMatching(id) },
      ),
    });
  });

  describe("writes what is read", () => {
    let message: Buffer;
    beforeAll(() => {
      const envelope =
        '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><files xmlns="urn:f"><data>w7Y=</data></files></s:Body></s:Envelope>';
      message = python(writeScript, [envelope]);
    });

    it.each([1, 100, 100_000])("in pieces of %s bytes", async (size) => {
      const end = message.indexOf("\r\n\r\n");
      const head = message.subarray(0, end).toString();
      const type = /^Content-Type:\s*((?:.|\r\n\s)*)/im.exec(head)?.[1] ?? "";
      let at = end + 4;
      const stream = new ReadableStream<Uint8Array>({
        pull(controller) {
          if (at >= message.length) return controller.close();
          controller.enqueue(
            Uint8Array.from(message.subarray(at, (at += size))),
          );
        },
      });
      const headers = { "Content-Type": type.replace(/\s+/g, " ") };
      const fetch = async (): Promise<Response> =>
        new Response(stream, { headers });
      const answer = await beside(clientOf(fetch, swa()), {});
      const bytesOf = async (content: BinaryContent | undefined) =>
        Buffer.from((await content?.arrayBuffer()) ?? new ArrayBuffer(0));
      expect((await bytesOf(answer.data)).toString()).toBe("ö");
      expect(sum(await bytesOf(answer.first))).toBe(sum(pattern(5)));
      expect(sum(await bytesOf(answer.second))).toBe(sum(pattern(6)));
    });
  });
});

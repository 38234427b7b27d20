import { describe, expect, it } from "vitest";
import {
  binaryContent,
  createClient,
  createOperation,
  mtom,
  swa,
} from "../../../../src/runtime/index.js";
import type {
  BinaryContent,
  ClientOptions,
  MessageDescriptor,
  ServiceDescriptor,
  SimpleTypeDescriptor,
} from "../../../../src/runtime/index.js";
import { createMockFetch } from "../../../../src/runtime/mock.js";
import * as features from "../../../../src/runtime/features.js";
import * as xsd from "../../../../src/runtime/xsd.js";

const service: ServiceDescriptor = {
  name: "Files",
  defaultPort: "P",
  ports: { P: { protocol: "soap11", address: "http://localhost/" } },
};

const tiny: SimpleTypeDescriptor = {
  kind: "restriction",
  base: xsd.base64Content,
  maxLength: 3,
};

interface Files {
  readonly tiny?: BinaryContent;
  readonly name: string;
  readonly data?: readonly BinaryContent[];
  /** Beside the message. */
  readonly first?: BinaryContent;
  readonly second?: BinaryContent;
}

const message: MessageDescriptor = {
  body: {
    kind: "element",
    element: () => ({
      element: "files",
      namespace: "urn:f",
      type: {
        kind: "complex",
        namespace: "urn:f",
        members: () => [
          { element: "name", type: xsd.string },
          { element: "data", type: xsd.base64Content, min: 0, max: Infinity },
          { element: "tiny", type: tiny, min: 0 },
        ],
      },
    }),
  },
};

const attached = ["first", "second"].map((property) => ({
  property,
  contentTypes: ["image/png"],
  streamed: true as const,
}));

function operation(isAttached: boolean) {
  const own = isAttached ? { ...message, attachments: attached } : message;
  return createOperation<Files, Files>({
    name: "Echo",
    uses: [features.streams, features.lengths],
    streams: true,
    bindings: [{ ports: ["P"], request: own, response: own }],
  });
}

const echo = operation(false);
const exchange = operation(true);

/** Sends back what comes, in chunks of some bytes. */
function echoing(size: number, seen: RequestInit[] = []): typeof fetch {
  return async (input, init) => {
    seen.push(init ?? {});
    const request = new Request(input, init);
    const bytes = new Uint8Array(await request.arrayBuffer());
    const headers = {
      "Content-Type": request.headers.get("content-type") ?? "",
    };
    return new Response(inChunks(bytes, size), { headers });
  };
}

function inChunks(bytes: Uint8Array, size: number): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream<Uint8Array>({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(at, (at += size)));
    },
  });
}

async function bytesOf(
  content: BinaryContent | undefined,
): Promise<Uint8Array> {
  return new Uint8Array((await content?.arrayBuffer()) ?? new ArrayBuffer(0));
}

const pattern = (length: number, step: number): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length }, (_, at) => (at * step) & 255);
/** Things that look like the end of a part. */
const tricky = new TextEncoder().encode("--b\r\n--b--\r\n\r\n--bound\r\n--");
const boundary = (): string => "bound2";

const sources: readonly (readonly [
  string,
  (bytes: Uint8Array<ArrayBuffer>) => BinaryContent,
])[] = [
  ["bytes", (bytes) => binaryContent(bytes)],
  ["a blob", (bytes) => new Blob([bytes])],
  ["a stream", (bytes) => binaryContent(inChunks(bytes, 1000))],
];

describe.each(sources)("%s as a streamed value", (_name, contentOf) => {
  it.each([1, 7, 64, 5000, 1_000_000])(
    "comes back from an answer in chunks of %s bytes",
    async (size) => {
      const values = [
        pattern(3000, 7),
        new Uint8Array(0),
        tricky,
        pattern(1, 1),
      ];
      const options = { packaging: mtom({ boundary }), fetch: echoing(size) };
      const client = createClient(service, options);
      const sent = { name: "größe", data: values.map(contentOf) };
      const { name, data = [] } = await echo(client, sent);
      expect(name).toBe("größe");
      const received: Uint8Array[] = [];
      for (const content of data) received.push(await bytesOf(content));
      expect(received).toEqual(values);
    },
  );

  it("goes as an attachment too", async () => {
    const fetch = echoing(100);
    const client = createClient(service, { packaging: swa(), fetch });
    const [first, second] = [pattern(3000, 3), pattern(2000, 5)];
    const sent = {
      name: "",
      first: contentOf(first),
      second: contentOf(second),
    };
    const answer = await exchange(client, sent);
    expect(await bytesOf(answer.first)).toEqual(first);
    expect(await bytesOf(answer.second)).toEqual(second);
    expect(answer.name).toBe("");
  });
});

describe("what is sent", () => {
  const send = async (data: readonly BinaryContent[]): Promise<RequestInit> => {
    const seen: RequestInit[] = [];
    const fetch = echoing(100, seen);
    const client = createClient(service, { packaging: mtom(), fetch });
    await echo(client, { name: "", data });
    return seen[0] ?? {};
  };

  it("is a blob where all of it is here, and has a length", async () => {
    const { body } = await send([new Blob(["abc"], { type: "image/png" })]);
    expect(body).toBeInstanceOf(Blob);
    expect(await (body as Blob).text()).toContain("Content-Type: image/png");
  });

  it("is a stream where some of it is not", async () => {
    const contents = [new Blob(["abc"]), binaryContent(inChunks(tricky, 3))];
    const { body, ...init } = await send(contents);
    expect(body).toBeInstanceOf(ReadableStream);
    expect(init).toMatchObject({ duplex: "half" });
  });

  it("is read only while it is sent", async () => {
    let read = 0;
    const source = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          controller.enqueue(new Uint8Array(1000));
          if (++read === 50) controller.close();
        },
      },
      { highWaterMark: 0 },
    );
    let before = -1;
    const fetch: typeof globalThis.fetch = async (input, init) => {
      before = read;
      return echoing(4000)(input, init);
    };
    const client = createClient(service, { packaging: mtom(), fetch });
    await echo(client, { name: "", data: [binaryContent(source)] });
    expect([before, read]).toEqual([0, 50]);
  });

  it("does not change the value", async () => {
    const value = { name: "", data: [new Blob(["abc"])] };
    const copy = { ...value, data: [...value.data] };
    await echo(
      createClient(service, { packaging: mtom(), fetch: echoing(9) }),
      value,
    );
    expect(value).toEqual(copy);
    expect(value.data[0]).toBe(copy.data[0]);
  });
});

describe("a mock", () => {
  it("takes and gives contents, beside the message or in it", async () => {
    const seen: Uint8Array[] = [];
    const respond = async (request: unknown): Promise<Files> => {
      // What the operation's types say of a request.
      const { data = [], first } = request as Files;
      for (const content of [...data, ...(first ? [first] : [])]) {
        seen.push(await bytesOf(content));
      }
      return { name: "mock", data: [binaryContent(pattern(2000, 9))] };
    };
    for (const [call, packaging, value] of [
      [echo, mtom(), { name: "", data: [new Blob([tricky])] }],
      [exchange, swa(), { name: "", first: new Blob([tricky]) }],
    ] as const) {
      const handlers = [{ operation: call.descriptor, respond }];
      const fetch = createMockFetch(service, handlers);
      const { data } = await call(
        createClient(service, { fetch, packaging }),
        value,
      );
      expect(await bytesOf(data?.[0])).toEqual(pattern(2000, 9));
    }
    expect(seen).toEqual([tricky, tricky]);
  });
});

describe("what is refused", () => {
  const failure = async (
    value: unknown,
    options: ClientOptions,
    call = echo,
  ): Promise<unknown> => {
    const client = createClient(service, { fetch: echoing(100), ...options });
    // Untyped code may give anything.
    const tried = await call.safe(client, value as Files);
    return tried.ok ? tried.value : tried.error;
  };
  const blob = { name: "", data: [new Blob(["abc"])] };

  it("is a stream without packaging, and inside the message with swa()", async () => {
    expect(await failure(blob, {})).toMatchObject({
      kind: "encode",
      expected: "packaging: mtom() or swa()",
    });
    expect(await failure(blob, { packaging: swa() })).toMatchObject({
      kind: "encode",
      expected: "packaging: mtom()",
    });
  });

  it("is what is no content", async () => {
    for (const data of [[Uint8Array.of(1)], ["AQ=="], [7], [{}]]) {
      expect(
        await failure({ name: "", data }, { packaging: mtom() }),
      ).toMatchObject({ kind: "encode", path: "data[0]" });
    }
    const wrong = { name: "", first: Uint8Array.of(1) };
    expect(await failure(wrong, { packaging: swa() }, exchange)).toMatchObject({
      kind: "encode",
      path: "first",
    });
  });

  it("is what is known to be too long", async () => {
    const packaging = mtom();
    for (const source of [new Blob(["four"]), binaryContent(tricky)]) {
      const value = { name: "", tiny: source };
      expect(await failure(value, { packaging })).toMatchObject({
        kind: "encode",
        path: "tiny",
        expected: expect.stringMatching(/^a length of 0 to 3, not \d+$/),
      });
    }
    const short = { name: "", tiny: new Blob(["abc"]) };
    expect(await failure(short, { packaging })).toMatchObject({ name: "" });
  });

  it("is a value that holds itself", async () => {
    const value: Record<string, unknown> = { name: "" };
    value["data"] = [value, value];
    expect(await failure(value, { packaging: mtom() })).toMatchObject({
      kind: "encode",
    });
  });
});

const xop = "http://www.w3.org/2004/08/xop/include";
const include = (id: string): string =>
  `<data><x:Include xmlns:x="${xop}" href="cid:${id}"/></data>`;

/** An answer of parts, whose text has one character for each byte. */
function answer(
  content: string,
  parts: readonly string[],
  { end = "\r\n--b--\r\n", size = 50 } = {},
): Response {
  const xml = `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><files xmlns="urn:f"><name>n</name>${content}</files></s:Body></s:Envelope>`;
  const root = `Content-Type: application/xop+xml; type="text/xml"\r\n\r\n${xml}`;
  const text = `--b\r\n${[root, ...parts].join("\r\n--b\r\n")}${end}`;
  const bytes = new Uint8Array(Buffer.from(text, "latin1"));
  return new Response(inChunks(bytes, size), {
    headers: { "Content-Type": "multipart/related; boundary=b" },
  });
}

const part = (id: string, content: string, more = ""): string =>
  `Content-ID: <${id}>\r\n${more}\r\n${content}`;

async function received(
  response: Response,
  options: ClientOptions = {},
  call = echo,
): Promise<Files> {
  const fetch = async (): Promise<Response> => response;
  return call(createClient(service, { fetch, ...options }), { name: "" });
}

const textOf = async (content: BinaryContent | undefined): Promise<string> =>
  new TextDecoder().decode(await bytesOf(content));

describe("an answer", () => {
  it("is given before its parts have come", async () => {
    let pulled = 0;
    const response = answer(include("a"), [part("a", "x".repeat(100_000))]);
    const counted = response.body?.pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        transform(chunk, controller) {
          pulled += chunk.length;
          controller.enqueue(chunk);
        },
      }),
    );
    const { headers } = response;
    const { data } = await received(new Response(counted ?? null, { headers }));
    expect(pulled).toBeLessThan(1000);
    expect((await textOf(data?.[0])).length).toBe(100_000);
    expect(pulled).toBeGreaterThan(100_000);
  });

  it("may have its parts read in any order, and at once", async () => {
    const parts = ["a", "b", "c"].map((id) => part(id, id.repeat(1000)));
    const content = ["b", "c", "a"].map(include).join("");
    for (const order of [
      [0, 1, 2],
      [2, 1, 0],
      [1, 2, 0],
    ]) {
      const { data = [] } = await received(answer(content, parts));
      for (const at of order) {
        expect(await textOf(data[at])).toBe("bca".charAt(at).repeat(1000));
      }
    }
    const { data = [] } = await received(answer(content, parts));
    const texts = await Promise.all(data.map(textOf));
    expect(texts.map((text) => text.slice(0, 1))).toEqual(["b", "c", "a"]);
  });

  it("may have base64 in its message, or in a part", async () => {
    const encoding = "Content-Transfer-Encoding: base64\r\n";
    const response = answer(`<data>YWJj</data>${include("a")}`, [
      part("a", "YW\r\nJj\r\nZGVm", encoding),
    ]);
    const { data = [] } = await received(response, {}, echo);
    expect(await Promise.all(data.map(textOf))).toEqual(["abc", "abcdef"]);
    const broken = answer(include("a"), [part("a", "YWJjZ", encoding)]);
    const [content] = (await received(broken)).data ?? [];
    await expect(textOf(content)).rejects.toMatchObject({ kind: "decode" });
  });

  it("may have quoted-printable in a part", async () => {
    const text = `${"größe = ".repeat(300)}\r\nend \t.`;
    const latin = Buffer.from(text).toString("latin1");
    const quoted = [...latin]
      .map((each) =>
        /[ -<>-~]/.test(each)
          ? each
          : `=${each.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`,
      )
      .join("")
      .replace(/((?:=..|.){60})/g, "$1=\r\n")
      .replaceAll("=0D=0A", " \t\r\n");
    const encoding = "Content-Transfer-Encoding: Quoted-Printable\r\n";
    for (const size of [1, 50, 10_000]) {
      const parts = [part("a", quoted, encoding)];
      const { data = [] } = await received(
        answer(include("a"), parts, { size }),
      );
      expect(await textOf(data[0])).toBe(text);
    }
    for (const broken of ["a=4", "a=zz\r\n"]) {
      const response = answer(include("a"), [part("a", broken, encoding)]);
      const [content] = (await received(response)).data ?? [];
      await expect(textOf(content)).rejects.toMatchObject({ kind: "decode" });
    }
  });

  it("has no attachments where nothing follows", async () => {
    const answered = await received(answer("", []), {}, exchange);
    expect(answered).toEqual({ name: "n" });
  });

  it("has its attachments by name, or in order", async () => {
    const named = [part("second=1@x", "2"), part("first=2@x", "1")];
    const byName = await received(answer("", named), {}, exchange);
    expect(await textOf(byName.first)).toBe("1");
    expect(await textOf(byName.second)).toBe("2");
    const unnamed = [part("x", "1"), "Content-Type: a/b\r\n\r\n2"];
    const inOrder = await received(answer("", unnamed), {}, exchange);
    expect(await textOf(inOrder.second)).toBe("2");
    expect(await textOf(inOrder.first)).toBe("1");
  });

  it("without parts is read like any other", async () => {
    const body =
      '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><files xmlns="urn:f"><name>n</name><data>YWJj</data></files></s:Body></s:Envelope>';
    const headers = { "Content-Type": "text/xml" };
    const { data } = await received(new Response(body, { headers }));
    expect(await textOf(data?.[0])).toBe("abc");
    expect(await textOf(data?.[0])).toBe("abc");
  });

  it("fails where a part is missing, cut off, or asked for twice", async () => {
    const [missing] =
      (await received(answer(include("z"), [part("a", "")]))).data ?? [];
    await expect(textOf(missing)).rejects.toMatchObject({
      kind: "decode",
      received: "cid:z",
    });
    const cut = answer(include("a"), [part("a", "x".repeat(500))], { end: "" });
    const [half] = (await received(cut)).data ?? [];
    await expect(textOf(half)).rejects.toThrow("its last boundary");
    const [once] =
      (await received(answer(include("a"), [part("a", "x")]))).data ?? [];
    expect(await textOf(once)).toBe("x");
    expect(() => once?.stream()).toThrow("read before");
  });

  it("fails where its text says what only parts may", async () => {
    const token = `soapstone:${crypto.randomUUID()}`;
    const call = received(answer(`<data>${token}</data>`, []));
    await expect(call).rejects.toMatchObject({ kind: "decode" });
    const text = answer("", []);
    await expect(received(text)).resolves.toEqual({ name: "n" });
  });

  it("fails where a part is included in a text", async () => {
    const response = answer("", [part("a", "x")]);
    const body = (await response.text()).replace(
      "<name>n",
      `<name><x:Include xmlns:x="${xop}" href="cid:a"/>`,
    );
    const { headers } = response;
    await expect(
      received(new Response(body, { headers })),
    ).rejects.toMatchObject({ kind: "decode" });
  });

  it("is let go when nothing of it is wanted", async () => {
    let isCancelled = false;
    const response = answer(include("a") + include("b"), [part("a", "x")]);
    const source = response.body?.getReader();
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        const { value } = (await source?.read()) ?? {};
        if (value !== undefined) controller.enqueue(value);
        else await new Promise(() => undefined);
      },
      cancel() {
        isCancelled = true;
      },
    });
    const { headers } = response;
    const { data = [] } = await received(new Response(body, { headers }));
    await data[0]?.stream().cancel();
    expect(isCancelled).toBe(false);
    await data[1]?.stream().cancel();
    expect(isCancelled).toBe(true);
  });

  it("that breaks off is a network error", async () => {
    const response = answer(include("a"), [part("a", "x".repeat(300))]);
    const source = response.body?.getReader();
    let count = 0;
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        const { value } = (await source?.read()) ?? {};
        if (value === undefined || ++count > 10)
          controller.error(new Error("reset"));
        else controller.enqueue(value);
      },
    });
    const { headers } = response;
    const [content] =
      (await received(new Response(body, { headers }))).data ?? [];
    await expect(textOf(content)).rejects.toMatchObject({ kind: "network" });
  });
});

describe("limits of a streamed answer", () => {
  const large = "x".repeat(5000);

  it("are those of messages for the message, and of parts for parts", async () => {
    const response = (): Response => answer(include("a"), [part("a", large)]);
    await expect(
      received(response(), { limits: { maxSize: 200 } }),
    ).rejects.toMatchObject({ kind: "decode", expected: "at most 200 bytes" });
    const enough = await received(response(), { limits: { maxSize: 600 } });
    expect((await textOf(enough.data?.[0])).length).toBe(5000);
    const { data } = await received(response(), {
      limits: { maxPartSize: 4000 },
    });
    await expect(textOf(data?.[0])).rejects.toMatchObject({
      kind: "decode",
      expected: "at most 4000 bytes",
    });
  });

  it("hold for what is kept as long as nobody reads it", async () => {
    const parts = [part("a", large), part("b", "b")];
    const response = answer(include("a") + include("b"), parts);
    const limits = { maxSize: 2000 };
    const { data = [] } = await received(response, { limits });
    await expect(textOf(data[1])).rejects.toMatchObject({
      kind: "decode",
      expected: "at most 2000 bytes",
    });
    // What was given back is not kept.
    const again = await received(answer(include("a") + include("b"), parts), {
      limits,
    });
    await again.data?.[0]?.stream().cancel();
    expect(await textOf(again.data?.[1])).toBe("b");
  });

  it("hold for the headers of a part", async () => {
    const header = `X: ${"x".repeat(70_000)}\r\n`;
    const response = answer(include("a"), [part("a", "", header)]);
    const { data } = await received(response);
    await expect(textOf(data?.[0])).rejects.toMatchObject({ kind: "decode" });
  });
});

import { describe, expect, it } from "vitest";
import {
  binaryContent,
  createClient,
  mtom,
  swa,
} from "../../../../src/runtime/index.js";
import type {
  BinaryContent,
  ClientOptions,
} from "../../../../src/runtime/index.js";
import { createMockFetch } from "../../../../src/runtime/mock.js";
import {
  service,
  echo,
  exchange,
  echoing,
  inChunks,
  bytesOf,
  pattern,
  tricky,
  boundary,
} from "./streamed-files.js";
import type { Files } from "./streamed-files.js";

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

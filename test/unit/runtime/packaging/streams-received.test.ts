import { describe, expect, it } from "vitest";
import { createClient } from "../../../../src/runtime/index.js";
import type {
  BinaryContent,
  ClientOptions,
} from "../../../../src/runtime/index.js";
import {
  service,
  echo,
  exchange,
  inChunks,
  bytesOf,
} from "./streamed-files.js";
import type { Files } from "./streamed-files.js";

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

import { expect, test } from "vitest";
import { createSink } from "../../../src/diagnostics/index.js";
import { decodeBytes } from "../../../src/load/decode-bytes.js";

const XML = "<a>größe €</a>";

function decode(bytes: Uint8Array): {
  text: string | undefined;
  codes: readonly string[];
} {
  const sink = createSink();
  const text = decodeBytes(bytes, { path: "a.xml", sink });
  return { text, codes: sink.diagnostics.map(({ code }) => code) };
}

function utf16(text: string, isBigEndian: boolean): Uint8Array {
  const bytes = Buffer.from(text, "utf16le");
  return isBigEndian ? bytes.swap16() : bytes;
}

test.each([
  ["UTF-8", Buffer.from(XML)],
  ["UTF-8 with a mark", Buffer.from(`\uFEFF${XML}`)],
  ["UTF-16LE with a mark", utf16(`\uFEFF${XML}`, false)],
  ["UTF-16BE with a mark", utf16(`\uFEFF${XML}`, true)],
  ["UTF-16LE", utf16(XML, false)],
  ["UTF-16BE", utf16(XML, true)],
])("%s is read", (_name, bytes) => {
  expect(decode(bytes)).toEqual({ text: XML, codes: [] });
});

test("a declared encoding is used", () => {
  const text = '<?xml version="1.0" encoding="ISO-8859-1"?><a>größe</a>';
  expect(decode(Buffer.from(text, "latin1"))).toEqual({ text, codes: [] });
  const page = '<html><meta charset="iso-8859-1"><p>größe</p>';
  expect(decode(Buffer.from(page, "latin1"))).toEqual({
    text: page,
    codes: [],
  });
});

test("a declaration of UTF-16 in single bytes is wrong, and said to be", () => {
  const text = `<?xml version="1.0" encoding="UTF-16"?>${XML}`;
  expect(decode(Buffer.from(text))).toEqual({
    text,
    codes: ["load/encoding-mismatch"],
  });
});

test("bytes that are not in the encoding are refused in XML, and taken as ANSI in notes", () => {
  expect(
    decode(Buffer.from("<definitions>größe</definitions>", "latin1")),
  ).toEqual({
    text: undefined,
    codes: ["load/invalid-encoding"],
  });
  expect(decode(new Uint8Array([0x3c, 0x61, 0x3e, 0xc0, 0xaf])).text).toBe(
    "<a>À¯",
  );
  expect(decode(Buffer.from("größe", "latin1"))).toEqual({
    text: "größe",
    codes: [],
  });
});

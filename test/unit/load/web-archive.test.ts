import { describe, expect, it } from "vitest";
import { createSink } from "../../../src/diagnostics/index.js";
import { decodeBytes } from "../../../src/load/index.js";
import { pageOfArchive } from "../../../src/load/web-archive.js";

const archive = (encoding: string, body: string): string =>
  `From: <Saved by a browser>\r\nSubject: Orders\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----B"\r\n\r\n------B\r\nContent-Type: image/png\r\n\r\nxyz\r\n------B\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}\r\n------B--\r\n`;

describe("a page saved as a single file", () => {
  it("is read where it is quoted-printable", () => {
    const body = '<p class=3D"x">Gr=C3=BC=\r\n=C3=9Fe</p>';
    expect(pageOfArchive(archive("quoted-printable", body))).toBe(
      '<p class="x">Grüße</p>\r\n',
    );
  });

  it("is read where it is base64, or written as it is", () => {
    const body = Buffer.from("<p>Grüße</p>").toString("base64");
    expect(pageOfArchive(archive("base64", body))).toBe("<p>Grüße</p>");
    expect(pageOfArchive(archive("8bit", "<p>a=b</p>"))).toContain(
      "<p>a=b</p>",
    );
  });

  it.each([
    ["a mail", "From: a\r\nSubject: b\r\n\r\ntext\r\n"],
    ["a page about one", "<p>Content-Type: multipart/related; boundary=x</p>"],
    [
      "an archive without a page",
      archive("8bit", "").replaceAll("text/html", "a"),
    ],
  ])("is not %s", (_, text) => {
    expect(pageOfArchive(text)).toBeUndefined();
  });
});

describe("quotation marks of windows-1252", () => {
  it("are characters, not controls", () => {
    const bytes = Uint8Array.from([0x93, 0x61, 0x94, 0x20, 0x80, 0xfc]);
    const sink = createSink();
    expect(decodeBytes(bytes, { path: "a.txt", sink })).toBe("“a” €ü");
    expect(sink.diagnostics).toEqual([]);
  });
});

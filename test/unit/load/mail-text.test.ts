import { describe, expect, it } from "vitest";
import { createSink } from "../../../src/diagnostics/index.js";
import { decodeBytes } from "../../../src/load/index.js";
import { textOfMail } from "../../../src/load/mail-text.js";

const archive = (encoding: string, body: string): string =>
  `From: <Saved by a browser>\r\nSubject: Orders\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----B"\r\n\r\n------B\r\nContent-Type: image/png\r\n\r\nxyz\r\n------B\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}\r\n------B--\r\n`;

describe("a page saved as a single file", () => {
  it("is read where it is quoted-printable", () => {
    const body = '<p class=3D"x">Gr=C3=BC=\r\n=C3=9Fe</p>';
    expect(textOfMail(archive("quoted-printable", body))).toBe(
      '<p class="x">Grüße</p>\r\n',
    );
  });

  it("is read where it is base64, or written as it is", () => {
    const body = Buffer.from("<p>Grüße</p>").toString("base64");
    expect(textOfMail(archive("base64", body))).toBe("<p>Grüße</p>");
    expect(textOfMail(archive("8bit", "<p>a=b</p>"))).toContain("<p>a=b</p>");
  });

  it("may be a mail whose text is encoded", () => {
    const mail =
      'From: a\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<a b=3D"c"/>\r\n';
    expect(textOfMail(mail)).toBe('<a b="c"/>\r\n');
  });

  it("is the version that has the messages, of a mail within a mail", () => {
    const inner = `Content-Type: multipart/alternative; boundary=I\r\n\r\n--I\r\nContent-Type: text/plain\r\n\r\nsee the page\r\n--I\r\nContent-Type: text/html\r\n\r\n<pre>&lt;s:Envelope &gt;</pre>\r\n--I--\r\n`;
    const mail = `Subject: x\r\nContent-Type: multipart/mixed; boundary="O"\r\n\r\n--O\r\n${inner}--O\r\nContent-Type: image/png\r\n\r\nxyz\r\n--O--\r\n`;
    expect(textOfMail(mail)).toBe("<pre>&lt;s:Envelope &gt;</pre>\r\n");
  });

  it.each([
    ["a mail", "From: a\r\nSubject: b\r\n\r\ntext\r\n"],
    ["a page about one", "<p>Content-Type: multipart/related; boundary=x</p>"],
    [
      "an archive without a page",
      archive("8bit", "").replaceAll("text/html", "a"),
    ],
  ])("is not %s", (_, text) => {
    expect(textOfMail(text)).toBeUndefined();
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

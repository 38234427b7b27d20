import { describe, expect, it } from "vitest";
import { read, request, shopPage } from "./shop-page.js";

const soap = 'xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"';
const body = (content: string): string =>
  `<soap:Envelope ${soap}><soap:Body>${content}</soap:Body></soap:Envelope>`;

describe("nothing to read", () => {
  it.each([
    ["an empty file", ""],
    ["a binary", "\u0000\u0001\ufffd".repeat(100)],
    ["prose", "This service is great.\n\nCall us.\n"],
  ])("is reported for %s", (_, text) => {
    const { pages, diagnostics } = read(text);
    expect(pages).toEqual([]);
    expect(diagnostics).toMatchObject([
      {
        code: "page/no-samples",
        severity: "error",
        span: { line: 1, column: 1 },
      },
    ]);
  });
});

describe("hostile names", () => {
  it("are data", () => {
    const { page } = read(
      body(
        '<__proto__ xmlns="u" constructor="x"><toString>y</toString></__proto__>',
      ),
    );
    const [element] = page.samples[0]?.body ?? [];
    expect(element?.name.local).toBe("__proto__");
    expect(element?.attributes[0]?.name.local).toBe("constructor");
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
  });
});

describe("nesting", () => {
  it("stops at 200 levels with an error", () => {
    const deep = body(`${"<a>".repeat(1000)}x${"</a>".repeat(1000)}`);
    const { codes, pages } = read(deep);
    expect(codes).toContain("page/too-deep");
    expect(pages).toHaveLength(1);
  });

  it("of HTML ends in plain text", () => {
    const { page } = read(`<html>${"<div>".repeat(5000)}\n${shopPage}`);
    expect(page.samples.length).toBeGreaterThan(0);
    expect(page.repairs[0]?.description).toMatch(/nested too deep/);
  });
});

const size = 60_000;
const fill = (text: string): string =>
  text.repeat(Math.ceil(size / text.length));
const floods: Readonly<Record<string, string>> = {
  "open tags": fill("<a "),
  "open attributes": fill('<a b="'),
  "unclosed comments": fill("<!--"),
  "unclosed CDATA": fill("<![CDATA["),
  "stray roots": fill('<xmlns:a="b">'),
  "unclosed elements": body(fill("<r><a>\n</r>")),
  "stray end tags": body(`<a>${fill("</x>")}`),
  ampersands: body(`<a>${fill("&")}</a>`),
  "start lines": fill("POST /x HTTP/1.1\n"),
  headers: `POST /x HTTP/1.1\n${fill("A-b: c\n")}`,
  parameters: `POST /x HTTP/1.1\n\n${fill("a=b&")}`,
  "nested lists": `<html>${fill("<ul><li>")}`,
  "nested marks": `<html>${fill("<font class=value>")}`,
  "table bars": fill("|"),
  stars: fill("*"),
  brackets: fill("[a]("),
  "glued literals": `<a b=\\"x\\">${fill('" +\n"')}`,
  json: `{${fill('"a":{')}`,
  messages: fill(`${request}\n`),
  "actions and messages": fill(`SOAPAction: urn:x\n${body("<a/>")}\n`),
  addresses: fill("endpoint https://a.example/x.asmx "),
  "header names": fill("SOAPAction: "),
  "brackets lost": fill("a:b\n"),
  "brackets lost, and end tags": fill("a:b\n</a:b>\n"),
  "tags with blanks": fill("< soap : Body "),
  "escapes of escapes": fill("&amp;lt;Envelope "),
  "escapes of Markdown": fill("\\<Envelope "),
  "links to themselves": fill("[http://a](http://a"),
  "marks of code": fill("[code]<a>{code}<a>"),
  "sections of CDATA": fill("<![CDATA[<s:Envelope "),
  "quotation depths": fill("> > "),
  "marks of trees": fill("- <s:Envelope "),
  "numbers alone": fill("1\n"),
  "invisible characters": fill("\u200b\u00a0\u2028"),
  "tables of AsciiDoc": `|===\n${fill("|a\n")}`,
  "terms and texts": `${body("<a><b>1</b></a>")}\n${fill("b\n    c\n")}`,
  "requests of soapUI": `<c:soapui-project>${fill("<c:request><![CDATA[<s:Envelope ")}`,
  "cells of a table": `<table>${fill("<tr><td>&lt;s:Envelope ")}`,
};

describe("a flood", () => {
  for (const [kind, text] of Object.entries(floods))
    it(`of ${kind} takes time in proportion`, { timeout: 20_000 }, () => {
      const time = (part: string): number => {
        const start = performance.now();
        read(part);
        return performance.now() - start;
      };
      time(text.slice(0, 5_000));
      // a quadratic walk over this much takes minutes; the limit leaves room for a busy machine
      expect(time(text)).toBeLessThan(4_000);
    });
});

import { describe, expect, it } from "vitest";
import type { ElementDescriptor } from "../../../../src/runtime/descriptor.js";
import { decodeDocument } from "../../../../src/runtime/codec/document.js";
import { isSoapError } from "../../../../src/runtime/soap-error.js";
import { DEFAULT_LIMITS } from "../../../../src/runtime/xml/limits.js";
import * as xsd from "../../../../src/runtime/xsd.js";

const anything: ElementDescriptor = { element: "r", type: xsd.anyType };

function read(xml: string): unknown {
  return decodeDocument(anything, xml);
}

function errorOf(run: () => unknown): Record<string, unknown> {
  try {
    run();
  } catch (error) {
    if (isSoapError(error)) return { ...error, message: error.message };
    throw error;
  }
  throw new Error("nothing was refused");
}

describe("XmlReader", () => {
  it("reads elements, attributes, text and namespaces as a tree", () => {
    const xml =
      '<?xml version="1.0"?><!-- c --><r xmlns:p="urn:p" a="1 &amp; &#x41;">' +
      "t<p:b p:c='2'/><![CDATA[<&]]>&lt;<?pi x?>end</r>\n<!-- c -->";
    expect(read(xml)).toEqual({
      name: "r",
      attributes: { a: "1 & A" },
      children: [
        "t",
        { name: "{urn:p}b", attributes: { "{urn:p}c": "2" } },
        "<&<end",
      ],
    });
  });

  it("normalises line ends in text and white space in attributes", () => {
    expect(read('<r a="1\r\n2\t3">x\r\ny\rz</r>')).toEqual({
      name: "r",
      attributes: { a: "1 2 3" },
      children: ["x\ny\nz"],
    });
  });

  it("finds the same name under several prefixes and scopes", () => {
    const xml =
      '<r><a xmlns="urn:a"/><p:a xmlns:p="urn:a"/><p:a xmlns:p="urn:b"/><a/></r>';
    expect(read(xml)).toMatchObject({
      children: [
        { name: "{urn:a}a" },
        { name: "{urn:a}a" },
        { name: "{urn:b}a" },
        { name: "a" },
      ],
    });
  });

  it.each([
    ["", "nothing"],
    ["text", "unexpected text"],
    ["<r>", "ends too early"],
    ["<r><a></r>", "does not match"],
    ["<r></r><r/>", "after the root"],
    ["<r></r>x", "after the root"],
    ['<r a="1" a="2"/>', "twice"],
    ['<r xmlns:p="u" xmlns:q="u" p:a="1" q:a="2"/>', "twice"],
    ["<r><p:a/></r>", "undeclared prefix"],
    ['<r p:a="1"/>', "undeclared prefix"],
    ['<r xmlns:p=""/>', "namespace declaration"],
    ['<r xmlns:xmlns="u"/>', "namespace declaration"],
    ['<r xmlns:xml="u"/>', "namespace declaration"],
    ["<r>&nbsp;</r>", "unknown reference"],
    ["<r>&#0;</r>", "unknown reference"],
    ["<r>&#xD800;</r>", "unknown reference"],
    ["<r>&#x110000;</r>", "unknown reference"],
    ["<r>& </r>", "unknown reference"],
    ["<r>\u0001</r>", "does not allow"],
    ["<r>\uD800</r>", "does not allow"],
    ['<r a="\u0001"/>', "does not allow"],
    ['<r a="<"/>', "malformed start tag"],
    ["<r>]]></r>", "]]>"],
    ["<r><!-- -- --></r>", "comment"],
    ["<r><?xml version='1.0'?></r>", "processing instruction"],
    ["<!DOCTYPE r><r/>", "document type"],
    ['<!DOCTYPE r [<!ENTITY e "x">]><r>&e;</r>', "document type"],
    ["<r><![CDATA[x</r>", "CDATA"],
    ["<r a=1/>", "malformed start tag"],
    ["<r a/>", "malformed start tag"],
    ['<r a="1"b="2"/>', "malformed start tag"],
    ["<r><a b='1</r>", "malformed start tag"],
    ["<1/>", "malformed"],
    ["<r><?9 x?></r>", "processing instruction"],
    ["<r><?p", "processing instruction"],
    ["<:a/>", "undeclared prefix"],
    ["<a:b:c/>", "undeclared prefix"],
    ["< r/>", "malformed"],
    ['<?xml version="2.0"?><r/>', "XML declaration"],
    [' <?xml version="1.0"?><r/>', "processing instruction"],
  ])("refuses %j", (xml, message) => {
    expect(errorOf(() => read(xml)).message).toContain(message);
  });

  it("says where: path, line and column", () => {
    const error = errorOf(() =>
      read("<r>\n <a/>\n <a>\n  <b>&bad;</b></a></r>"),
    );
    expect(error).toMatchObject({
      kind: "decode",
      path: "/r/a[2]/b",
      line: 4,
      column: 6,
    });
  });

  it("refuses what is past a limit", () => {
    const deep = "<r>" + "<a>".repeat(600) + "</a>".repeat(600) + "</r>";
    expect(errorOf(() => read(deep)).message).toContain("inside each other");
    const wide = Array.from({ length: 1100 }, (_, i) => `a${i}=""`).join(" ");
    expect(errorOf(() => read(`<r ${wide}/>`)).message).toContain("attributes");
    const limits = { ...DEFAULT_LIMITS, maxSize: 10 };
    const long = "<r>0123456789</r>";
    expect(
      errorOf(() => decodeDocument(anything, long, { limits })).message,
    ).toContain("larger than 10");
  });

  it("stays linear on input made to be slow", () => {
    const start = performance.now();
    const references = "&#65;".repeat(300_000);
    const attributes = Array.from({ length: 900 }, (_, i) => `a${i}="x"`);
    const tags = `<a ${attributes.join(" ")}/>`.repeat(50);
    expect(read(`<r>${references}</r>`)).toEqual({
      name: "r",
      children: ["A".repeat(300_000)],
    });
    read(`<r>${tags}${"x".repeat(1_000_000)}</r>`);
    read(`<r>${"<!---->".repeat(100_000)}</r>`);
    expect(performance.now() - start).toBeLessThan(5000);
  });

  it("makes data of hostile names, and touches no prototype", () => {
    const tree = read(
      '<r __proto__="1" constructor="2"><__proto__/><toString/></r>',
    );
    expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain("1");
    expect(JSON.stringify(tree)).toContain('"__proto__":"1"');
  });
});

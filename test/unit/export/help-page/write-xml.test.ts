import { describe, expect, it } from "vitest";
import { writeXml } from "../../../../src/export/help-page/write-xml.js";
import type { WrittenElement } from "../../../../src/export/help-page/written-element.js";
import { qname, XSI_NAMESPACE } from "../../../../src/model/index.js";

function element(
  [namespace, local]: readonly [string, string],
  content: WrittenElement["content"] = [],
  attributes: WrittenElement["attributes"] = [],
): WrittenElement {
  return { name: qname(namespace, local), attributes, content };
}

describe("writeXml", () => {
  it("indents by two blanks and closes empty elements after a blank", () => {
    const inner = element(["urn:a", "b"], [element(["urn:a", "c"])]);
    expect(writeXml(element(["urn:a", "a"], [inner]))).toBe(
      '<a xmlns="urn:a">\n  <b>\n    <c />\n  </b>\n</a>',
    );
  });

  it("keeps everything after text on one line", () => {
    const leaf = element(["", "A"], ["string"]);
    const after = element(["", "B"], [element(["", "C"])]);
    expect(writeXml(element(["", "a"], [leaf, "xml", after]))).toBe(
      "<a>\n  <A>string</A>xml<B><C /></B></a>",
    );
  });

  it("takes a prefix that is in scope before it declares a default namespace", () => {
    const root = {
      ...element(["urn:s", "Envelope"], [element(["urn:x", "schema"])]),
      declarations: [
        ["x", "urn:x"],
        ["s", "urn:s"],
      ] as const,
    };
    expect(writeXml(root)).toBe(
      '<s:Envelope xmlns:x="urn:x" xmlns:s="urn:s">\n  <x:schema />\n</s:Envelope>',
    );
  });

  it("undeclares the default namespace for unqualified children", () => {
    const child = element(["", "b"], [element(["urn:a", "c"])]);
    expect(writeXml(element(["urn:a", "a"], [child]))).toBe(
      '<a xmlns="urn:a">\n  <b xmlns="">\n    <c xmlns="urn:a" />\n  </b>\n</a>',
    );
  });

  it("invents attribute prefixes from the nesting, and declares the latest first", () => {
    const nil = { name: qname(XSI_NAMESPACE, "nil"), value: "true" };
    const cut = element(["urn:b", "b"], [], [nil]);
    expect(writeXml(element(["urn:a", "a"], [cut]))).toBe(
      `<a xmlns="urn:a">\n  <b d2p1:nil="true" xmlns:d2p1="${XSI_NAMESPACE}" xmlns="urn:b" />\n</a>`,
    );
  });

  it("invents a prefix for a name in text, the same in each sibling", () => {
    const name = { qname: qname("urn:q", "QName") };
    const sibling = element(["", "b"], [name]);
    expect(writeXml(element(["", "a"], [sibling, sibling]))).toBe(
      '<a>\n  <b xmlns:q1="urn:q">q1:QName</b>\n  <b xmlns:q1="urn:q">q1:QName</b>\n</a>',
    );
  });

  it("escapes names of namespaces, attribute values and text", () => {
    const attribute = { name: qname("", "t"), value: 'a"<' };
    expect(writeXml(element(['u"&', "a"], ["x<&>"], [attribute]))).toBe(
      '<a t="a&quot;&lt;" xmlns="u&quot;&amp;">x&lt;&amp;&gt;</a>',
    );
  });

  it("stops where repetitions multiply without end", () => {
    let node = element(["", "leaf"]);
    for (let depth = 0; depth < 6; depth++)
      node = element(
        ["", "n"],
        Array.from({ length: 100 }, () => node),
      );
    expect(writeXml(node).split("<").length).toBeLessThan(210_000);
  });
});

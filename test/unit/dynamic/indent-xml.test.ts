import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { indentXml } from "../../../src/dynamic/indent-xml.js";

describe("elements of elements", () => {
  it("stand on lines of their own", () => {
    expect(indentXml('<a x="1"><b><c/><d></d></b><e>text</e></a>')).toBe(
      `<a x="1">
  <b>
    <c/>
    <d></d>
  </b>
  <e>text</e>
</a>`,
    );
  });

  it("may have a declaration and comments among them", () => {
    expect(indentXml('<?xml version="1.0"?><a><!-- x --><b/></a>')).toBe(
      '<?xml version="1.0"?>\n<a>\n  <!-- x -->\n  <b/>\n</a>',
    );
  });

  it("are not indented twice", () => {
    const once = indentXml("<a><b><c/></b></a>");
    expect(indentXml(once)).toBe(once);
  });
});

describe("text", () => {
  it.each([
    ["<a> padded </a>"],
    ["<a>line\nbreak</a>"],
    ["<a>mixed <b>content <c/></b> stays</a>"],
    ["<a><![CDATA[<b></b>]]></a>"],
    ['<a title="a > b">1</a>'],
    ["<a t='\"<' />"],
  ])("stays as it is: %s", (xml) => {
    expect(indentXml(xml)).toBe(xml);
  });

  it("stays as it is below others", () => {
    expect(indentXml("<a><b>x <i>y</i></b><c/></a>")).toBe(
      "<a>\n  <b>x <i>y</i></b>\n  <c/>\n</a>",
    );
  });
});

describe("whatever the message", () => {
  const name = fc.constantFrom("a", "b", "ns:c");
  const text = fc.constantFrom("x", " y ", "1 &lt; 2", "<![CDATA[<z>]]>");
  const attribute = fc.constantFrom("", ' k="v"', " k='\"'", ' k="a>b"');
  const { element } = fc.letrec<{ element: string }>((tie) => ({
    element: fc
      .tuple(
        name,
        attribute,
        fc.oneof(
          { maxDepth: 4, depthSize: "small" },
          text,
          fc.constant(""),
          fc.array(tie("element"), { maxLength: 3 }).map((all) => all.join("")),
          fc
            .tuple(text, tie("element"), text)
            .map(([before, inner, after]) => before + inner + after),
        ),
      )
      .map(([tag, extra, content]) => `<${tag}${extra}>${content}</${tag}>`),
  }));

  it("only white space between tags is added", () => {
    fc.assert(
      fc.property(element, (xml) => {
        const indented = indentXml(xml);
        expect(indented.replace(/(?<=>)\n *(?=<)/g, "")).toBe(xml);
        expect(indented.split("\n")[0]?.startsWith("<")).toBe(true);
      }),
      { seed: 2024, numRuns: 1000 },
    );
  });

  it("a long one takes time in proportion", () => {
    const xml = `<a>${"<b><c>1</c></b>".repeat(50_000)}</a>`;
    expect(indentXml(xml).split("\n")).toHaveLength(150_002);
  });
});

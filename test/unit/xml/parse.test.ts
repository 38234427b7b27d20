import fc from "fast-check";
import { expect, test } from "vitest";
import { createSink } from "../../../src/diagnostics/index.js";
import { createSourceText, type Span } from "../../../src/source/index.js";
import {
  attribute,
  childElements,
  parseXml,
  resolveQName,
  textContent,
  type XmlElement,
} from "../../../src/xml/index.js";

function parse(text: string): XmlElement {
  const sink = createSink();
  const root = parseXml(createSourceText("a.xml", text), sink)?.root;
  expect(
    sink.diagnostics.filter(({ severity }) => severity === "error"),
  ).toEqual([]);
  if (root === undefined) throw new Error("no root");
  return root;
}

function refusal(text: string): { code: string; line: number | undefined } {
  const sink = createSink();
  expect(parseXml(createSourceText("a.xml", text), sink)).toBeUndefined();
  const errors = sink.diagnostics.filter(
    ({ severity }) => severity === "error",
  );
  expect(errors).toHaveLength(1);
  return { code: errors[0]?.code ?? "", line: errors[0]?.span?.line };
}

function slice(text: string, span: Span | undefined): string {
  return span === undefined
    ? ""
    : text.slice(span.offset, span.offset + span.length);
}

test("namespaces are resolved, and inherited maps are shared", () => {
  const root = parse(
    '<a xmlns="urn:d" xmlns:p="urn:p"><p:b c="1" p:c="2"/><e xmlns=""/></a>',
  );
  const [b, e] = childElements(root);
  expect(root.namespace).toBe("urn:d");
  expect(b).toMatchObject({ namespace: "urn:p", local: "b", prefix: "p" });
  expect(
    b?.attributes.map(({ namespace, value }) => [namespace, value]),
  ).toEqual([
    ["", "1"],
    ["urn:p", "2"],
  ]);
  expect(b?.namespaces).toBe(root.namespaces);
  expect(e?.namespace).toBe("");
});

test("elements, attributes, text and comments know where they stand, after CR LF too", () => {
  const text =
    "<a>\r\n  <b x=\"1\"\r\n     y = 'two'>te&amp;xt</b><!--c-->\r\n</a>";
  const root = parse(text);
  const [b] = childElements(root);
  if (b === undefined) throw new Error("no b");
  expect(slice(text, root.span)).toBe(text);
  expect(slice(text, b.span)).toBe(
    "<b x=\"1\"\r\n     y = 'two'>te&amp;xt</b>",
  );
  expect(slice(text, attribute(b, "y")?.span)).toBe("y = 'two'");
  expect(attribute(b, "y")?.span).toMatchObject({ line: 3, column: 6 });
  expect(text.slice(attribute(b, "y")?.valueOffset).startsWith("two")).toBe(
    true,
  );
  const [content] = b.children;
  expect(slice(text, content?.span)).toBe("te&amp;xt");
  expect(root.children.map(({ kind }) => kind)).toEqual(["element", "comment"]);
});

test("text, CDATA and references are one value with normal line ends", () => {
  expect(
    textContent(parse("<a>1\r\n&lt;<![CDATA[<&]]>&#x41;&#66;\r</a>")),
  ).toBe("1\n<<&AB\n");
});

test("white space in an attribute becomes spaces unless written as a reference", () => {
  expect(attribute(parse("<a b='x\r\ny\tz&#10;'/>"), "b")?.value).toBe(
    "x y z\n",
  );
});

test("white space alone stays in a leaf and is dropped between elements", () => {
  const root = parse("<a> <b>  </b> <c/> </a>");
  expect(root.children).toHaveLength(2);
  expect(childElements(root)[0]?.children).toMatchObject([
    { kind: "text", value: "  " },
  ]);
});

test("names that are properties of objects are names like any other", () => {
  const root = parse(
    '<__proto__ constructor="1" __proto__="2"><constructor/></__proto__>',
  );
  expect(root.attributes.map(({ local }) => local)).toEqual([
    "constructor",
    "__proto__",
  ]);
});

test("names beyond ASCII are accepted", () => {
  expect(parse("<größe><名前 ñ='1'/></größe>").local).toBe("größe");
});

test("QNames in content are resolved by the prefixes in scope", () => {
  const root = parse('<a xmlns="urn:d" xmlns:p="urn:p"/>');
  expect(resolveQName(" p:x ", root)).toMatchObject({
    namespace: "urn:p",
    local: "x",
  });
  expect(resolveQName("x", root)).toMatchObject({
    namespace: "urn:d",
    local: "x",
  });
  expect(resolveQName("q:x", root)).toBeUndefined();
});

test("plain text entities of the document itself are replaced, with a warning", () => {
  const sink = createSink();
  const text =
    "<!DOCTYPE s [<!-- n --><!ENTITY u 'urn:x'><!ENTITY % p ''>]><s a='&u;#'/>";
  const root = parseXml(createSourceText("a.xsd", text), sink)?.root;
  expect(root?.attributes[0]?.value).toBe("urn:x#");
  expect(sink.diagnostics.map(({ code }) => code)).toEqual([
    "xml/doctype-ignored",
  ]);
});

test.each([
  ["", "xml/empty"],
  ["  \n ", "xml/empty"],
  ["<a>", "xml/unclosed-element"],
  ["<a", "xml/unclosed-markup"],
  ["<a b='", "xml/unclosed-markup"],
  ["<a><!-- ", "xml/unclosed-markup"],
  ["<a><![CDATA[ </a>", "xml/unclosed-markup"],
  ["<a></b>", "xml/mismatched-tag"],
  ["<a></ab>", "xml/mismatched-tag"],
  ["<a/><b/>", "xml/outside-root"],
  ["<a/>text", "xml/outside-root"],
  ["text<a/>", "xml/outside-root"],
  ["</a>", "xml/outside-root"],
  ["<a/></a>", "xml/outside-root"],
  ["<a b=c/>", "xml/malformed-tag"],
  ["<a b/>", "xml/malformed-tag"],
  ["<a b='1'c='2'/>", "xml/malformed-tag"],
  ["<a b='<'/>", "xml/malformed-tag"],
  ["<a b:c:d='1'/>", "xml/malformed-tag"],
  ["<1a/>", "xml/malformed-tag"],
  ["<a>]]></a>", "xml/malformed-tag"],
  ["<a><!-- -- --></a>", "xml/malformed-tag"],
  ["<a b='1' b='2'/>", "xml/duplicate-attribute"],
  ["<a xmlns:p='u' xmlns:q='u' p:b='1' q:b='2'/>", "xml/duplicate-attribute"],
  ["<p:a/>", "xml/undeclared-prefix"],
  ["<a p:b='1'/>", "xml/undeclared-prefix"],
  ["<a xmlns:p=''/>", "xml/invalid-namespace-declaration"],
  ["<a xmlns:xml='urn:x'/>", "xml/invalid-namespace-declaration"],
  ["<a>&nbsp;</a>", "xml/unknown-entity"],
  ["<a>&constructor;</a>", "xml/unknown-entity"],
  ["<a>a & b</a>", "xml/invalid-reference"],
  ["<a>&#0;</a>", "xml/invalid-reference"],
  ["<a>&#xD800;</a>", "xml/invalid-reference"],
  ["<a>\u0000</a>", "xml/invalid-character"],
  ["<a>\uD800</a>", "xml/invalid-character"],
  [" <?xml version='1.0'?><a/>", "xml/misplaced-declaration"],
  ["<!DOCTYPE a SYSTEM 'http://x/'><a/>", "xml/doctype"],
  ["<!DOCTYPE a [<!ENTITY x SYSTEM 'f'>]><a/>", "xml/doctype"],
  ["<!DOCTYPE a [<!ENTITY x 'y'><!ENTITY z '&x;&x;'>]><a/>", "xml/doctype"],
  [`${"<a>".repeat(501)}${"</a>".repeat(501)}`, "xml/too-deep"],
])("%j is refused with %s", (text, code) => {
  expect(refusal(text).code).toBe(code);
});

test("the place of a mismatch names both tags", () => {
  const sink = createSink();
  parseXml(createSourceText("a.xml", "<a>\n <b>\n</a>"), sink);
  expect(sink.diagnostics[0]).toMatchObject({
    span: { line: 3, column: 1 },
    related: [{ span: { line: 2, column: 2 } }],
  });
});

test("entities of the document cannot expand beyond bounds", () => {
  const entity = "x".repeat(1000);
  const text = `<!DOCTYPE a [<!ENTITY e '${entity}'>]><a>${"&e;".repeat(200)}</a>`;
  expect(refusal(text).code).toBe("xml/unknown-entity");
});

test("time grows with size, not with its square", () => {
  const big = (count: number): string =>
    `<a>${"<b c='1' d='2'>x</b>\n".repeat(count)}</a>`;
  const time = (count: number): number => {
    const source = createSourceText("a.xml", big(count));
    const start = performance.now();
    parseXml(source, createSink());
    return performance.now() - start;
  };
  time(2_000);
  // Eight times the input; the square would be 64 times the time.
  expect(time(80_000)).toBeLessThan(Math.max(time(10_000), 5) * 40);
});

test("whatever the text, there is a tree or one error", () => {
  const fragments = fc.constantFrom(
    "<a>",
    "</a>",
    "<b",
    " c='",
    "'",
    "/>",
    "&amp;",
    "&",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<?p",
    "?>",
    "x",
    " ",
    "\n",
    "<!DOCTYPE a",
    "[",
    "]",
    ">",
  );
  fc.assert(
    fc.property(fc.array(fragments, { maxLength: 25 }), (parts) => {
      const sink = createSink();
      const document = parseXml(
        createSourceText("a.xml", parts.join("")),
        sink,
      );
      const errors = sink.diagnostics.filter(
        ({ severity }) => severity === "error",
      );
      expect(errors).toHaveLength(document === undefined ? 1 : 0);
    }),
    { numRuns: 2_000 },
  );
});

import { expect, test } from "vitest";
import { qname } from "../../../src/model/index.js";
import { elementKeys, load, wsdlText, xsdText } from "./memory-files.js";

const element = (name: string): string =>
  `<xs:element name="${name}" type="xs:int"/>`;

test("imports and includes are followed relative to the importing file, cycles once", async () => {
  const loaded = await load(
    {
      "s/a.wsdl": wsdlText(
        "",
        `<xs:schema targetNamespace="urn:w"><xs:include schemaLocation="x/b.xsd"/></xs:schema>`,
      ),
      "s/x/b.xsd": xsdText(
        "urn:w",
        `<xs:import namespace="urn:c" schemaLocation="../c.xsd#frag"/>${element("b")}`,
      ),
      "s/c.xsd": xsdText(
        "urn:c",
        `<xs:import namespace="urn:w" schemaLocation="./x/../x/b.xsd"/>${element("c")}`,
      ),
    },
    ["s/a.wsdl"],
  );
  expect(loaded.codes).toEqual([]);
  expect(elementKeys(loaded)).toEqual(["{urn:w}b", "{urn:c}c"]);
  expect(loaded.documents.map(({ source }) => source.path)).toEqual([
    "s/a.wsdl",
    "s/x/b.xsd",
    "s/c.xsd",
  ]);
  expect(loaded.documents[0]?.hash).toMatch(/^[\da-f]{64}$/);
});

test("a WSDL imports WSDLs and schemas, and schemas import WSDLs", async () => {
  const loaded = await load(
    {
      "a.wsdl": wsdlText(
        '<w:import namespace="urn:w" location="b.wsdl"/><w:import namespace="urn:s" location="s.xsd"/>',
      ),
      "b.wsdl": wsdlText(
        '<w:message name="m"/>',
        `<xs:schema targetNamespace="urn:b">${element("b")}</xs:schema>`,
      ),
      "s.xsd": xsdText(
        "urn:s",
        '<xs:import namespace="urn:b" schemaLocation="b.wsdl"/>' + element("s"),
      ),
    },
    ["a.wsdl"],
  );
  expect(loaded.codes).toEqual([]);
  expect(elementKeys(loaded)).toEqual(["{urn:b}b", "{urn:s}s"]);
  expect(loaded.fragments.flatMap(({ messages }) => messages)).toMatchObject([
    { name: qname("urn:w", "m") },
  ]);
});

test("a chameleon is read for each namespace that includes it, and not for none", async () => {
  const loaded = await load(
    {
      "a.xsd": xsdText("urn:a", '<xs:include schemaLocation="common.xsd"/>'),
      "b.xsd": xsdText("urn:b", '<xs:include schemaLocation="common.xsd"/>'),
      "common.xsd": xsdText(
        "",
        '<xs:include schemaLocation="more.xsd"/>' + element("c"),
      ),
      "more.xsd": xsdText("", element("m")),
    },
    ["."],
  );
  expect(loaded.codes).toEqual([]);
  expect([...elementKeys(loaded)].sort()).toEqual([
    "{urn:a}c",
    "{urn:a}m",
    "{urn:b}c",
    "{urn:b}m",
  ]);
});

test("a redefined type is one type with what both say, wherever it is declared", async () => {
  const loaded = await load(
    {
      "a.xsd": xsdText(
        "urn:a",
        `<xs:redefine schemaLocation="b.xsd"><xs:complexType name="T"><xs:complexContent><xs:extension base="t:T"><xs:sequence>${element("y")}</xs:sequence><xs:attribute name="n"/></xs:extension></xs:complexContent></xs:complexType><xs:simpleType name="S"><xs:restriction base="t:S"><xs:maxLength value="2"/></xs:restriction></xs:simpleType><xs:group name="G"><xs:sequence><xs:group ref="t:G"/>${element("h")}</xs:sequence></xs:group><xs:attributeGroup name="AG"><xs:attributeGroup ref="t:AG"/><xs:attribute name="q"/></xs:attributeGroup></xs:redefine>`,
      ),
      "b.xsd": xsdText("urn:a", '<xs:include schemaLocation="c.xsd"/>'),
      "c.xsd": xsdText(
        "",
        `<xs:complexType name="T"><xs:sequence>${element("x")}</xs:sequence></xs:complexType><xs:simpleType name="S"><xs:restriction base="xs:string"/></xs:simpleType><xs:group name="G"><xs:sequence>${element("g")}</xs:sequence></xs:group><xs:attributeGroup name="AG"><xs:attribute name="p"/></xs:attributeGroup>`,
      ),
    },
    ["a.xsd"],
  );
  expect(loaded.codes).toEqual([]);
  const schemas = loaded.fragments.flatMap((fragment) => fragment.schemas);
  const types = schemas.flatMap((schema) => schema.types);
  expect(types).toHaveLength(2);
  const [complex, simple] = types;
  expect(complex).toMatchObject({
    name: qname("urn:a", "T"),
    attributes: [{}],
  });
  expect(complex).not.toHaveProperty("base");
  const text = JSON.stringify(complex);
  expect(text.indexOf('"local":"y"')).toBeGreaterThan(
    text.indexOf('"local":"x"'),
  );
  expect(simple).toMatchObject({
    base: { kind: "anonymous", type: { base: { name: { local: "string" } } } },
    facets: [{ value: "2" }],
  });
  expect(JSON.stringify(schemas.flatMap(({ groups }) => groups))).not.toContain(
    "groupRef",
  );
  expect(
    schemas.flatMap(({ attributeGroups }) => attributeGroups),
  ).toMatchObject([{ attributes: [{}, {}], attributeGroups: [] }]);
});

test("the redefinition of what is not there is reported", async () => {
  const { codes } = await load(
    {
      "a.xsd": xsdText(
        "urn:a",
        '<xs:redefine schemaLocation="b.xsd"><xs:simpleType name="S"><xs:restriction base="t:S"/></xs:simpleType></xs:redefine>',
      ),
      "b.xsd": xsdText("urn:a", ""),
    },
    ["a.xsd"],
  );
  expect(codes).toEqual(["xsd/not-a-redefinition"]);
});

test("URLs are found beside the importing file, by name or by namespace, and never fetched", async () => {
  const loaded = await load(
    {
      "a.wsdl": wsdlText(
        '<w:import namespace="urn:w1" location="http://h/s.svc?wsdl=wsdl0"/>',
        `<xs:schema><xs:import namespace="urn:0" schemaLocation="http://h/s.svc?xsd=xsd0"/><xs:import namespace="urn:1" schemaLocation="https://h/deep/types.xsd"/><xs:import namespace="urn:2" schemaLocation="http://h/s.svc?xsd=xsd2"/><xs:import namespace="urn:3" schemaLocation="http://h.example/p/q.xsd"/></xs:schema>`,
      ),
      "b.wsdl": wsdlText('<w:message name="m"/>').replace("urn:w", "urn:w1"),
      "s.0.xsd": xsdText("urn:0", element("zero")),
      "types.xsd": xsdText("urn:1", element("one")),
      "other.xsd": xsdText("urn:2", element("two")),
      "h.example/p/q.xsd": xsdText("urn:3", element("three")),
      "unrelated.xsd": xsdText("urn:9", element("nine")),
    },
    ["a.wsdl"],
  );
  expect(new Set(loaded.codes)).toEqual(new Set(["load/resolved-by-name"]));
  expect([...elementKeys(loaded)].sort()).toEqual([
    "{urn:0}zero",
    "{urn:1}one",
    "{urn:2}two",
    "{urn:3}three",
  ]);
  expect(loaded.fragments.flatMap(({ messages }) => messages)).toHaveLength(1);
});

test("an import without a location is satisfied by whatever else is loaded", async () => {
  const loaded = await load(
    {
      "a.xsd": xsdText(
        "urn:a",
        '<xs:import namespace="urn:b"/>' + element("a"),
      ),
      "b.xsd": xsdText("urn:b", element("b")),
    },
    ["a.xsd", "b.xsd"],
  );
  expect(loaded.codes).toEqual([]);
});

test.each([
  ['<xs:include schemaLocation="b.xsd"/>', "error"],
  ['<xs:redefine schemaLocation="b.xsd"/>', "error"],
  ['<xs:import namespace="urn:b" schemaLocation="b.xsd"/>', "warning"],
  ['<xs:import namespace="urn:b" schemaLocation="http://h/b.xsd"/>', "warning"],
])("a missing document of %s is an %s", async (body, severity) => {
  const { diagnostics } = await load({ "a.xsd": xsdText("urn:a", body) }, [
    "a.xsd",
  ]);
  expect(
    diagnostics.find(({ code }) => code === "load/unresolved-import")?.severity,
  ).toBe(severity);
});

test.each([
  "../../etc/secret.xsd",
  "%2e%2e/%2e%2e/etc/secret.xsd",
  "..\\..\\etc\\secret.xsd",
  "/etc/secret.xsd",
  "file:///etc/secret.xsd",
  "\\\\host\\share\\x.xsd",
  "//host/share/x.xsd",
  "a\u0009b.xsd",
])("%j is refused without being read", async (location) => {
  const { codes, reads } = await load(
    {
      "in/a.xsd": xsdText(
        "urn:a",
        `<xs:include schemaLocation="${location.replace("\u0009", "%09")}"/>`,
      ),
      "/etc/secret.xsd": xsdText("urn:a", element("secret")),
    },
    ["in/a.xsd"],
  );
  expect(codes).toContain("load/outside-root");
  expect(reads).toEqual(["in/a.xsd"]);
});

test("the catalog maps locations and namespaces to files anywhere", async () => {
  const loaded = await load(
    {
      "in/a.xsd": xsdText(
        "urn:a",
        '<xs:include schemaLocation="http://h/inc"/><xs:import namespace="urn:b"/>',
      ),
      "lib/inc.xsd": xsdText("", '<xs:include schemaLocation="more.xsd"/>'),
      "lib/more.xsd": xsdText("", element("more")),
      "lib/b.xsd": xsdText("urn:b", element("b")),
    },
    ["in/a.xsd"],
    { "http://h/inc": "lib/inc.xsd", "urn:b": "lib/b.xsd" },
  );
  expect(loaded.codes).toEqual([]);
  expect(elementKeys(loaded)).toEqual(["{urn:b}b", "{urn:a}more"]);
});

test("well-known schemas are there when a prefix of theirs is used, imported or not", async () => {
  const loaded = await load(
    {
      "a.xsd": xsdText(
        "urn:a",
        '<xs:element name="a"><xs:complexType><xs:attribute ref="xml:lang"/></xs:complexType></xs:element>',
      ),
    },
    ["a.xsd"],
  );
  expect(loaded.codes).toEqual([]);
  const namespaces = loaded.fragments
    .flatMap(({ schemas }) => schemas)
    .map(({ namespace }) => namespace);
  expect(namespaces).toContain("http://www.w3.org/XML/1998/namespace");
  expect(namespaces).not.toContain("http://schemas.xmlsoap.org/soap/encoding/");
});

test("ports of bindings that are not supported are left out", async () => {
  const { fragments, codes } = await load(
    {
      "a.wsdl": wsdlText(
        '<w:portType name="P"><w:operation name="o"><w:input message="t:m"/></w:operation></w:portType><w:binding name="B" type="t:P"><jms/></w:binding><w:service name="S"><w:port name="p" binding="t:B"/></w:service>',
      ),
    },
    ["a.wsdl"],
  );
  expect(codes).toEqual(["wsdl/binding-not-supported"]);
  expect(fragments[0]?.services[0]?.ports).toEqual([]);
});

test("documentation is handed on as pages, and kinds are judged by content", async () => {
  const loaded = await load(
    {
      "p/a.html": "<html><body>x</body></html>",
      "p/b.txt": "POST /",
      "p/c.xml": xsdText("urn:c", element("c")),
      "p/d.xml": "<soap:Envelope/>",
      "p/README.md": "# no",
      "p/x.overrides.json": "{}",
    },
    ["p"],
  );
  expect(loaded.pages.map(({ path }) => path)).toEqual([
    "p/a.html",
    "p/b.txt",
    "p/d.xml",
  ]);
  expect(loaded.overrides.map(({ path }) => path)).toEqual([
    "p/x.overrides.json",
  ]);
  expect(elementKeys(loaded)).toEqual(["{urn:c}c"]);
});

test("globs and folders are sorted, whatever order the system lists them in", async () => {
  const files = {
    "s/b.txt": "b",
    "s/a.txt": "a",
    "s/deep/c.txt": "c",
    "s/.hidden.txt": "h",
  };
  expect(
    (await load(files, ["s/**/*.{txt,md}"])).pages.map(({ path }) => path),
  ).toEqual(["s/a.txt", "s/b.txt", "s/deep/c.txt"]);
  expect((await load(files, ["s"])).pages.map(({ path }) => path)).toEqual([
    "s/a.txt",
    "s/b.txt",
  ]);
});

test.each([
  [{ "a.wsdl": "" }, "a.wsdl", "xml/empty"],
  [
    { "a.wsdl": "<!DOCTYPE html><title>Login</title>" },
    "a.wsdl",
    "load/html-page",
  ],
  [{ "a.wsdl": "<definitions/>" }, "a.wsdl", "load/unknown-root"],
  [
    { "a.wsdl": '<description xmlns="http://www.w3.org/ns/wsdl"/>' },
    "a.wsdl",
    "wsdl/version-2.0",
  ],
  [
    { "a.wsdl": wsdlText('<w:portType name="P"/>') },
    "a.wsdl",
    "load/nothing-declared",
  ],
  [{ "a.wsdl": "" }, "b.wsdl", "load/not-found"],
  [{ "a.wsdl": "" }, "*.xsd", "load/no-match"],
  [{ "e/x.bin": "" }, "e", "load/empty-folder"],
  [{ "a.txt": "a\0b" }, "a.txt", "load/binary"],
  [
    { "a.xsd": '<?xml version="1.0" encoding="utf-9"?><a/>' },
    "a.xsd",
    "load/unknown-encoding",
  ],
  [{ "a.xsd": "" }, "https://h/a.wsdl", "load/offline"],
  [
    {
      "a.xsd": xsdText("urn:a", '<xs:include schemaLocation="b.xsd"/>'),
      "b.xsd": xsdText("urn:b", ""),
    },
    "a.xsd",
    "load/namespace-mismatch",
  ],
  [
    {
      "a.xsd": xsdText("urn:a", '<xs:include schemaLocation="b.txt"/>'),
      "b.txt": "text",
    },
    "a.xsd",
    "load/unexpected-import",
  ],
])("%j and %s raise %s", async (contents, input, code) => {
  const { diagnostics } = await load(contents, [input]);
  expect(
    diagnostics
      .filter(({ severity }) => severity === "error")
      .map((diagnostic) => diagnostic.code),
  ).toEqual([code]);
});

test("a slip in a path is answered with the nearest name", async () => {
  const { diagnostics } = await load({ "specs/service.wsdl": "" }, [
    "specs/servce.wsdl",
  ]);
  expect(diagnostics[0]?.message).toContain("did you mean specs/service.wsdl?");
});

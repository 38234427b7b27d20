import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { generateServices, type GeneratedService } from "../../src/pipeline.js";
import { typeCheck } from "../support/type-check.js";
import { writePlanned } from "../support/write-planned.js";
import { wsdlOf } from "./construct.js";

type Names = Readonly<Record<string, string>>;

const work = mkdtempSync(join(tmpdir(), "soapstone-names-"));
afterAll(() => {
  rmSync(work, { recursive: true });
});

/** The SDK of a WSDL after a run that gave some names; written to the folder where all are compiled. */
async function generate(
  folder: string,
  { wsdl, names = {} }: { readonly wsdl: string; readonly names?: Names },
): Promise<GeneratedService> {
  const input = join(work, `${folder}.wsdl`);
  writeFileSync(input, wsdl);
  const generated = await generateServices(
    [{ name: "sdk", inputs: [input], folder }],
    {
      cwd: work,
      importExtension: ".js",
      severities: new Map(),
      offline: true,
      catalog: new Map(),
      typeMap: new Map(),
    },
    new Map([["sdk", names]]),
  );
  const [service] = generated.services;
  if (service === undefined) throw new Error("there is one job");
  const errors = service.diagnostics.filter(
    ({ severity }) => severity === "error",
  );
  expect(errors).toEqual([]);
  writePlanned(work, [...service.files, ...generated.sharedFiles]);
  return service;
}

function type(name: string, member: string): string {
  return `<xs:complexType name="${name}"><xs:sequence><xs:element name="${member}" type="xs:int"/></xs:sequence></xs:complexType>`;
}

function rootOf(...types: readonly string[]): string {
  const members = types.map(
    (each, index) => `<xs:element name="m${index}" type="t:${each}"/>`,
  );
  return `<xs:element name="Root"><xs:complexType><xs:sequence>${members.join("")}</xs:sequence></xs:complexType></xs:element>`;
}

/** Members of the generated interface. */
function membersOf(service: GeneratedService, name: string): string {
  const text = service.files
    .filter(({ path }) => /\/types(?:\.ts$|\/)/.test(path))
    .map((file) => file.text)
    .join("\n");
  return new RegExp(`interface ${name} \\{([^}]*)\\}`).exec(text)?.[1] ?? "";
}

describe("names once given", () => {
  it("stay when a type of nearly the same name comes before, which takes the suffix", async () => {
    const old = type("item", "old");
    const before = await generate("case-before", {
      wsdl: wsdlOf(`${old}${rootOf("item")}`),
    });
    expect(membersOf(before, "Item")).toContain("old: number");
    const newcomer = type("Item", "new") + type("ITEM", "newest");
    const wsdl = wsdlOf(`${newcomer}${old}${rootOf("Item", "ITEM", "item")}`);
    const after = await generate("case-after", { wsdl, names: before.names });
    expect(membersOf(after, "Item")).toContain("old: number");
    expect(membersOf(after, "Item2")).toContain("new: number");
    const fresh = await generate("case-fresh", { wsdl });
    expect(membersOf(fresh, "Item")).toContain("new: number");
    const again = await generate("case-after", { wsdl, names: after.names });
    expect(again.files).toEqual(after.files);
  });

  it("stay when a schema of another namespace brings the same name", async () => {
    const own = type("Item", "own");
    const before = await generate("namespace-before", {
      wsdl: wsdlOf(`${own}${rootOf("Item")}`),
    });
    const foreign = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:a" elementFormDefault="qualified">${type("Item", "foreign")}</xs:schema>`;
    const wsdl = wsdlOf(
      `<xs:import namespace="urn:a"/>${own}<xs:element name="Root"><xs:complexType><xs:sequence><xs:element name="a" xmlns:a="urn:a" type="a:Item"/><xs:element name="b" type="t:Item"/></xs:sequence></xs:complexType></xs:element>`,
    ).replace("<types>", `<types>${foreign}`);
    const after = await generate("namespace-after", {
      wsdl,
      names: before.names,
    });
    expect(membersOf(after, "Item")).toContain("own: number");
    expect(membersOf(after, "Item2")).toContain("foreign: number");
  });

  it("stay for what is named after a type: parts, anonymous types, substitutes", async () => {
    const old = `<xs:complexType name="Order"><xs:choice><xs:sequence><xs:element name="x" type="xs:int"/><xs:element name="y"><xs:complexType><xs:attribute name="z"/></xs:complexType></xs:element></xs:sequence><xs:element name="w" type="xs:int"/></xs:choice></xs:complexType>`;
    const before = await generate("part-before", {
      wsdl: wsdlOf(`${old}${rootOf("Order")}`),
    });
    const rivals = ["OrderX", "OrderY", "OrderChoice", "OrderFields", "OrderW"];
    const newcomers = rivals.map((each) => type(each, "rival")).join("");
    const after = await generate("part-after", {
      wsdl: wsdlOf(`${newcomers}${old}${rootOf("Order", ...rivals)}`),
      names: before.names,
    });
    for (const [key, name] of Object.entries(before.names)) {
      expect(after.names[key], key).toBe(name);
    }
    expect(new Set(Object.values(after.names)).size).toBeGreaterThan(
      Object.keys(before.names).length,
    );
  });
});

describe("names that clash or that TypeScript keeps for itself", () => {
  it("compile: services, ports, bindings, operations and types of one name", async () => {
    const schema = type("Put", "a") + type("put", "b");
    const wsdl = wsdlOf(`${schema}${rootOf("Put", "put")}`)
      .replaceAll(/(<service|<port|<binding) name="\w+"/g, '$1 name="Put"')
      .replace(' binding="t:Binding"', ' binding="t:Put"');
    const service = await generate("one-name", { wsdl });
    expect(membersOf(service, "Put")).toContain("a: number");
    expect(membersOf(service, "Put2")).toContain("b: number");
    expect(service.model.operations).toHaveLength(1);
  });

  it("compile: reserved words, names of globals, names that are no identifiers", async () => {
    const names = [
      "class",
      "default",
      "function",
      "undefined",
      "null",
      "string",
      "any",
      "never",
      "object",
      "Array",
      "Promise",
      "Record",
      "Omit",
      "Error",
      "Map",
      "Symbol",
      "Uint8Array",
      "Date",
      "ExactlyOne",
      "OneOf",
      "Tagged",
      "SoapError",
      "Client",
      "Operation",
      "a-b",
      "a.b",
      "a_b",
      "ab",
      "AB",
      "_",
      "__",
      "_1",
      "n1",
      "N1",
      "größe",
      "Größe",
      "名前",
      "ñ",
      "toString",
      "constructor",
      "prototype",
      "__proto__",
      "hasOwnProperty",
      "xsd",
      "schemas",
      "namespaces",
      "index",
      "types",
      "con",
      "nul",
    ];
    const schema = names.map((each, index) => type(each, `m${index}`)).join("");
    const service = await generate("odd-names", {
      wsdl: wsdlOf(`${schema}${rootOf(...names)}`),
    });
    const given = Object.entries(service.names).filter(([key]) =>
      key.startsWith("type:{"),
    );
    expect(given).toHaveLength(names.length);
    expect(new Set(given.map(([, name]) => name)).size).toBe(names.length);
  });

  /** Runs after the tests above, which write what is compiled here. */
  it.each(["typescript", "typescript-5.9"])("all of them (%s)", (compiler) => {
    expect(typeCheck(work, { compiler })).toBe("");
  });
});

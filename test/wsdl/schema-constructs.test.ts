import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { canonicalXml } from "../support/canonical-xml.js";
import { typeCheck } from "../support/type-check.js";
import { writePlanned } from "../support/write-planned.js";
import { bodyOf, readFiles, wsdlOf, type Construct } from "./construct.js";
import {
  attributesAndWildcards,
  basicConstructs,
  contentModels,
  derivations,
  documents,
  simpleValues,
  version11,
} from "./constructs/index.js";

const work = mkdtempSync(join(tmpdir(), "soapstone-constructs-"));
const folders = [work];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

const constructs = [
  ...basicConstructs,
  ...contentModels,
  ...derivations,
  ...simpleValues,
  ...attributesAndWildcards,
  ...documents,
  ...version11,
];

it.each(constructs)("$shows on the wire", async (construct) => {
  const { schema, value, xml, attributes, files = {}, warns = [] } = construct;
  const service = `case${constructs.indexOf(construct)}`;
  const wsdl = { "t.wsdl": wsdlOf(schema, attributes) };
  const read = await readFiles({ ...wsdl, ...files }, service);
  folders.push(read.folder);
  const [generated] = read.generated.services;
  const codes = generated?.diagnostics.map(({ code }) => code) ?? [];
  expect([...new Set(codes)]).toEqual(warns);
  writePlanned(work, [
    ...(generated?.files ?? []),
    ...read.generated.sharedFiles,
    { path: `${service}/expectations.ts`, text: expectations(construct) },
  ]);
  const { body } = read.sdk.encodeRequest("Put", value);
  expect(canonicalXml(bodyOf(String(body)))).toBe(canonicalXml(withXsi(xml)));
  const decode = (text: string): unknown =>
    read.sdk.decodeResponse("Put", envelopeOf(withXsi(text)));
  for (const text of [xml, ...(construct.sameAs ?? [])]) {
    expect(decode(text)).toEqual(value);
  }
  for (const text of construct.refused ?? []) {
    expect(() => decode(text), text).toThrow(
      expect.objectContaining({ kind: "decode" }),
    );
  }
  for (const wrong of construct.unsendable ?? []) {
    expect(() => read.sdk.encodeRequest("Put", wrong)).toThrow(
      expect.objectContaining({ kind: "encode" }),
    );
  }
});

/** Runs after the tests above, which write what is compiled here. */
it.each(["typescript", "typescript-5.9"])(
  "the types admit what they should and nothing else (%s)",
  (compiler) => {
    expect(typeCheck(work, { compiler })).toBe("");
  },
);

function envelopeOf(body: string): string {
  return `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body>${body}</e:Body></e:Envelope>`;
}

function withXsi(xml: string): string {
  const xsi = "http://www.w3.org/2001/XMLSchema-instance";
  return xml.includes("xsi:")
    ? xml.replace(/^<([\w:]+)/, `<$1 xmlns:xsi="${xsi}"`)
    : xml;
}

function expectations(construct: Construct): string {
  const { accepts = [], rejects, typeName = "Root", value } = construct;
  return [
    `import type { ${typeName} as Root } from "./index.js";`,
    `export const value: Root = ${expressionOf(value)};`,
    ...accepts.map(
      (expression, index) => `export const a${index}: Root = ${expression};`,
    ),
    ...rejects.map(
      (expression, index) =>
        `// @ts-expect-error\nexport const r${index}: Root = ${expression};`,
    ),
    "",
  ].join("\n");
}

/** A value as TypeScript writes it. */
function expressionOf(value: unknown): string {
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "number") return String(value);
  if (value instanceof Uint8Array) {
    return `new Uint8Array([${value.join(", ")}])`;
  }
  if (Array.isArray(value)) return `[${value.map(expressionOf).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([name, each]) => `${JSON.stringify(name)}: ${expressionOf(each)}`,
  );
  return `{ ${members.join(", ")} }`;
}

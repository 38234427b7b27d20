import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { canonicalXml } from "../support/canonical-xml.js";
import { typeCheck } from "../support/type-check.js";
import { writePlanned } from "../support/write-planned.js";
import { bodyOf, readFiles, wsdlOf, type Construct } from "./construct.js";
import { schemaConstructs } from "./schema-constructs.js";

const work = mkdtempSync(join(tmpdir(), "soapstone-constructs-"));
const folders = [work];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

it.each(schemaConstructs)("$shows on the wire", async (construct) => {
  const { schema, value, xml } = construct;
  const service = `case${schemaConstructs.indexOf(construct)}`;
  const read = await readFiles({ "t.wsdl": wsdlOf(schema) }, service);
  folders.push(read.folder);
  expect(
    read.generated.services.flatMap(({ diagnostics }) => diagnostics),
  ).toEqual([]);
  const { body } = read.sdk.encodeRequest("Put", value);
  const envelope = String(body);
  expect(canonicalXml(bodyOf(envelope))).toBe(canonicalXml(withXsi(xml)));
  expect(read.sdk.decodeResponse("Put", envelope)).toEqual(value);
  const [generated] = read.generated.services;
  writePlanned(work, [
    ...(generated?.files ?? []),
    ...read.generated.sharedFiles,
    { path: `${service}/expectations.ts`, text: expectations(construct) },
  ]);
});

/** Runs after the tests above, which write what is compiled here. */
it("the types admit what they should and nothing else", () => {
  expect(typeCheck(work, { compiler: "typescript" })).toBe("");
});

function withXsi(xml: string): string {
  const xsi = "http://www.w3.org/2001/XMLSchema-instance";
  return xml.includes("xsi:")
    ? xml.replace(/^<([\w:]+)/, `<$1 xmlns:xsi="${xsi}"`)
    : xml;
}

function expectations({ accepts = [], rejects }: Construct): string {
  return [
    'import type { Root } from "./index.js";',
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

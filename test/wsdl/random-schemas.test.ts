import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { format } from "prettier";
import { afterAll, expect, it } from "vitest";
import type { PlannedFile } from "../../src/pipeline.js";
import { typeCheck } from "../support/type-check.js";
import { writePlanned } from "../support/write-planned.js";
import { readFiles, wsdlOf } from "./construct.js";
import { arbitrarySchema } from "./random/arbitrary-schema.js";

const work = mkdtempSync(join(tmpdir(), "soapstone-random-"));
const folders = [work];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** How many; RANDOM_SCHEMAS asks for more, RANDOM_SEED for others. */
const count = Number(process.env["RANDOM_SCHEMAS"] ?? 40);
const seed = Number(process.env["RANDOM_SEED"] ?? 20011);
const schemas = fc.sample(arbitrarySchema, { numRuns: count, seed });

async function unformatted(
  files: readonly PlannedFile[],
): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const { path, text } of files.filter((file) =>
    file.path.endsWith(".ts"),
  )) {
    if ((await format(text, { parser: "babel-ts" })) !== text) wrong.push(path);
  }
  return wrong;
}

it.each(schemas.map((schema, index) => ({ schema, index })))(
  "schema $index gives an SDK that prettier leaves alone",
  async ({ schema, index }) => {
    const read = await readFiles({ "t.wsdl": wsdlOf(schema) }, `case${index}`);
    folders.push(read.folder);
    const [generated] = read.generated.services;
    const errors =
      generated?.diagnostics.filter(({ severity }) => severity === "error") ??
      [];
    expect(errors).toEqual([]);
    const files = generated?.files ?? [];
    writePlanned(work, [
      ...files,
      ...read.generated.sharedFiles,
      { path: `case${index}/schema.xsd`, text: schema },
    ]);
    expect(await unformatted(files)).toEqual([]);
  },
);

/** Runs after the tests above, which write what is compiled here. */
it.each(["typescript", "typescript-5.9"])(
  "all of them compile under every strict flag (%s)",
  (compiler) => {
    expect(typeCheck(work, { compiler })).toBe("");
  },
);

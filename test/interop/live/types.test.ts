import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { generateServices } from "../../../src/pipeline.js";
import { typeCheck } from "../../support/type-check.js";
import { writePlanned } from "../../support/write-planned.js";
import { scenarios, type Scenario } from "./scenarios/index.js";

/** A value as TypeScript; long texts and bytes are cut, which does not change their type. */
function literal(value: unknown): string {
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "string") return JSON.stringify(value.slice(0, 50));
  if (value instanceof Uint8Array)
    return `Uint8Array.of(${[...value.slice(0, 3)].join(", ")})`;
  if (Array.isArray(value))
    return `[${value.slice(0, 5).map(literal).join(", ")}]`;
  if (typeof value !== "object" || value === null) return String(value);
  const members = Object.entries(value).map(
    ([name, member]) => `${JSON.stringify(name)}: ${literal(member)}`,
  );
  return `{ ${members.join(", ")} }`;
}

function typed({ operation, value }: Scenario, index: number): string {
  const type = operation.slice(0, 1).toUpperCase() + operation.slice(1);
  const request = `const request${index}: ${type}Request = ${literal(value)};`;
  const answer = `const answer${index}: ${type}Response = ${literal(value)};`;
  return `export ${request}\nexport ${answer}\n`;
}

it("the scenarios are what the types of the contract's SDK admit", async () => {
  const folder = mkdtempSync(join(tmpdir(), "soapstone-types-"));
  const { services, sharedFiles } = await generateServices(
    [{ name: "live", inputs: ["contract/interop.wsdl"], folder: "live" }],
    {
      cwd: import.meta.dirname,
      importExtension: ".js",
      severities: new Map(),
      offline: true,
      catalog: new Map(),
      typeMap: new Map(),
    },
    new Map(),
  );
  const names = new Set(
    scenarios.map(
      ({ operation }) =>
        operation.slice(0, 1).toUpperCase() + operation.slice(1),
    ),
  );
  const imports = [...names].flatMap((name) => [
    `${name}Request`,
    `${name}Response`,
  ]);
  const text =
    `import type { ${imports.join(", ")} } from "./live/index.js";\n` +
    scenarios.map(typed).join("");
  const wrong = `import type { EchoBytesRequest } from "./live/index.js";\nexport const wrong: EchoBytesRequest = { value: "text" };\n`;
  const files = services.flatMap((each) => each.files);
  writePlanned(folder, [
    ...files,
    ...sharedFiles,
    { path: "scenarios.ts", text },
  ]);
  try {
    expect(typeCheck(folder, { compiler: "typescript" })).toBe("");
    writePlanned(folder, [{ path: "wrong.ts", text: wrong }]);
    expect(typeCheck(folder, { compiler: "typescript" })).toContain("wrong.ts");
  } finally {
    rmSync(folder, { recursive: true });
  }
});

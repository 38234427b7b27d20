import { expect, test } from "vitest";
import { parseManifest } from "../../../src/output/index.js";
import { renderManifest, type Manifest } from "../../../src/output/manifest.js";

const manifest: Manifest = {
  toolVersion: "1.0.0",
  service: "customers",
  configHash: "c",
  sources: [
    { path: "z.wsdl", sha256: "2" },
    { path: "a.xsd", sha256: "1" },
  ],
  files: new Map([
    ["types.ts", "4"],
    ["index.ts", "3"],
  ]),
  names: Object.fromEntries([
    ["b", "B"],
    ["__proto__", "Evil"],
  ]),
};

test("keys are sorted, whatever order they came in", () => {
  const document: Record<string, object> = JSON.parse(renderManifest(manifest));
  expect(Object.keys(document["sources"] ?? {})).toEqual(["a.xsd", "z.wsdl"]);
  expect(Object.keys(document["files"] ?? {})).toEqual([
    "index.ts",
    "types.ts",
  ]);
});

test("reads back what was written, hostile names too", () => {
  const reading = parseManifest(renderManifest(manifest));
  if (reading.kind !== "manifest") throw new Error(reading.reason);
  expect(reading.manifest.files).toEqual(manifest.files);
  expect(Object.entries(reading.manifest.names)).toEqual([
    ["__proto__", "Evil"],
    ["b", "B"],
  ]);
  expect(Object.getPrototypeOf(reading.manifest.names)).toBe(Object.prototype);
  expect(reading.manifest.service).toBe("customers");
});

test.each([
  ["<<<<<<< HEAD", "JSON"],
  ["[]", "object"],
  ['{"manifest":2}', "version"],
  ['{"manifest":1,"files":{"a":1},"names":{},"sources":{}}', "text"],
  ['{"manifest":1,"files":{},"names":[],"sources":{}}', "text"],
])("says why %s is no manifest", (text, word) => {
  const reading = parseManifest(text);
  expect(reading).toMatchObject({
    kind: "problem",
    reason: expect.stringContaining(word),
  });
});

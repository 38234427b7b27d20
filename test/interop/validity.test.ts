import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { afterAll, describe, expect, it } from "vitest";
import { corpusCases, corpusCatalog, isBad } from "../corpus/corpus-cases.js";
import {
  decodeDocument,
  encodeDocument,
} from "../../src/runtime/codec/document.js";
import type { CorpusEntry } from "../support/corpus.js";
import { instancesOf, type Instance } from "../support/corpus-instances.js";
import { writeDriver } from "../support/libxml-schema.js";
import { acceptedMutants } from "../support/mutants.js";

const documents = corpusCases().filter((each) => !isBad(each));
const work = mkdtempSync(join(tmpdir(), "soapstone-validity-"));
afterAll(() => rmSync(work, { recursive: true }));

/** Elements without a valid instance, as `document element`, each with the reason. The list may only shrink. */
const exceptions = new Map(
  readFileSync(join(import.meta.dirname, "validity-exceptions.txt"), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const [id = "", name = "", ...reason] = line.split(" ");
      return [`${id} ${name}`, reason.join(" ")];
    }),
);

const counts = { accepted: 0, valid: 0, unread: 0, mutants: 0, roundTrips: 0 };
const failed = new Map<string, string>();

function xmllint(schema: string, files: readonly string[]): string {
  const { stderr, error } = spawnSync(
    "xmllint",
    ["--nonet", "--noout", "--schema", schema, ...files],
    { encoding: "utf8", maxBuffer: 1 << 28 },
  );
  if (error !== undefined) throw error;
  return stderr;
}

/** What libxml2 says of each file. */
function verdicts(
  schema: string,
  files: readonly string[],
): ReadonlyMap<string, "valid" | "unread" | string> {
  const found = new Map<string, string>();
  for (const line of xmllint(schema, files).split("\n")) {
    const [, good] = /^(\S+) validates$/.exec(line) ?? [];
    if (good !== undefined) found.set(good, "valid");
    const [, file, problem] = /^([^\s:]+):\d+: (.*)$/.exec(line) ?? [];
    if (file === undefined || problem === undefined || found.has(file))
      continue;
    // Of several documents of one namespace that are imported apart, libxml2 reads the first only.
    const isUnread = problem.includes("No matching global declaration");
    found.set(file, isUnread ? "unread" : problem);
  }
  return found;
}

function judge(
  entry: CorpusEntry,
  driver: string,
  instances: readonly Instance[],
): void {
  const files = new Map<string, string>();
  for (const [index, { name, xml, reason = "" }] of instances.entries()) {
    if (xml === undefined) {
      failed.set(`${entry.id} ${name}`, reason);
      continue;
    }
    const file = join(work, `${entry.id}-${index}.xml`);
    writeFileSync(file, xml);
    files.set(file, name);
  }
  const said =
    files.size === 0 ? new Map() : verdicts(driver, [...files.keys()]);
  for (const [file, name] of files) {
    const verdict = said.get(file) ?? "nothing was said";
    if (verdict === "valid") counts.valid++;
    else if (verdict === "unread") counts.unread++;
    else failed.set(`${entry.id} ${name}`, verdict);
  }
}

/** What decoding and encoding an instance changes of its value or its document; undefined where that is nothing. */
function roundTripDifference({
  name,
  element,
  value,
  xml,
}: Instance): object | undefined {
  if (xml === undefined) return undefined;
  const read = decodeDocument(element, xml);
  const again = encodeDocument(element, read);
  const isSame = isDeepStrictEqual(read, value) && again === xml;
  return isSame ? undefined : { name, xml, again, value, read };
}

describe.skipIf(documents.length === 0)("generated instances", () => {
  it.each(documents)(
    "of every element of $id are valid for libxml2",
    async (entry) => {
      const driver = writeDriver(entry.path, join(work, entry.id));
      if (driver === undefined) return;
      if (/failed to compile/.test(xmllint(driver, [driver]))) return;
      counts.accepted++;
      const instances = await instancesOf(entry.path, corpusCatalog());
      judge(entry, driver, instances);
      const unknown = [...failed].filter(
        ([key]) => key.startsWith(`${entry.id} `) && !exceptions.has(key),
      );
      expect(unknown).toEqual([]);
    },
  );

  it.each(documents)(
    "of every element of $id are refused when they are spoilt",
    async (entry) => {
      for (const instance of await instancesOf(entry.path, corpusCatalog())) {
        const { tried, accepted } = acceptedMutants(instance);
        counts.mutants += tried;
        expect(accepted).toEqual([]);
      }
    },
  );

  it.each(documents)(
    "of every element of $id come back as they were",
    async (entry) => {
      const wrong: unknown[] = [];
      for (const instance of await instancesOf(entry.path, corpusCatalog())) {
        const difference = roundTripDifference(instance);
        if (difference !== undefined) wrong.push(difference);
        else if (instance.xml !== undefined) counts.roundTrips++;
      }
      expect(wrong).toEqual([]);
    },
  );

  it("are as many as ever", () => {
    expect(counts.roundTrips).toBeGreaterThanOrEqual(12_600);
    expect(counts.accepted).toBeGreaterThanOrEqual(95);
    expect(counts.valid).toBeGreaterThanOrEqual(10_400);
    expect(counts.unread).toBeLessThanOrEqual(205);
    expect(counts.mutants).toBeGreaterThanOrEqual(10_000);
  });

  it("fail where they are known to, and there only", () => {
    const gone = [...exceptions.keys()].filter((key) => !failed.has(key));
    expect(gone).toEqual([]);
    expect([...exceptions.values()].filter((each) => each === "")).toEqual([]);
  });
});

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createSink } from "../../src/diagnostics/index.js";
import { exportWsdl } from "../../src/export/index.js";
import { inferServices } from "../../src/infer/index.js";
import { linkFragments } from "../../src/link/index.js";
import type { Page } from "../../src/model/index.js";
import { readPages } from "../../src/read/page/index.js";
import { createSourceText } from "../../src/source/index.js";
import { root, shared } from "../support/infer-files.js";
import { damages } from "../unit/read/page/damages.js";
import { blanks, rareDamages } from "../unit/read/page/rare-damages.js";

interface Reading {
  /** The model as a WSDL, without prose: what stays must be equal to the last byte. */
  readonly facts: string;
  readonly pages: readonly Page[];
}

function readText(text: string): Reading {
  const sink = createSink();
  const pages = readPages(createSourceText("page.txt", text), sink);
  const fragments = inferServices(pages, { sink, fallbackName: "service" });
  const [service] = fragments.flatMap(({ services }) => services);
  const wsdl = exportWsdl(linkFragments(fragments, { sink }));
  const name = service?.name.local.replaceAll(/\W/g, ".") ?? "";
  const facts = wsdl
    .replaceAll(/\s*<wsdl:documentation>[^]*?<\/wsdl:documentation>/g, "")
    // A heading is lost where everything became one block.
    .replaceAll(new RegExp(`(?<=[":])${name}(?=Soap|Http|")`, "g"), "SERVICE");
  return { facts, pages };
}

/** Captures of whole pages as text: those of the specs, and some of each service that others run. */
function captures(): readonly string[] {
  const own = ["customers/UpdateCustomerAccountOrder.txt"].map((name) =>
    join(root, "specs", name),
  );
  if (shared === undefined) return own;
  const base = shared;
  const folders = ["truth/pages", "oracle/pairs"].flatMap((folder) =>
    readdirSync(join(base, folder)).map((name) => join(base, folder, name)),
  );
  return [...own, ...folders.flatMap(pagesOf)];
}

/** Every tenth page, and the longest. */
function pagesOf(folder: string): readonly string[] {
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith(".txt") && !name.startsWith("_"))
    .map((name) => join(folder, name));
  const sizes = texts.map((path) => readFileSync(path).length);
  const longest = texts[sizes.indexOf(Math.max(...sizes))];
  return texts.filter((path, index) => index % 10 === 0 || path === longest);
}

const intact = new Map(
  captures().map((path) => {
    const text = readFileSync(path, "utf8").replaceAll("\r\n", "\n");
    return [path, { text, facts: readText(text).facts }];
  }),
);

/** Damages that change more than blanks and line ends: each is put right in so many words. */
const repaired = new Set([
  "curly quotation marks",
  "a string literal",
  "a misspelt header",
  "line numbers",
  "quoted mail",
  "a comment of Java",
  "comments of C#",
  "comments of SQL",
  "comments of Visual Basic",
  "Liquid's raw markers",
]);

/** Rarer damages are tried on some of the pages. */
const few = [...intact].filter((_, index) => index % 7 === 0);

if (shared === undefined)
  console.log("../shared is absent: only pages of the specs are damaged");

describe("the model of a damaged page", () => {
  it.each(Object.entries(damages))("is the same with %s", (name, apply) => {
    for (const [path, { text, facts }] of intact) {
      const damaged = apply(text);
      const reading = readText(damaged);
      expect(reading.facts, path).toBe(facts);
      const repairs = reading.pages.flatMap((page) => page.repairs);
      if (repaired.has(name)) expect(repairs.length, path).toBeGreaterThan(0);
      for (const { description, span } of repairs) {
        expect(description).not.toBe("");
        expect(span.offset + span.length).toBeLessThanOrEqual(damaged.length);
      }
    }
  });

  it.each(Object.entries({ ...rareDamages, ...blanks }))(
    "is the same with %s, which is rarer",
    (name, apply) => {
      for (const [path, { text, facts }] of few) {
        const reading = readText(apply(text));
        expect(reading.facts, path).toBe(facts);
        const repairs = reading.pages.flatMap((page) => page.repairs);
        if (name in rareDamages)
          expect(repairs.length, path).toBeGreaterThan(0);
        else expect(repairs, path).toEqual([]);
      }
    },
  );

  it("differs where a whole section is lost, and only there", () => {
    for (const [path, { text, facts }] of intact) {
      const at = text.search(/^SOAP 1\.2$/m);
      const end = text.search(/^HTTP GET$/m);
      if (at < 0 || path.includes("pairs")) continue;
      const lost = `${text.slice(0, at)}${end < 0 ? "" : text.slice(end)}`;
      const types = (wsdl: string): string =>
        wsdl.slice(0, wsdl.indexOf("</wsdl:types>"));
      expect(types(readText(lost).facts), path).toBe(types(facts));
    }
  });
});

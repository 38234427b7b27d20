import { readdirSync } from "node:fs";
import { XMLValidator } from "fast-xml-parser";
import { describe, expect, it } from "vitest";
import { damages } from "./damages.js";
import { hasShared, readShared, sharedUrl } from "./shared.js";
import { messages, read } from "./shop-page.js";

const files = (folder: string): string[] =>
  hasShared
    ? readdirSync(sharedUrl(folder)).map((name) => `${folder}/${name}`)
    : [];
const services = files("truth/pages");
const pairs = files("oracle/pairs");
const startLine = /^(?:.*<pre>)?(?:(?:POST|GET) |HTTP\/1\.1 \d)/gm;

describe.skipIf(!hasShared)(
  "help pages of real services (skipped without ../shared)",
  () => {
    for (const service of services)
      it(`${service} has every sample, name and byte`, () => {
        for (const path of files(service)) {
          const text = readShared(path);
          const operation = path.replace(/^.*\/|\.txt$/g, "");
          const { page, pages, diagnostics } = read(text, path);
          if (operation === "_list") {
            expect(pages.length).toBeGreaterThan(0);
            continue;
          }
          expect(pages, path).toHaveLength(1);
          expect(diagnostics, path).toEqual([]);
          expect(page.operation?.text, path).toBe(operation);
          expect(page.samples, path).toHaveLength(
            text.match(startLine)?.length ?? 0,
          );
          for (const { xml, span } of page.samples) {
            expect(xml === "" || XMLValidator.validate(xml), path).toBe(true);
            expect(
              text.slice(span.offset, span.offset + span.length).endsWith(xml),
              path,
            ).toBe(true);
          }
        }
      });

    it("lists all operations that have a page", () => {
      for (const service of services) {
        const names = files(service).map((path) =>
          path.replace(/^.*\/|\.txt$/g, ""),
        );
        const listed = read(readShared(`${service}/_list.txt`)).pages;
        const operations = listed.map((page) => page.operation?.text);
        const missing = names.filter(
          (name) => name !== "_list" && !operations.includes(name),
        );
        // an overload is listed under the name it shares
        expect(
          missing.filter((name) => name !== "queryRequest"),
          service,
        ).toEqual([]);
      }
    });
  },
);

describe.skipIf(!hasShared)(
  "pages as text and as HTML (skipped without ../shared)",
  () => {
    for (const service of pairs)
      it(`${service} says the same in both`, () => {
        for (const path of files(service).filter((name) =>
          name.endsWith(".html"),
        )) {
          if (path.endsWith("_list.html")) continue;
          const html = read(readShared(path), path);
          const text = read(readShared(path.replace(/html$/, "txt")));
          expect(messages(html.page), path).toEqual(messages(text.page));
          expect(html.diagnostics, path).toEqual([]);
          expect(
            html.page.samples.map(({ xml }) => xml.trim()),
            path,
          ).toEqual(
            text.page.samples.map(({ xml }) =>
              xml.replaceAll("\r\n", "\n").trim(),
            ),
          );
        }
      });
  },
);

describe.skipIf(!hasShared)(
  "damaged captures of real pages (skipped without ../shared)",
  () => {
    for (const [damage, apply] of Object.entries(damages))
      it(`say the same with ${damage}`, () => {
        for (const service of services) {
          const path = files(service).find(
            (name) => !name.endsWith("_list.txt"),
          );
          const text = readShared(path ?? "").replaceAll("\r\n", "\n");
          const intact = read(text).page;
          const { page, pages } = read(apply(text));
          expect(pages, path).toHaveLength(1);
          expect(messages(page), path).toEqual(messages(intact));
          expect(page.operation?.text, path).toBe(intact.operation?.text);
        }
      });
  },
);

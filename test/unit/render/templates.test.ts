import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { format } from "prettier";
import { afterAll, describe, expect, it } from "vitest";
import {
  loadTemplates,
  type TemplateName,
} from "../../../src/render/templates.js";
import { sampleViews } from "./sample-views.js";
import { recordReads } from "./record-reads.js";

const folder = join(import.meta.dirname, "../../../templates");
const templates = await loadTemplates(folder);
const names = Object.keys(sampleViews) as TemplateName[]; // The keys of the object below are no others.

describe("every template", () => {
  it("has a sample view", () => {
    const files = readdirSync(folder).map((file) => file.replace(/\.hbs$/, ""));
    expect(files.sort()).toEqual([...names].sort());
  });

  it.each(names)("%s reads all of its view and nothing else", (name) => {
    const { value, unknown, unread } = recordReads(sampleViews[name]);
    templates.render(name, value);
    expect({ unknown: unknown(), unread: unread() }).toEqual({
      unknown: [],
      unread: [],
    });
  });

  it.each(names)("%s prints formatted code", async (name) => {
    const text = templates.render(name, sampleViews[name]);
    expect(text).toBe(await format(text, { parser: "babel-ts" }));
  });

  it.each(names)("%s begins with the header", (name) => {
    const text = templates.render(name, sampleViews[name]);
    expect(text.startsWith("// Generated: do not edit.\n")).toBe(true);
  });
});

describe("the types template", () => {
  it("prints interfaces, aliases and their comments", () => {
    expect(templates.render("types", sampleViews.types)).toBe(
      `// Generated: do not edit.

import type { XmlElement } from "../runtime/index.js";

/**
 * An order.
 *
 * @see orders.wsdl:12
 */
export interface Order extends Base {
  /** The number. */
  Id: number;
  Note?: string;
}

export type Color = "red" | "green";
`,
    );
  });
});

describe("a template of the user", () => {
  const own = mkdtempSync(join(tmpdir(), "soapstone-"));
  afterAll(() => rmSync(own, { recursive: true }));

  it("replaces the built-in one of its name, and only that", async () => {
    writeFileSync(join(own, "barrel.hbs"), "{{header}} mine");
    const mixed = await loadTemplates(folder, own);
    expect(mixed.render("barrel", sampleViews.barrel)).toBe(
      "// Generated: do not edit. mine",
    );
    expect(names.filter((name) => mixed.isCustom(name))).toEqual(["barrel"]);
  });

  it("fails where it names what its view has not", async () => {
    writeFileSync(join(own, "fixture.hbs"), "{{nothing}}");
    const mixed = await loadTemplates(folder, own);
    expect(() => mixed.render("fixture", sampleViews.fixture)).toThrow(
      /nothing/,
    );
  });
});

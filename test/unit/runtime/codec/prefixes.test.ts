import { describe, expect, it } from "vitest";
import { decodeDocument } from "../../../../src/runtime/codec/document.js";
import * as xsd from "../../../../src/runtime/xsd.js";
import { ns, sequence } from "./codec-fixture.js";

const pair = sequence([
  { element: "name", type: xsd.string, max: Infinity },
  { element: "other", namespace: "urn:o", type: xsd.string, min: 0 },
]);

const read = (xml: string): unknown => decodeDocument(pair, xml);

describe("elements whose tags were seen in an earlier message", () => {
  it("are found under the same prefix, another one and none", () => {
    for (const p of ["a", "a", "b", "a"]) {
      const xml = `<${p}:r xmlns:${p}="${ns}"><${p}:name>1</${p}:name><${p}:name>2</${p}:name></${p}:r>`;
      expect(read(xml)).toEqual({ name: ["1", "2"] });
      const plain = `<r xmlns="${ns}"><name>3</name></r>`;
      expect(read(plain)).toEqual({ name: ["3"] });
    }
  });

  it("are others where the prefix means something else", () => {
    const good = `<p:r xmlns:p="${ns}"><p:name>1</p:name></p:r>`;
    expect(read(good)).toEqual({ name: ["1"] });
    const inner = '<p:name xmlns:p="urn:x">1</p:name>';
    expect(() => read(`<p:r xmlns:p="${ns}">${inner}</p:r>`)).toThrow(
      "expected <name>",
    );
    const outer = `<q:r xmlns:q="${ns}" xmlns:p="urn:x"><p:name>1</p:name></q:r>`;
    expect(() => read(outer)).toThrow("expected <name>");
    expect(read(good)).toEqual({ name: ["1"] });
  });

  it("are others where the prefix is not declared", () => {
    expect(read(`<p:r xmlns:p="${ns}"><p:name>1</p:name></p:r>`)).toBeTruthy();
    const xml = `<q:r xmlns:q="${ns}"><p:name>1</p:name></q:r>`;
    expect(() => read(xml)).toThrow("undeclared prefix of <p:name>");
  });

  it("keep the namespace of each side by side", () => {
    const xml = `<r xmlns="${ns}"><name>1</name><other xmlns="urn:o">2</other></r>`;
    const swapped = `<p:r xmlns:p="${ns}" xmlns="urn:o"><p:name>1</p:name><other>2</other></p:r>`;
    for (const each of [xml, swapped, xml]) {
      expect(read(each)).toEqual({ name: ["1"], other: "2" });
    }
    const wrong = `<r xmlns="${ns}"><name>1</name><other>2</other></r>`;
    expect(() => read(wrong)).toThrow("unexpected element <other>");
  });
});

describe("values that were read", () => {
  it("are plain objects with arrays that grow like any other", () => {
    const value = read(`<r xmlns="${ns}"><name>1</name></r>`) as {
      name: string[];
    };
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(value.constructor).toBe(Object);
    value.name.push("2");
    expect(value).toStrictEqual({ name: ["1", "2"] });
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  camelCase,
  isIdentifier,
  pascalCase,
  safeFileName,
  safeFunctionName,
  safeTypeName,
} from "../../../../src/plan/names/identifiers.js";

describe("a function name", () => {
  it.each([
    ["GetInvoices", "getInvoices"],
    ["SOAPInfo", "soapInfo"],
    ["customers_Update", "customersUpdate"],
    ["order-line", "orderLine"],
    ["get.order:by id", "getOrderById"],
    ["ID", "id"],
    ["URL2Text", "url2Text"],
    ["_private", "private_"],
    ["2fast", "_2fast"],
    ["Größe", "größe"],
    ["ЗаказТовара", "заказТовара"],
    ["注文", "注文"],
    ["", "_"],
    ["---", "_"],
  ])("%s becomes %s", (name, expected) => {
    expect(safeFunctionName(name)).toBe(expected);
  });

  it.each(["Delete", "new", "Import", "await", "eval", "Class", "Then"])(
    "%s is no reserved word",
    (name) => {
      expect(safeFunctionName(name)).toBe(`${name.toLowerCase()}_`);
    },
  );
});

describe("a type name", () => {
  it.each([
    ["order-line", "OrderLine"],
    ["SOAPInfo", "SOAPInfo"],
    ["order_line_2", "OrderLine_2"],
    ["int", "Int"],
    ["Record", "RecordType"],
    ["Error", "ErrorType"],
    ["promise", "PromiseType"],
    ["3D", "_3D"],
  ])("%s becomes %s", (name, expected) => {
    expect(safeTypeName(name)).toBe(expected);
  });
});

/** Everything an attacker could put into a name, and the alphabets of the world. */
const anyName = fc.oneof(
  fc.string({ unit: "binary", maxLength: 30 }),
  fc.string({ unit: "grapheme", maxLength: 30 }),
  fc.constantFrom("a\u200db", "../../etc/passwd", "*/", "${x}", "__proto__"),
);

describe("whatever the name,", () => {
  it.each([
    ["function", safeFunctionName],
    ["type", safeTypeName],
  ])("the %s declares", (_what, safeName) => {
    fc.assert(
      fc.property(anyName, (name) => {
        const safe = safeName(name);
        expect(isIdentifier(safe)).toBe(true);
        // Code of the file's own that the platform compiles as a module would be: strict.
        expect(
          () => new Function(`"use strict"; const ${safe} = 1;`),
        ).not.toThrow();
      }),
      { seed: 2024, numRuns: 2000 },
    );
  });

  it("the file stays in its folder, on every file system", () => {
    fc.assert(
      fc.property(anyName, (name) => {
        const file = safeFileName(name);
        expect(file).toMatch(/^[A-Za-z0-9_-]{1,81}$/);
        expect(file).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)$/i);
      }),
      { seed: 2024, numRuns: 2000 },
    );
  });
});

describe("a file name", () => {
  it.each([
    ["UpdateOrder", "UpdateOrder"],
    ["../../etc/passwd", "etc-passwd"],
    ["C:\\x", "C-x"],
    [".hidden", "hidden"],
    ["con", "_con"],
    ["LPT1", "_LPT1"],
    ["", "_"],
    ["名前", "_"],
  ])("%s becomes %s", (name, expected) => {
    expect(safeFileName(name)).toBe(expected);
  });
});

describe("words", () => {
  it("keep the capitals inside them", () => {
    expect(pascalCase("getXMLDocument")).toBe("GetXMLDocument");
    expect(camelCase("XMLDocument")).toBe("xmlDocument");
  });

  it("are told apart by underscores only between letters", () => {
    expect(pascalCase("a_b")).toBe("AB");
    expect(pascalCase("v1_2")).toBe("V1_2");
  });
});

describe("an identifier", () => {
  it.each([
    ["order", true],
    ["$value", true],
    ["größe", true],
    ["order-line", false],
    ["1st", false],
    ["", false],
    ["a b", false],
    ["a\u202eb", false],
  ])("%j can stand without quotes: %s", (name, expected) => {
    expect(isIdentifier(name)).toBe(expected);
  });
});

import { describe, expect, test } from "vitest";
import { findSpecs } from "../../../src/config/index.js";
import {
  globFolders,
  matchesPattern,
} from "../../../src/config/glob-folders.js";
import { projectFolder } from "./fixture.js";

test("patterns match folders, not files, in order of path", () => {
  const base = projectFolder({
    "b/x/f": "",
    "a/x/f": "",
    "a/y/f": "",
    "a/f": "",
  });
  expect(globFolders(base, "*/x")).toEqual(["a/x", "b/x"]);
  expect(globFolders(base, "a/*/")).toEqual(["a/x", "a/y"]);
  expect(globFolders(base, "c/*")).toEqual([]);
});

test.each([
  ["GetItem", "Get*", true],
  ["GetItem", "*Item", true],
  ["GetItem", "G?t*e*", true],
  ["GetItem", "Get", false],
  ["", "*", true],
  ["a".repeat(5000), `${"*a".repeat(50)}b`, false],
])("%s and %s", (name, pattern, expected) => {
  expect(matchesPattern(name, pattern)).toBe(expected);
});

describe("specs of a folder", () => {
  test("are the folders in specs/", () => {
    expect(findSpecs(projectFolder({ "specs/a/x.wsdl": "" }))).toBe("specs/*");
  });

  test("are WSDL files and folders of pages with an envelope", () => {
    const folder = projectFolder({
      "wsdl/Orders.wsdl": "<definitions/>",
      "docs/customers/one.html": "&lt;soap:Envelope",
      "docs/readme.md": "nothing here",
      "node_modules/x/y.wsdl": "",
    });
    expect(findSpecs(folder)).toEqual({
      customers: { inputs: ["docs/customers"] },
      Orders: { inputs: ["wsdl/Orders.wsdl"] },
    });
  });

  test("may not be there", () => {
    expect(findSpecs(projectFolder({ "readme.md": "x" }))).toBeUndefined();
  });
});

import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { writeDocument, writeDocuments } from "../../../src/output/index.js";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "soapstone-document-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("a file that the user names", () => {
  test("is new, or replaced with its permissions", () => {
    const path = join(folder, "x.wsdl");
    expect(writeDocument(path, "one")).toBe(undefined);
    writeFileSync(join(folder, "y.wsdl"), "", { mode: 0o600 });
    expect(writeDocument(join(folder, "y.wsdl"), "two")).toBe(undefined);
    expect(readFileSync(join(folder, "y.wsdl"), "utf8")).toBe("two");
    expect(statSync(join(folder, "y.wsdl")).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(["x.wsdl", "y.wsdl"]);
  });

  test("is reached through a link, which stays one", () => {
    writeFileSync(join(folder, "target"), "old");
    symlinkSync("target", join(folder, "link"));
    expect(writeDocument(join(folder, "link"), "new")).toBe(undefined);
    expect(readFileSync(join(folder, "target"), "utf8")).toBe("new");
    expect(lstatSync(join(folder, "link")).isSymbolicLink()).toBe(true);
  });

  test.runIf(process.platform === "linux")("may be a device", () => {
    expect(writeDocument("/dev/null", "text")).toBe(undefined);
    expect(statSync("/dev/null").isCharacterDevice()).toBe(true);
  });

  test("is refused in words", () => {
    mkdirSync(join(folder, "folder"));
    expect(writeDocument(join(folder, "folder"), "")).toBe(
      "a folder is where a file is needed",
    );
    expect(writeDocument(join(folder, "none/x"), "")).toBe(
      "the folder that it belongs into does not exist",
    );
  });
});

describe("files of a pull", () => {
  test("replace a link, and leave alone what it leads to", () => {
    const outside = join(folder, "outside");
    writeFileSync(outside, "mine");
    mkdirSync(join(folder, "in"));
    symlinkSync(outside, join(folder, "in/a.wsdl"));
    const owned = new Set(["a.wsdl"]);
    const files = [{ name: "a.wsdl", content: "pulled" }];
    const target = { folder: join(folder, "in"), owned };
    expect(writeDocuments(target, files)).toBe(undefined);
    expect(readFileSync(outside, "utf8")).toBe("mine");
    expect(readFileSync(join(folder, "in/a.wsdl"), "utf8")).toBe("pulled");
  });

  test.runIf(process.platform === "linux")(
    "end where a folder cannot be made, rather than never",
    () => {
      const target = { folder: "/proc/none/such", owned: new Set<string>() };
      expect(writeDocuments(target, [])).toEqual({
        name: "",
        reason: "the folder that it belongs into does not exist",
      });
    },
  );
});

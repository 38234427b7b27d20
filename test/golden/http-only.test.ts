import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readFiles } from "../support/infer-files.js";
import { writePlanned } from "../support/write-planned.js";

const get = `ListShelves

GET /stock/Warehouse.asmx/ListShelves?hall=string&kind=string HTTP/1.1
Host: warehouse.example.com
`;
const post = `
POST /stock/Warehouse.asmx/ListShelves HTTP/1.1
Host: warehouse.example.com
Content-Type: application/x-www-form-urlencoded
Content-Length: length

hall=string&kind=string
`;
const reply = `HTTP/1.1 200 OK
Content-Type: text/xml; charset=utf-8
Content-Length: length

<?xml version="1.0" encoding="utf-8"?>
<string xmlns="urn:example:warehouse">string</string>
`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "soapstone-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function read(text: string): ReturnType<typeof readFiles> {
  writePlanned(folder, [{ path: "page.txt", text }]);
  return readFiles([join(folder, "page.txt")]);
}

describe("a page with HTTP sections only", () => {
  it("gives one operation that GET and POST carry", async () => {
    const { model, diagnostics } = await read(get + reply + post + reply);
    expect(diagnostics.filter(({ severity }) => severity !== "info")).toEqual(
      [],
    );
    expect(
      model.operations.map(({ name, bindings }) => [
        name,
        ...bindings.map(({ protocol }) => protocol),
      ]),
    ).toEqual([["ListShelves", "http-get", "http-post"]]);
  });

  it("says so when it shows no reply", async () => {
    const { diagnostics } = await read(get + post);
    expect(diagnostics.map(({ code }) => code)).toContain("infer/no-response");
  });
});

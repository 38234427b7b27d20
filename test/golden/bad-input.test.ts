import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");
const page = readFileSync(
  join(root, "specs/customers/UpdateCustomerAccountOrder.txt"),
  "utf8",
);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "soapstone-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

interface Run {
  readonly status: number | null;
  readonly text: string;
}

/** The built command line, as a user runs it. */
function generate(args: readonly string[]): Run {
  const cli = join(root, "dist/cli/main.js");
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [cli, "generate", ...args, "-n", "svc"],
    { cwd: folder, encoding: "utf8" },
  );
  return { status, text: stdout + stderr };
}

function write(name: string, content: string | Uint8Array): void {
  writeFileSync(join(folder, name), content);
}

const refused: readonly {
  readonly what: string;
  readonly content: string | Uint8Array;
  readonly code: string;
}[] = [
  { what: "an empty file", content: "", code: "page/no-samples" },
  {
    what: "a binary",
    content: Uint8Array.from({ length: 2000 }, (_, index) => (index * 7) % 256),
    code: "load/binary",
  },
  {
    what: "a page without samples",
    content: "Customers\n\nAn API for customers.\n",
    code: "page/no-samples",
  },
  {
    what: "a page cut off in the middle of a message",
    content: page.split("\n").slice(0, 25).join("\n"),
    code: "page/truncated-sample",
  },
  {
    what: "a page that ends after the head of the request",
    content: page.slice(0, page.indexOf("<?xml")),
    code: "page/no-samples",
  },
  {
    what: "a page that ends with the start tag of the body",
    content: page.slice(0, page.indexOf("<soap:Body>") + 11),
    code: "page/no-samples",
  },
  {
    what: "a page that ends before the body of the request",
    content: page.slice(0, page.indexOf("<soap:Body>")),
    code: "infer/no-request",
  },
  {
    what: "malformed XML beyond repair",
    content:
      'POST /x.asmx HTTP/1.1\nHost: h.example\nContent-Type: text/xml\n\n<?xml version="1.0"?>\n<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body><a <b x= <<</c></soap:Body>\n',
    code: "page/no-samples",
  },
];

describe("generate", () => {
  it.each(refused)(
    "refuses $what with $code, its place and one action, and writes nothing",
    ({ content, code }) => {
      write("page.txt", content);
      const { status, text } = generate(["page.txt", "-o", "out"]);
      expect(status).toBe(1);
      expect(text).toMatch(
        new RegExp(`^error ${code} .+\\n {2}at page\\.txt:\\d+:\\d+$`, "m"),
      );
      expect(text).toMatch(/^ {2}do {2}.+$/m);
      expect(text).toContain("nothing was written");
      expect(readdirSync(folder)).toEqual(["page.txt"]);
    },
  );

  it("reports once, with both places, where two pages contradict each other", () => {
    write("a.txt", page);
    write("b.txt", page.replaceAll("<Id>int</Id>", "<Id>string</Id>"));
    const { status, text } = generate(["a.txt", "b.txt", "-o", "out"]);
    expect(status).toBe(0);
    expect(text.match(/^warning infer\/conflict /gm)).toHaveLength(1);
    expect(text).toMatch(/^ {2}at a\.txt:\d+:\d+$/m);
    expect(text).toMatch(/^ {2}see b\.txt:\d+:\d+ /m);
  });

  it("leaves a file that is not its own alone, and writes nothing beside it", () => {
    write("page.txt", page);
    mkdirSync(join(folder, "out"));
    write("out/types.ts", "mine");
    const { status, text } = generate(["page.txt", "-o", "out"]);
    expect(status).toBe(1);
    expect(text).toMatch(
      /^error output\/in-the-way .+\n {2}at out\/types\.ts:1:1$/m,
    );
    expect(readdirSync(join(folder, "out"))).toEqual(["types.ts"]);
    expect(readFileSync(join(folder, "out/types.ts"), "utf8")).toBe("mine");
  });

  it("keeps other files in the output folder as they are", () => {
    write("page.txt", page);
    mkdirSync(join(folder, "out"));
    write("out/notes.txt", "mine");
    expect(generate(["page.txt", "-o", "out"]).status).toBe(0);
    expect(readFileSync(join(folder, "out/notes.txt"), "utf8")).toBe("mine");
  });

  it("says that it cannot write into a folder, and leaves nothing there", () => {
    write("page.txt", page);
    mkdirSync(join(folder, "locked"));
    chmodSync(join(folder, "locked"), 0o555);
    // Permissions do not hold root back; a file in place of the folder does.
    const isRoot = process.getuid?.() === 0;
    if (isRoot) write("file", "mine");
    const out = isRoot ? "file/out" : "locked/out";
    const { status, text } = generate(["page.txt", "-o", out]);
    expect(status).toBe(5);
    expect(text).toMatch(/^error output\/write-failed .+$/m);
    expect(text).toMatch(/^ {2}do {2}.+$/m);
    expect(readdirSync(join(folder, "locked"))).toEqual([]);
    expect(existsSync(join(folder, out))).toBe(false);
  });
});

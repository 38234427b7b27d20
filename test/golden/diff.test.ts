import { execFileSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { runCli } from "../../src/cli/run-cli.js";
import { root } from "../support/infer-files.js";

let folder = "";

function git(...args: readonly string[]): void {
  const identity = ["-c", "user.name=t", "-c", "user.email=t@example.com"];
  execFileSync("git", [...identity, ...args], { cwd: folder, stdio: "ignore" });
}

/** A repository with a config, a service of a WSDL and one of a page, committed as they are. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "soapstone-diff-"));
  mkdirSync(join(folder, "api/specs"), { recursive: true });
  for (const name of ["orders", "customers"])
    cpSync(join(root, "specs", name), join(folder, "api/specs", name), {
      recursive: true,
    });
  writeFileSync(
    join(folder, "api/soapstone.config.json"),
    '{ "services": "specs/*" }',
  );
  git("init", "-q");
  git("add", "-A");
  git("commit", "-q", "-m", "first");
});
afterEach(() => rmSync(folder, { recursive: true }));

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function run(...args: readonly string[]): Promise<Run> {
  const printed = { out: "", err: "" };
  const code = await runCli(args, {
    cwd: join(folder, "api"),
    environment: {},
    out: (text) => void (printed.out += text),
    err: (text) => void (printed.err += text),
    outIsTerminal: false,
    errIsTerminal: false,
    columns: 100,
  });
  return { code, ...printed };
}

function diff(...args: readonly string[]): Promise<Run> {
  return run("diff", ...args);
}

const schema = "api/specs/orders/orders.xsd";

function replace(path: string, from: string, to: string): void {
  const text = readFileSync(join(folder, path), "utf8");
  expect(text).toContain(from);
  writeFileSync(join(folder, path), text.replace(from, to));
}

function change(): void {
  const note = '<xs:element name="note" type="xs:string" minOccurs="0"/>';
  const gift = '<xs:element name="gift" type="xs:boolean" minOccurs="0"/>';
  replace(schema, note, `${note.replace(' minOccurs="0"', "")}${gift}`);
  replace(
    schema,
    '<xs:enumeration value="cancelled"/>',
    '<xs:enumeration value="cancelled"/><xs:enumeration value="lost"/>',
  );
}

describe("soapstone diff git:REF", () => {
  test("tells what the working tree changes, as text", async () => {
    change();
    const { code, out } = await diff("git:HEAD", "orders");
    expect(code).toBe(4);
    expect(out).toMatchInlineSnapshot(`
      "Breaks the wire: callers get faults, or cannot read answers
        change/request-member-required PlaceOrder → request/PlaceOrder/note must be given now; it could be left out
          at  specs/orders/orders.xsd:24:9  was git:HEAD:specs/orders/orders.xsd:24:9
          why Requests without the member were valid and are refused now; calls without it no longer compile.
          do  Leave it optional (minOccurs="0"), with a default on the side of the service. Accept the change with \`--allow change/request-member-required\`.

      Breaks types: code that uses the SDK no longer compiles
        change/response-literal-added PlaceOrder → response/PlaceOrderResponse/status can be "lost" in answers now (2 operations)
          at  specs/orders/orders.xsd:83:3  was git:HEAD:specs/orders/orders.xsd:83:3
          why The union of literals has one more: an exhaustive switch no longer is, and SDKs generated before refuse the value.
          do  Handle the literal where literals are told apart. Accept the change with \`--allow change/response-literal-added\`.

      Compatible
        change/request-member-added PlaceOrder → request/PlaceOrder/gift can be given now: xs:boolean, optional  specs/orders/orders.xsd:24:51

      2 breaking (1 wire, 1 types), 1 compatible
      "
    `);
  });

  test("is fine where nothing changed, also from a commit before", async () => {
    writeFileSync(join(folder, "README"), "more");
    git("add", "-A");
    git("commit", "-q", "-m", "second");
    for (const ref of ["git:HEAD", "git:HEAD~1"])
      expect(await diff(ref)).toMatchObject({ code: 0, out: "no changes\n" });
  });

  test("names the service where there are several", async () => {
    change();
    const { out } = await diff("git:HEAD");
    expect(out).toContain("orders: PlaceOrder → request/PlaceOrder/note");
  });

  test("services of the pattern come and go", async () => {
    rmSync(join(folder, "api/specs/customers"), { recursive: true });
    cpSync(join(root, "specs/library"), join(folder, "api/specs/library"), {
      recursive: true,
    });
    const { code, out } = await diff("git:HEAD");
    expect(code).toBe(4);
    expect(out).toContain("change/service-removed service customers is gone");
    expect(out).toContain("change/service-added service library is new");
  });

  test("what is accepted does not fail, and is told", async () => {
    change();
    const codes =
      "change/request-member-required,change/response-literal-added";
    const { code, out } = await diff("git:HEAD", "--allow", codes);
    expect(code).toBe(0);
    expect(out).toContain("0 breaking (0 wire, 0 types), 2 accepted");
  });

  test("severities of the config accept changes too", async () => {
    change();
    const severities = {
      "change/request-member-required": "warning",
      "change/response-literal-added": "info",
    };
    writeFileSync(
      join(folder, "api/soapstone.config.json"),
      JSON.stringify({ services: "specs/*", severities }),
    );
    expect((await diff("git:HEAD")).code).toBe(0);
  });

  test("names that the committed SDK had are compared with those it has", async () => {
    await run("generate");
    git("add", "-A");
    git("commit", "-q", "-m", "generated");
    expect(await diff("git:HEAD")).toMatchObject({ code: 0 });
    const manifest = "api/generated/orders/soapstone.manifest.json";
    replace(manifest, '"findOrders"', '"searchOrders"');
    const { code, out } = await diff("git:HEAD");
    expect(code).toBe(4);
    expect(out).toContain(
      "change/name-changed orders: function findOrders is called searchOrders in the SDK now",
    );
  });

  test.each([
    ["git:nothing", "diff/unknown-ref"],
    ["git:--output=x", "diff/unknown-ref"],
    ["git:HEAD;ls", "diff/unknown-ref"],
    ["git:", "diff/unknown-ref"],
    ["nothing.wsdl", "load/not-found"],
  ])("%s cannot be read", async (old, found) => {
    const { code, out, err } = await diff(old);
    expect([code, out]).toEqual([5, ""]);
    expect(err).toContain(found);
  });

  test("an old state with problems is not compared", async () => {
    const text = readFileSync(join(folder, schema), "utf8");
    replace(schema, 'type="Reference"', 'type="Reverence"');
    git("commit", "-q", "-a", "-m", "broken");
    writeFileSync(join(folder, schema), text);
    const { code, out, err } = await diff("git:HEAD");
    expect([code, out]).toEqual([1, ""]);
    expect(err).toContain("at git:HEAD:specs/orders/orders.xsd:16:9");
  });

  test("a link that was committed leads nowhere", async () => {
    rmSync(join(folder, schema));
    execFileSync("ln", ["-s", "/etc/passwd", join(folder, schema)]);
    git("add", "-A");
    git("commit", "-q", "-m", "link");
    const { code, err } = await diff("git:HEAD", "orders");
    expect([code, err.includes("root:")]).toEqual([1, false]);
  });
});

describe("soapstone diff OLD NEW", () => {
  beforeEach(() => {
    cpSync(join(folder, "api/specs/orders"), join(folder, "old"), {
      recursive: true,
    });
    change();
  });

  test.each(["json", "github", "gitlab", "sarif", "junit", "markdown"])(
    "as %s, on stdout",
    async (format) => {
      const args = ["../old", "specs/orders", "--format", format];
      const { code, out } = await diff(...args);
      expect(code).toBe(4);
      expect(out).toContain("change/response-literal-added");
      expect(out).toContain("PlaceOrder → request/PlaceOrder/note");
    },
  );

  test("as JSON with all facts", async () => {
    const { out } = await diff("../old", "specs/orders", "--format", "json");
    const { diagnostics } = JSON.parse(out) as {
      readonly diagnostics: readonly unknown[];
    };
    expect(diagnostics).toHaveLength(3);
    expect(diagnostics[1]).toMatchInlineSnapshot(`
      {
        "cause": "The union of literals has one more: an exhaustive switch no longer is, and SDKs generated before refuse the value.",
        "code": "change/response-literal-added",
        "help": "Handle the literal where literals are told apart. Accept the change with \`--allow change/response-literal-added\`.",
        "message": "PlaceOrder → response/PlaceOrderResponse/status can be "lost" in answers now (2 operations)",
        "parameters": {
          "breaks": "types",
          "is": ""lost"",
          "operations": "2",
          "path": "PlaceOrder → response/PlaceOrderResponse/status",
          "reach": " (2 operations)",
          "was": "",
        },
        "related": [
          {
            "message": "as it was",
            "span": {
              "column": 3,
              "file": "../old/orders.xsd",
              "length": 382,
              "line": 83,
              "offset": 2882,
            },
          },
        ],
        "severity": "error",
        "span": {
          "column": 3,
          "file": "specs/orders/orders.xsd",
          "length": 412,
          "line": 83,
          "offset": 2925,
        },
      }
    `);
  });

  test("a file with services of the config, by name", async () => {
    const { code } = await diff("../old/orders.wsdl");
    expect(code).toBe(4);
  });

  test("nothing in common is wrong usage", async () => {
    cpSync(join(folder, "old"), join(folder, "api/specs/others"), {
      recursive: true,
    });
    const { code, err } = await diff("../old");
    expect(code).toBe(2);
    expect(err).toContain("OLD has old, NEW has customers, orders, others");
  });

  test("a manifest tells names", async () => {
    await run("generate", "specs/orders", "-o", "sdk", "--name", "orders");
    const same = await diff("sdk", "specs/orders");
    expect(same).toMatchObject({ code: 0, out: "no changes\n" });
    expect(same.err).toContain("diff/names-only");
    replace("api/specs/orders/orders.wsdl", '"CancelOrder"', '"StopOrder"');
    const wsdl = readFileSync(
      join(folder, "api/specs/orders/orders.wsdl"),
      "utf8",
    );
    writeFileSync(
      join(folder, "api/specs/orders/orders.wsdl"),
      wsdl.replaceAll(
        'operation name="CancelOrder"',
        'operation name="StopOrder"',
      ),
    );
    const { code, out, err } = await diff("sdk", "specs/orders");
    expect(code).toBe(4);
    expect(out).toContain("change/operation-removed function cancelOrder");
    expect(out).toContain("change/operation-added function stopOrder");
    expect(err).toContain("not made from: specs/orders/orders.wsdl");
  });

  test("a damaged manifest is said to be", async () => {
    mkdirSync(join(folder, "sdk"));
    writeFileSync(join(folder, "sdk/soapstone.manifest.json"), "<<<<<<<");
    const { code, err } = await diff("../sdk", "specs/orders");
    expect(code).toBe(5);
    expect(err).toContain("diff/bad-manifest");
  });

  test.each([
    [[], "say what to compare with"],
    [
      ["../old", "--allow", "change/port-remove"],
      'did you mean "change/port-removed"?',
    ],
  ])("%j is wrong usage", async (args, reason) => {
    const { code, err } = await diff(...args);
    expect(code).toBe(2);
    expect(err).toContain(reason);
  });
});

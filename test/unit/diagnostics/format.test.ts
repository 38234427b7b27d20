import { describe, expect, test } from "vitest";
import {
  diagnosticsJsonSchema,
  formatDiagnostics,
  type DiagnosticFormat,
} from "../../../src/diagnostics/index.js";
import { context, sampleDiagnostics } from "./sample-diagnostics.js";

function format(name: DiagnosticFormat): string {
  return formatDiagnostics(name, sampleDiagnostics(), context);
}

describe("text", () => {
  test("shows code, place, source line, underline, related places, cause and action", () => {
    expect(format("text")).toBe(`\
error config/bad-value "a|b" must be <text>, not "@you"
  at specs/my page.xml:2:11
    |
  2 |  <b type="x:Foo"/> <!-- | -->
    |           ^^^^^
  see specs/my page.xml:1:1 used here
  why The value has the wrong type or is not one of those allowed.
  do  Set "a|b" to <text>.

warning output/stale out/100%,a:b.ts is not what the specs make now
  why The specs, the config or soapstone changed after the file was generated.
  do  Run \`soapstone generate\` and commit the result.

1 error, 1 warning, 1 note (shown with --verbose)
`);
  });

  test("shows notes when verbose", () => {
    const text = formatDiagnostics("text", sampleDiagnostics(), {
      ...context,
      isVerbose: true,
    });
    expect(text).toContain("info output/foreign-attributes");
    expect(text).toMatch(/, 1 note\n$/);
  });

  test("colours only when told to", () => {
    expect(format("text")).not.toContain("\u001b");
    const coloured = formatDiagnostics("text", sampleDiagnostics(), {
      ...context,
      useColour: true,
    });
    expect(coloured).toContain("\u001b[31merror config/bad-value\u001b[0m");
  });

  test("counts related places beyond the first five", () => {
    const [first] = sampleDiagnostics();
    if (first === undefined) throw new Error("the sample is empty");
    const [place] = first.related;
    if (place === undefined) throw new Error("the sample has no related place");
    const many = { ...first, related: Array.from({ length: 8 }, () => place) };
    const text = formatDiagnostics("text", [many], context);
    expect(text.match(/used here/g)).toHaveLength(5);
    expect(text).toContain("see 3 more");
  });

  test("is empty when nothing was found", () => {
    expect(formatDiagnostics("text", [], context)).toBe("");
  });
});

describe("json", () => {
  test("has all that is known about a finding", () => {
    const document: unknown = JSON.parse(format("json"));
    expect(document).toMatchObject({
      version: 1,
      diagnostics: [
        {
          code: "config/bad-value",
          severity: "error",
          message: '"a|b" must be <text>, not "@you"',
          span: { file: "specs/my page.xml", line: 2, column: 11, length: 5 },
          related: [{ message: "used here" }],
          help: 'Set "a|b" to <text>.',
        },
        { code: "output/stale", severity: "warning" },
        { code: "output/foreign-attributes", severity: "info" },
      ],
    });
  });

  test("has exactly the members that the published schema names", () => {
    const document: { diagnostics: readonly object[] } = JSON.parse(
      format("json"),
    );
    const { diagnostic } = diagnosticsJsonSchema.$defs;
    const names = new Set(Object.keys(diagnostic.properties));
    for (const one of document.diagnostics) {
      const members = Object.keys(one);
      expect(members.filter((member) => !names.has(member))).toEqual([]);
      expect(members).toEqual(expect.arrayContaining([...diagnostic.required]));
    }
  });
});

test("github has one workflow command per finding, with separators escaped", () => {
  expect(format("github").split("\n")).toEqual([
    '::error file=specs/my page.xml,line=2,col=11,title=config/bad-value::"a|b" must be <text>, not "@you" [config/bad-value]%0ASet "a|b" to <text>.',
    "::warning title=output/stale::out/100%25,a:b.ts is not what the specs make now [output/stale]%0ARun `soapstone generate` and commit the result.",
    "::notice title=output/foreign-attributes::out/.gitattributes is your own and was left as it is [output/foreign-attributes]%0AAdd `index.ts linguist-generated` and the like to out/.gitattributes if you want reviews to fold generated files.",
    "",
  ]);
});

describe("gitlab", () => {
  test("is a Code Quality report", () => {
    expect(JSON.parse(format("gitlab"))).toMatchObject([
      {
        check_name: "config/bad-value",
        severity: "major",
        location: { path: "specs/my page.xml", lines: { begin: 2 } },
      },
      { check_name: "output/stale", severity: "minor" },
      { check_name: "output/foreign-attributes", severity: "info" },
    ]);
  });

  test("gives equal findings different fingerprints", () => {
    const twice = [...sampleDiagnostics(), ...sampleDiagnostics()];
    const issues: readonly { fingerprint: string }[] = JSON.parse(
      formatDiagnostics("gitlab", twice, context),
    );
    expect(new Set(issues.map((issue) => issue.fingerprint)).size).toBe(6);
  });
});

test("sarif has rules, levels, places and an encoded file name", () => {
  const log: unknown = JSON.parse(format("sarif"));
  expect(log).toMatchObject({
    version: "2.1.0",
    runs: [
      {
        columnKind: "utf16CodeUnits",
        tool: {
          driver: {
            version: "1.2.3",
            rules: [
              { id: "config/bad-value" },
              { id: "output/foreign-attributes" },
              { id: "output/stale" },
            ],
          },
        },
        results: [
          {
            ruleIndex: 0,
            level: "error",
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: "specs/my%20page.xml" },
                  region: { startLine: 2, startColumn: 11, charLength: 5 },
                },
              },
            ],
            relatedLocations: [{ message: { text: "used here" } }],
          },
          { ruleIndex: 2, level: "warning", locations: [] },
          { ruleIndex: 1, level: "note" },
        ],
      },
    ],
  });
});

describe("junit", () => {
  test("has a failed case per error and escapes markup", () => {
    const text = format("junit");
    expect(text).toContain(
      '<testsuites name="soapstone" tests="3" failures="1">',
    );
    expect(text).toContain(
      '<failure type="config/bad-value" message="&quot;a|b&quot; must be &lt;text&gt;, not &quot;@you&quot;">',
    );
    expect(text.match(/<failure/g)).toHaveLength(1);
  });

  test("has a passed case when nothing was found", () => {
    const text = formatDiagnostics("junit", [], context);
    expect(text).toContain('tests="1" failures="0"');
  });
});

test("markdown is a table in which text of the input is no markup", () => {
  const lines = format("markdown").split("\n");
  expect(lines[2]).toBe(
    '| error | `config/bad-value` | specs/my page.xml:2:11 | "a\\|b" must be &lt;text&gt;, not "&#64;you" | Set "a\\|b" to &lt;text&gt;. |',
  );
  expect(lines).toHaveLength(6);
});

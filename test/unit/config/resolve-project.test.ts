import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { projectFolder, resolve } from "./fixture.js";

describe("without a config", () => {
  test("inputs are one service, written straight into the output folder", async () => {
    const cwd = projectFolder();
    const { project, found } = await resolve(cwd, {
      inputs: ["docs/one page.html", "docs/two.html"],
    });
    expect(found).toEqual([]);
    expect(project.services).toEqual([
      {
        name: "docs",
        inputs: ["docs/one page.html", "docs/two.html"],
        folder: "",
      },
    ]);
    expect(project.output.root).toBe(join(cwd, "generated"));
    expect(project.isComplete).toBe(false);
    expect(project.importExtension).toBe(".js");
  });

  test.each([
    ["my page.html", "my-page"],
    ["https://host/api/Customers.asmx?wsdl", "Customers"],
    ["../../..", "service"],
    ["runtime.wsdl", "service"],
    ["con.wsdl", "service"],
    ["Zählwerk.wsdl", "Zählwerk"],
  ])("%s is called %s", async (input, name) => {
    const { project } = await resolve(projectFolder(), { inputs: [input] });
    expect(project.services[0]?.name).toBe(name);
  });

  test("a folder that holds only folders is one service each", async () => {
    const cwd = projectFolder({ "specs/b/x.wsdl": "", "specs/a/y.wsdl": "" });
    const { project } = await resolve(cwd, { inputs: ["specs"] });
    expect(project.services).toEqual([
      { name: "a", inputs: ["specs/a"], folder: "a" },
      { name: "b", inputs: ["specs/b"], folder: "b" },
    ]);
  });

  test("a folder that holds one folder is written straight into the output folder", async () => {
    const cwd = projectFolder({ "specs/a/x.wsdl": "" });
    const { project } = await resolve(cwd, { inputs: ["specs"] });
    expect(project.services).toEqual([
      { name: "a", inputs: ["specs/a"], folder: "" },
    ]);
  });

  test("a folder that holds files too is one service", async () => {
    const cwd = projectFolder({ "specs/a/x.wsdl": "", "specs/y.wsdl": "" });
    const { project } = await resolve(cwd, { inputs: ["specs"] });
    expect(project.services).toEqual([
      { name: "specs", inputs: ["specs"], folder: "" },
    ]);
  });

  test("services with one name are an error", async () => {
    const cwd = projectFolder({ "s/a/x.wsdl": "", "t/A/x.wsdl": "" });
    const { found } = await resolve(cwd, { inputs: ["s", "t"] });
    expect(found).toEqual(["config/bad-service-name"]);
  });
});

test("a file of the catalog that is not there is a slip, whether it is asked for or not", async () => {
  const catalog = { "urn:x": "x.xsd", "urn:y": "sub/y.xsd" };
  const cwd = projectFolder({
    "soapstone.config.json": JSON.stringify({ services: {}, catalog }),
    "sub/y.xsd": "",
  });
  expect((await resolve(cwd)).found).toEqual([
    "config/bad-value soapstone.config.json:1:27",
  ]);
  const flags = { catalog: ["urn:x=y.xsd"] };
  const below = await resolve(join(cwd, "sub"), { flags });
  expect(below.found).toEqual([]);
  const wrong = await resolve(cwd, { flags: { catalog: ["urn:x=z.xsd"] } });
  expect(wrong.diagnostics[0]?.message).toBe(
    '"catalog.urn:x" must be a file that exists, not "z.xsd"',
  );
});

describe("with a config", () => {
  const config = JSON.stringify({
    output: "src/api",
    services: "specs/*",
    operations: ["Get*"],
    severities: { "output/stale": "warning" },
    offline: true,
    catalog: { "urn:x": "x.xsd" },
    types: { "xs:base64Binary": "stream" },
    importExtension: ".ts",
  });

  test("each folder the pattern matches is a service", async () => {
    const cwd = projectFolder({
      "soapstone.config.json": config,
      "specs/b/x.wsdl": "",
      "specs/a/y.wsdl": "",
      "specs/.hidden/z.wsdl": "",
      "x.xsd": "",
    });
    const { project, found } = await resolve(cwd);
    expect(found).toEqual([]);
    expect(project).toMatchObject({
      folder: cwd,
      output: { root: join(cwd, "src/api"), shown: "src/api" },
      services: [
        { name: "a", inputs: ["specs/a"], folder: "a", operations: ["Get*"] },
        { name: "b", inputs: ["specs/b"], folder: "b" },
      ],
      isComplete: true,
      importExtension: ".ts",
      isOffline: true,
    });
    expect(project.severities.get("output/stale")).toBe("warning");
    expect(project.catalog.get("urn:x")).toBe("x.xsd");
    expect(project.types.get("xs:base64Binary")).toBe("stream");
  });

  test("names of services select some", async () => {
    const cwd = projectFolder({
      "soapstone.config.json": config,
      "specs/b/x.wsdl": "",
      "specs/a/y.wsdl": "",
    });
    const { project } = await resolve(cwd, { inputs: ["b"] });
    expect(project.services.map(({ name }) => name)).toEqual(["b"]);
    expect(project.services[0]?.folder).toBe("b");
    expect(project.isComplete).toBe(false);
  });

  test("is found from a folder below, and paths stay relative to it", async () => {
    const cwd = projectFolder({
      "soapstone.config.json": config,
      "specs/a/y.wsdl": "",
      "deep/er/x": "",
    });
    const { project } = await resolve(join(cwd, "deep/er"));
    expect(project.folder).toBe(cwd);
    expect(project.output.root).toBe(join(cwd, "src/api"));
    const other = await resolve(join(cwd, "deep/er"), { inputs: ["x"] });
    expect(other.project.services[0]?.inputs).toEqual(["deep/er/x"]);
  });

  test("is read from package.json, and problems point into it", async () => {
    const cwd = projectFolder({
      "package.json": '{\n  "soapstone": {\n    "ouput": "x"\n  }\n}',
    });
    const { found, diagnostics } = await resolve(cwd, { inputs: ["a.wsdl"] });
    expect(found).toEqual(["config/unknown-key package.json:3:5"]);
    expect(diagnostics[0]?.message).toContain('did you mean "output"?');
  });

  test("is a program where it ends in .mjs", async () => {
    const cwd = projectFolder({
      "soapstone.config.mjs":
        'export default { services: { a: { inputs: ["a.wsdl"] } } };',
    });
    const { project, found } = await resolve(cwd);
    expect(found).toEqual([]);
    expect(project.services).toEqual([
      { name: "a", inputs: ["a.wsdl"], folder: "a" },
    ]);
  });

  test.each(["throw new Error('no')", "export const a = 1", "syntax error("])(
    "that is a program which fails is an error: %s",
    async (text) => {
      const cwd = projectFolder({ "soapstone.config.mjs": text });
      const { found } = await resolve(cwd);
      expect(found).toEqual(["config/load-failed soapstone.config.mjs:1:1"]);
    },
  );

  test("two of them are an error", async () => {
    const cwd = projectFolder({
      "soapstone.config.mjs": "export default {}",
      "soapstone.config.json": "{}",
    });
    expect((await resolve(cwd)).found).toEqual(["config/ambiguous"]);
  });

  test("one that is named but missing is an error", async () => {
    const { found } = await resolve(projectFolder(), {
      flags: { config: "x.json" },
    });
    expect(found).toEqual(["config/not-found"]);
  });

  test("a pattern that matches nothing is an error", async () => {
    const cwd = projectFolder({
      "soapstone.config.json": '{ "services": "spec/*" }',
    });
    expect((await resolve(cwd)).found).toEqual([
      "config/no-services soapstone.config.json:1:3",
    ]);
  });

  test.each([
    ['{ "output": 1 }', "config/bad-value soapstone.config.json:1:3"],
    [
      '{ "importExtension": ".mjs" }',
      "config/bad-value soapstone.config.json:1:3",
    ],
    ['{ "services": [] }', "config/bad-value soapstone.config.json:1:3"],
    [
      '{ "services": { "a": { "inputs": "x" } } }',
      "config/bad-value soapstone.config.json:1:24",
    ],
    [
      '{ "services": { "a": {} } }',
      "config/bad-value soapstone.config.json:1:17",
    ],
    [
      '{ "services": { "../a": { "inputs": ["x"] } } }',
      "config/bad-service-name soapstone.config.json:1:17",
    ],
    [
      '{ "services": { "runtime": { "inputs": ["x"] } } }',
      "config/bad-service-name soapstone.config.json:1:17",
    ],
    [
      '{ "severities": { "output/stal": "info" } }',
      "cli/unknown-code soapstone.config.json:1:19",
    ],
    [
      '{ "severities": { "output/stale": "off" } }',
      "config/bad-value soapstone.config.json:1:19",
    ],
    ["[]", "config/bad-value soapstone.config.json:1:1"],
    ['{ "output": }', "config/syntax soapstone.config.json:1:13"],
  ])("%s is an error at its place", async (text, expected) => {
    const cwd = projectFolder({ "soapstone.config.json": text });
    expect((await resolve(cwd)).found).toEqual([expected]);
  });
});

describe("precedence", () => {
  const files = {
    "soapstone.config.json":
      '{ "output": "from-config", "services": { "a": { "inputs": ["a"], "operations": ["A"] } } }',
  };

  test("the environment wins over the config", async () => {
    const cwd = projectFolder(files);
    const environment = { SOAPSTONE_OUTPUT: "from-env" };
    const { project } = await resolve(cwd, { environment });
    expect(project.output.shown).toBe("from-env");
  });

  test("flags win over the environment", async () => {
    const { project } = await resolve(projectFolder(files), {
      environment: {
        SOAPSTONE_OUTPUT: "from-env",
        SOAPSTONE_OPERATIONS: "B,C",
      },
      flags: { output: "from-flag" },
    });
    expect(project.output.shown).toBe("from-flag");
    expect(project.services[0]?.operations).toEqual(["B", "C"]);
  });

  test("build servers are offline unless told otherwise", async () => {
    const cwd = projectFolder();
    const inputs = ["a.wsdl"];
    const environment = { CI: "true" };
    const inCi = await resolve(cwd, { inputs, environment });
    expect(inCi.project.isOffline).toBe(true);
    const flags = { offline: false };
    const told = await resolve(cwd, { inputs, environment, flags });
    expect(told.project.isOffline).toBe(false);
  });

  test.each([
    ["SOAPSTONE_OUPUT", "x", "config/unknown-variable"],
    ["SOAPSTONE_FORCE", "maybe", "config/bad-value"],
    ["SOAPSTONE_FORMAT", "xml", "config/bad-value"],
  ])("%s=%s is an error", async (name, value, code) => {
    const { found } = await resolve(projectFolder(), {
      inputs: ["a.wsdl"],
      environment: { [name]: value },
    });
    expect(found).toEqual([code]);
  });
});

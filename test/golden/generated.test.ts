import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as esbuild from "esbuild";
import { format } from "prettier";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createSink } from "../../src/diagnostics/index.js";
import {
  generateServices,
  type PipelineOptions,
  type PlannedFile,
  type ServiceJob,
} from "../../src/pipeline.js";
import { typeCheck } from "../support/type-check.js";
import { writePlanned } from "../support/write-planned.js";

const root = join(import.meta.dirname, "../..");
const jobs: readonly ServiceJob[] = readdirSync(join(root, "specs")).map(
  (name) => ({ name, inputs: [`specs/${name}`], folder: name }),
);

function options(importExtension: ".js" | ".ts"): PipelineOptions {
  return {
    cwd: root,
    importExtension,
    severities: new Map(),
    offline: true,
    catalog: new Map(),
    typeMap: new Map(),
  };
}

async function generate(
  importExtension: ".js" | ".ts" = ".js",
): Promise<readonly PlannedFile[]> {
  const generated = await generateServices(
    jobs,
    options(importExtension),
    new Map(),
  );
  return [
    ...generated.services.flatMap(({ files }) => files),
    ...generated.sharedFiles,
  ];
}

const folders: string[] = [];
function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "soapstone-"));
  folders.push(folder);
  return folder;
}
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

let files: readonly PlannedFile[];
beforeAll(async () => {
  files = await generate();
});

describe("the SDKs of specs/", () => {
  it("are what is committed under generated/", () => {
    const committed = Object.fromEntries(
      files.map(({ path }) => [
        path,
        readFileSync(join(root, "generated", path), "utf8"),
      ]),
    );
    expect(
      Object.fromEntries(files.map(({ path, text }) => [path, text])),
    ).toEqual(committed);
  });

  it("come out the same twice", async () => {
    expect(await generate()).toEqual(files);
  });

  it("are formatted as prettier formats them", async () => {
    const sources = files.filter(({ path }) => path.endsWith(".ts"));
    for (const { path, text } of sources) {
      for (const parser of ["typescript", "babel-ts"] as const) {
        const formatted = await format(text, { parser, filepath: path });
        expect(text, path).toBe(formatted);
      }
    }
  });

  it("hold no dates, no absolute paths and no name of this machine", () => {
    for (const { path, text } of files) {
      expect(text, path).not.toContain(root);
      expect(text, path).not.toMatch(/localhost|127\.0\.0\.1/);
      expect(text, path).not.toContain(String(new Date().getFullYear()));
    }
  });

  it.each(["typescript", "typescript-5.9"])(
    "compile under every strict flag with %s",
    (compiler) => {
      const folder = temporaryFolder();
      writePlanned(folder, files);
      expect(typeCheck(folder, { compiler })).toBe("");
    },
  );
});

describe("import specifiers that end in .ts", () => {
  it("compile, and run where types are stripped", async () => {
    const folder = temporaryFolder();
    const planned = await generate(".ts");
    writePlanned(folder, planned);
    expect(typeCheck(folder, { compiler: "typescript" })).toBe("");
    const specifiers = planned.flatMap(({ text }) =>
      [...text.matchAll(/^\s*(?:import|export)[^"\n]*from "(\.[^"]+)"/gm)].map(
        ([, specifier]) => specifier,
      ),
    );
    expect(specifiers.filter((each) => !each?.endsWith(".ts"))).toEqual([]);
    // Type stripping leaves everything else where it is; this does the same for Node versions that cannot.
    for (const { path, text } of planned.filter((each) =>
      each.path.endsWith(".ts"),
    )) {
      const { code } = await esbuild.transform(text, {
        loader: "ts",
        format: "esm",
        tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
      });
      writePlanned(folder, [{ path, text: code }]);
    }
    const script = `
      import { createCustomersClient, updateCustomerAccountOrder } from "./customers/index.ts";
      import { createCustomersMock } from "./customers/mock.ts";
      import { request } from "./customers/fixtures/UpdateCustomerAccountOrder.ts";
      const client = createCustomersClient({ fetch: createCustomersMock() });
      const value = await updateCustomerAccountOrder(client, request);
      process.stdout.write(value.UpdateCustomerAccountOrderResult.StatusCode);
    `;
    const loader = `export async function load(url, context, next) {
      return url.endsWith(".ts") ? next(url, { ...context, format: "module" }) : next(url, context);
    }`;
    writePlanned(folder, [
      { path: "main.mjs", text: script },
      {
        path: "register.mjs",
        text: `import { register } from "node:module"; register("data:text/javascript,${encodeURIComponent(loader)}");`,
      },
    ]);
    const output = execFileSync(
      process.execPath,
      ["--import", "./register.mjs", "main.mjs"],
      { cwd: folder, encoding: "utf8" },
    );
    expect(output).toBe("None");
  });
});

describe("user templates", () => {
  it("replace built-in ones by name, and their output is formatted", async () => {
    const templates = temporaryFolder();
    writePlanned(templates, [
      {
        path: "barrel.hbs",
        text: '// mine\n{{#each exports}}{{{this}}}\n{{/each}}\nexport const  mine="yes"',
      },
    ]);
    const { services } = await generateServices(
      jobs.slice(0, 1),
      { ...options(".js"), templates },
      new Map(),
    );
    const index = services[0]?.files.find(({ path }) =>
      path.endsWith("/index.ts"),
    );
    expect(index?.text).toMatch(/^\/\/ mine\n/);
    expect(index?.text).toMatch(/export const mine = "yes";\n$/);
  });
});

describe("a sink without errors", () => {
  it("is what the specs leave", async () => {
    const { services } = await generateServices(
      jobs,
      options(".js"),
      new Map(),
    );
    const errors = services.flatMap(({ diagnostics }) =>
      diagnostics.filter(({ severity }) => severity === "error"),
    );
    expect(errors).toEqual(createSink().diagnostics);
  });
});

// Builds the JavaScript of dist/: bundles with the packages in them, so that a start opens few files, compiles only what
// the command runs, and finds the templates compiled. The command line is one CommonJS file, with V8's code cache of it.
import { spawnSync } from "node:child_process";
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import Handlebars from "handlebars";

const settings = {
  bundle: true,
  platform: "node",
  target: "node20.19",
  logLevel: "warning",
};

const minified = {
  ...settings,
  external: ["prettier"],
  mainFields: ["module", "main"],
  minifySyntax: true,
  minifyWhitespace: true,
  metafile: true,
  plugins: [
    { name: "templates", setup: precompileTemplates },
    { name: "parser", setup: takeOnlyParser },
    { name: "program", setup: loadBundle },
    { name: "importers", setup: keepImporters },
  ],
};

/** V8's code cache cannot import modules (Node 20): what does so stays in files of its own. */
const importers = {
  "import-config": "src/config/import-config.ts",
  "import-prettier": "src/render/import-prettier.ts",
};

const metafiles = [await buildLibrary(), await buildProgram()];
await buildX509();
writeCodeCache(await cacheMaker());
writeFileSync("dist/THIRD-PARTY.txt", licences());

async function buildLibrary() {
  const { metafile } = await build({
    ...minified,
    format: "esm",
    entryPoints: ["src/index.ts"],
    splitting: true,
    outdir: "dist",
    // Bundled packages that are CommonJS ask for built-in modules.
    banner: {
      js: 'import { createRequire as bundledRequire } from "node:module"; const require = bundledRequire(import.meta.url);',
    },
  });
  return metafile;
}

/** Apart, so that what it shares with the others is not a file more for them to open. */
async function buildX509() {
  await build({
    ...settings,
    format: "esm",
    entryPoints: ["src/x509/index.ts"],
    outfile: "dist/x509/index.js",
    external: ["xml-crypto"],
    minifySyntax: true,
    minifyWhitespace: true,
  });
}

async function buildProgram() {
  const { metafile, outputFiles } = await build({
    ...minified,
    format: "cjs",
    entryPoints: {
      main: "src/cli/main.ts",
      program: "src/cli/run-process.ts",
      ...importers,
    },
    outdir: "dist/cli",
    define: { "import.meta.url": "bundleUrl" },
    banner: {
      js: 'const bundleUrl = require("node:url").pathToFileURL(__filename).href;',
    },
    write: false,
  });
  for (const { path, text } of outputFiles)
    writeFileSync(path, text.replace(/[^\0-\x7f]/g, unicodeEscape));
  writeFileSync("dist/cli/package.json", '{ "type": "commonjs" }\n');
  return metafile;
}

/** esbuild leaves other characters than ASCII in regular expressions only, where both mean the same. */
function unicodeEscape(character) {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** A script that runs the program and writes what V8 has compiled of it. */
async function cacheMaker() {
  const contents = `
    import { writeFileSync } from "node:fs";
    import { codeCachePath, compileProgram } from "./src/cli/load-bundle.js";
    import { tuneEngine } from "./src/cli/tune-engine.js";
    tuneEngine();
    const folder = process.argv[2];
    const { script, program } = compileProgram(folder);
    process.argv.splice(2, 1);
    program.runProcess().then(() => {
      writeFileSync(codeCachePath(folder), script.createCachedData());
    });
  `;
  const { outputFiles } = await build({
    ...settings,
    format: "cjs",
    stdin: { contents, resolveDir: "." },
    write: false,
  });
  return outputFiles[0].text;
}

/** The cache holds the functions that generating the services of specs/ calls. */
function writeCodeCache(maker) {
  const work = mkdtempSync(join(tmpdir(), "soapstone-build-"));
  const script = join(work, "maker.cjs");
  writeFileSync(script, maker);
  const run = ["generate", "-o", join(work, "generated")];
  spawnSync(process.execPath, [script, resolve("dist/cli"), ...run], {
    stdio: "ignore",
  });
  rmSync(work, { recursive: true });
}

function keepImporters({ onResolve, initialOptions }) {
  if (initialOptions.format !== "cjs") return;
  onResolve({ filter: /^\.\/import-/ }, ({ path }) => {
    const isImporter = path.slice(2, -".js".length) in importers;
    return isImporter ? { path, external: true } : undefined;
  });
}

/** What `main.ts` loads is the bundle. */
function loadBundle({ onResolve }) {
  onResolve({ filter: /[\\/]load-program\.js$/ }, ({ resolveDir }) => ({
    path: join(resolveDir, "load-bundle.ts"),
  }));
}

/** `src/render/precompiled.ts` becomes the templates. */
function precompileTemplates({ onLoad }) {
  onLoad({ filter: /[\\/]render[\\/]precompiled\.ts$/ }, async () => {
    const options = await templateOptions();
    const entries = readdirSync("templates").map((file) => {
      const source = readFileSync(join("templates", file), "utf8");
      const code = Handlebars.precompile(source, options);
      return `${JSON.stringify(file.replace(/\.hbs$/, ""))}: ${code}`;
    });
    return {
      contents: `export const precompiled = { ${entries.join(", ")} };`,
    };
  });
}

/** The other helpers of yargs would bring along what lays out its help, which is longer than all the rest of it. */
function takeOnlyParser({ onLoad }) {
  onLoad({ filter: /[\\/]yargs[\\/]helpers[\\/]helpers\.mjs$/ }, () => ({
    contents: 'export { default as Parser } from "yargs-parser";',
  }));
}

async function templateOptions() {
  const { outputFiles } = await build({
    ...settings,
    format: "esm",
    entryPoints: ["src/render/template-options.ts"],
    write: false,
  });
  const url = `data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`;
  return (await import(url)).templateOptions;
}

/** The licences of the packages in the bundles, as they ask for. */
function licences() {
  const inputs = metafiles.flatMap(({ inputs }) => Object.keys(inputs));
  const folders = inputs.flatMap(
    (path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? [],
  );
  return [...new Set(folders)]
    .sort()
    .map((folder) => {
      const { name, version } = JSON.parse(
        readFileSync(join(folder, "package.json"), "utf8"),
      );
      const licence = readdirSync(folder).find((file) =>
        /^licen[cs]e/i.test(file),
      );
      const text =
        licence === undefined
          ? ""
          : readFileSync(join(folder, licence), "utf8");
      return `${name} ${version}\n\n${text.trim()}\n`;
    })
    .join(`\n${"-".repeat(80)}\n\n`);
}

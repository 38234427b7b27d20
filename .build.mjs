// Builds the JavaScript of dist/: bundles with the packages in them, so that a start opens few files, compiles only what
// the command runs, and finds the templates compiled.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import Handlebars from "handlebars";

const settings = {
  bundle: true,
  platform: "node",
  target: "node20.19",
  format: "esm",
  logLevel: "warning",
};

const { metafile } = await build({
  ...settings,
  entryPoints: ["src/index.ts", "src/cli/main.ts"],
  splitting: true,
  outdir: "dist",
  outbase: "src",
  external: ["prettier"],
  mainFields: ["module", "main"],
  minifySyntax: true,
  minifyWhitespace: true,
  metafile: true,
  // Bundled packages that are CommonJS ask for built-in modules.
  banner: {
    js: 'import { createRequire as bundledRequire } from "node:module"; const require = bundledRequire(import.meta.url);',
  },
  plugins: [
    { name: "templates", setup: precompileTemplates },
    { name: "parser", setup: takeOnlyParser },
  ],
});
// Apart, so that what it shares with the others is not a file more for them to open.
await build({
  ...settings,
  entryPoints: ["src/x509/index.ts"],
  outfile: "dist/x509/index.js",
  external: ["xml-crypto"],
  minifySyntax: true,
  minifyWhitespace: true,
});
writeFileSync("dist/THIRD-PARTY.txt", licences());

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
    entryPoints: ["src/render/template-options.ts"],
    write: false,
  });
  const url = `data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`;
  return (await import(url)).templateOptions;
}

/** The licences of the packages in the bundles, as they ask for. */
function licences() {
  const folders = Object.keys(metafile.inputs).flatMap(
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

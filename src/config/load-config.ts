import { existsSync, readFileSync } from "node:fs";
import { dirname, extname, join, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { importConfig } from "./import-config.js";
import type { DiagnosticSink } from "../diagnostics/index.js";
import {
  createSourceText,
  readJson,
  spanAt,
  type SourceText,
} from "../source/index.js";
import type { ConfigDocument } from "./config-document.js";

const configNames = [
  "soapstone.config.ts",
  "soapstone.config.js",
  "soapstone.config.mjs",
  "soapstone.config.json",
];

export interface ConfigLocation {
  readonly cwd: string;
  /** `--config` or SOAPSTONE_CONFIG, relative to `cwd`. */
  readonly path?: string | undefined;
}

/** Finds and loads the config; undefined when there is none, or when it cannot be loaded (which is reported). */
export async function loadConfig(
  location: ConfigLocation,
  sink: DiagnosticSink,
): Promise<ConfigDocument | undefined> {
  const { cwd, path } = location;
  if (path !== undefined) return loadFile(resolve(cwd, path), location, sink);
  const found = findConfigs(cwd);
  const [first] = found;
  if (first === undefined) return undefined;
  if (found.length > 1) {
    const paths = found.map((one) => show(cwd, one)).join(" and ");
    sink.report("config/ambiguous", { paths });
    return undefined;
  }
  return loadFile(first, location, sink);
}

/** Configs of the nearest folder that has one, not above the package or repository that `cwd` is in. */
export function findConfigs(cwd: string): readonly string[] {
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    const files = configNames.map((name) => join(folder, name));
    const found = files.filter((file) => existsSync(file));
    const manifest = join(folder, "package.json");
    if (hasSoapstoneKey(manifest)) found.push(manifest);
    const isTop =
      existsSync(manifest) ||
      existsSync(join(folder, ".git")) ||
      dirname(folder) === folder;
    if (found.length > 0 || isTop) return found;
  }
}

function hasSoapstoneKey(path: string): boolean {
  try {
    const value: unknown = JSON.parse(readFileSync(path, "utf8"));
    return (
      typeof value === "object" &&
      value !== null &&
      Object.hasOwn(value, "soapstone")
    );
  } catch {
    return false;
  }
}

async function loadFile(
  path: string,
  { cwd }: ConfigLocation,
  sink: DiagnosticSink,
): Promise<ConfigDocument | undefined> {
  const shown = show(cwd, path);
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    sink.report("config/not-found", { path: shown });
    return undefined;
  }
  const source = createSourceText(shown, text);
  return extname(path) === ".json"
    ? loadJson(path, source, sink)
    : loadModule(path, source, sink);
}

function loadJson(
  path: string,
  source: SourceText,
  sink: DiagnosticSink,
): ConfigDocument | undefined {
  const result = readJson(source.text);
  if (result.kind === "problem") {
    const span = spanAt(source, result.offset, 1);
    sink.report("config/syntax", { reason: result.reason }, { span });
    return undefined;
  }
  const { value, places } = result.reading;
  const folder = dirname(path);
  const isPackage = path.endsWith("package.json");
  if (!isPackage) return { folder, source, value, prefix: [], places };
  const part = new Map(Object.entries(value ?? {})).get("soapstone");
  return { folder, source, value: part ?? {}, prefix: ["soapstone"], places };
}

async function loadModule(
  path: string,
  source: SourceText,
  sink: DiagnosticSink,
): Promise<ConfigDocument | undefined> {
  const span = spanAt(source, 0);
  const shown = source.path;
  if (/\.[cm]?ts$/.test(path) && !runsTypeScript()) {
    const version = process.versions.node;
    sink.report("config/typescript", { path: shown, version }, { span });
    return undefined;
  }
  try {
    const module = await importConfig(pathToFileURL(path).href);
    const value = await defaultExport(module);
    const folder = dirname(path);
    return { folder, source, value, prefix: [], places: new Map() };
  } catch (error) {
    const reason = String(error instanceof Error ? error.message : error);
    const firstLine = reason.split("\n")[0] ?? "";
    const parameters = { path: shown, reason: firstLine };
    sink.report("config/load-failed", parameters, { span });
    return undefined;
  }
}

/** Node 22.18 and later strip types; earlier ones say nothing or false here. */
function runsTypeScript(): boolean {
  const features: object = process.features;
  return "typescript" in features && features.typescript !== false;
}

async function defaultExport(module: unknown): Promise<unknown> {
  if (typeof module !== "object" || module === null || !("default" in module)) {
    throw new Error("it has no default export");
  }
  return module.default;
}

/** The path relative to `cwd` where that is shorter than going up and down again. */
function show(cwd: string, path: string): string {
  const short = relative(cwd, path);
  return (short.startsWith("..") ? path : short).replaceAll("\\", "/");
}

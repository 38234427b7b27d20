import { existsSync } from "node:fs";
import { isAbsolute, relative, resolve } from "node:path";
import type { DiagnosticSink } from "../diagnostics/index.js";
import { checkConfig } from "./check-config.js";
import { locate, type ConfigDocument } from "./config-document.js";
import { isFolder } from "./glob-folders.js";
import { loadConfig } from "./load-config.js";
import type { Project } from "./project.js";
import { readEnvironment, type Environment } from "./read-environment.js";
import { rebase, resolveServices } from "./resolve-services.js";
import {
  listOf,
  switchOf,
  textOf,
  type SettingValues,
} from "./setting-values.js";
import type { SoapstoneConfig } from "./soapstone-config.js";

export interface ProjectRequest {
  readonly cwd: string;
  /** Positional arguments: inputs, or names of configured services. */
  readonly inputs: readonly string[];
  readonly flags: SettingValues;
  readonly environment: Environment;
}

/** Puts flags, environment and config together. Problems are reported; use the result only if there are no errors. */
export async function resolveProject(
  request: ProjectRequest,
  sink: DiagnosticSink,
): Promise<Project> {
  const { cwd, flags, environment } = request;
  const values = { ...readEnvironment(environment, sink), ...flags };
  const path = textOf(values, "config");
  const document = await loadConfig({ cwd, path }, sink);
  const config = document === undefined ? {} : checkConfig(document, sink);
  return combine({ request, values, config, document }, sink);
}

interface Parts {
  readonly request: ProjectRequest;
  readonly values: SettingValues;
  readonly config: SoapstoneConfig;
  readonly document: ConfigDocument | undefined;
}

function combine(parts: Parts, sink: DiagnosticSink): Project {
  const { request, values, config, document } = parts;
  const { cwd, inputs } = request;
  const folder = document?.folder ?? cwd;
  const templates = templatesFolder(parts, folder, sink);
  // What is wrong with the config was said; services made from it would only repeat that.
  const { services, isComplete } = sink.hasErrors
    ? { services: [], isComplete: false }
    : resolveServices(
        { inputs, cwd, base: folder, values, config, document },
        sink,
      );
  const extension =
    textOf(values, "importExtension") ?? config.importExtension ?? ".js";
  return {
    folder,
    output: outputFolder(parts),
    services,
    ...(isComplete && typeof config.services === "string"
      ? { pattern: config.services }
      : {}),
    isComplete,
    importExtension: extension === ".ts" ? ".ts" : ".js",
    ...(templates === undefined ? {} : { templates }),
    severities: new Map(Object.entries(config.severities ?? {})),
    isOffline:
      switchOf(values, "offline") ??
      (config.offline === true || isContinuousIntegration(request.environment)),
    catalog: readCatalog(parts, sink),
    types: new Map(Object.entries(config.types ?? {})),
    isForced: switchOf(values, "force") ?? config.force ?? false,
    format: textOf(values, "format") ?? config.format ?? "text",
    isVerbose: switchOf(values, "verbose") ?? config.verbose ?? false,
    sources: document === undefined ? [] : [document.source],
  };
}

/** Paths of flags and variables are relative to the current folder, those of the config to the config. */
function configuredPath(
  { request, values, config, document }: Parts,
  name: "templates" | "output",
): string | undefined {
  const folder = document?.folder ?? request.cwd;
  const given = textOf(values, name);
  return given === undefined
    ? config[name]
    : rebase(given, request.cwd, folder);
}

/** A folder that is not there would leave the templates as they are, unnoticed. */
function templatesFolder(
  parts: Parts,
  folder: string,
  sink: DiagnosticSink,
): string | undefined {
  const path = configuredPath(parts, "templates");
  if (path === undefined || isFolder(resolve(folder, path))) return path;
  const { document } = parts;
  const isGiven = textOf(parts.values, "templates") !== undefined;
  const span =
    document === undefined || isGiven
      ? undefined
      : locate(document, ["templates"]);
  sink.report("config/no-templates", { path }, { span });
  return undefined;
}

function outputFolder(parts: Parts): Project["output"] {
  const { request, document } = parts;
  const path = configuredPath(parts, "output") ?? "generated";
  const root = resolve(document?.folder ?? request.cwd, path);
  const given = textOf(parts.values, "output");
  const shown = given ?? (relative(request.cwd, root) || ".");
  const isFar =
    shown.startsWith("..") && !isAbsolute(shown) && given === undefined;
  return { root, shown: (isFar ? root : shown).replaceAll("\\", "/") };
}

/** `LOCATION=FILE` of flags and variables come before the config's; a location may have `=` of its own. */
function readCatalog(
  { request, values, config, document }: Parts,
  sink: DiagnosticSink,
): ReadonlyMap<string, string> {
  const catalog = new Map(Object.entries(config.catalog ?? {}));
  const folder = document?.folder ?? request.cwd;
  for (const entry of listOf(values, "catalog") ?? []) {
    const [, location, file] = /^(.+)=([^=]+)$/s.exec(entry) ?? [];
    if (location === undefined || file === undefined) {
      const expected = "LOCATION=FILE, as in urn:codes=codes.xsd";
      const received = `"${entry}"`;
      sink.report("config/bad-value", { key: "catalog", expected, received });
      continue;
    }
    catalog.set(location, rebase(file, request.cwd, folder));
  }
  for (const [location, file] of catalog) {
    if (existsSync(resolve(folder, file))) continue;
    const isConfigured = config.catalog?.[location] === file;
    const span =
      document && isConfigured
        ? locate(document, ["catalog", location])
        : undefined;
    const expected = "a file that exists";
    const parameters = { key: `catalog.${location}`, expected };
    const received = `"${file}"`;
    sink.report("config/bad-value", { ...parameters, received }, { span });
  }
  return catalog;
}

/** `CI` is set by every known build server. */
function isContinuousIntegration(environment: Environment): boolean {
  const value = environment["CI"] ?? "";
  return value !== "" && value !== "0" && value !== "false";
}

import { existsSync, statSync, readdirSync } from "node:fs";
import { posix, relative, resolve } from "node:path";
import type { DiagnosticSink } from "../diagnostics/index.js";
import { locate, type ConfigDocument } from "./config-document.js";
import { globFolders, listFolders } from "./glob-folders.js";
import type { ProjectService } from "./project.js";
import { nameOfInputs, serviceNameProblem } from "./service-name.js";
import { listOf, textOf, type SettingValues } from "./setting-values.js";
import type { SoapstoneConfig } from "./soapstone-config.js";
import { suggestion } from "./suggestion.js";

export interface ServicesRequest {
  /** Inputs of the command line, relative to `cwd`; or names of services of the config. */
  readonly inputs: readonly string[];
  readonly cwd: string;
  /** Folder that the result is relative to. */
  readonly base: string;
  /** Flags and environment: they win over the config. */
  readonly values: SettingValues;
  readonly config: SoapstoneConfig;
  readonly document?: ConfigDocument | undefined;
}

export interface ResolvedServices {
  readonly services: readonly ProjectService[];
  readonly isComplete: boolean;
}

/** Which services there are: those of the command line, else those of the config. */
export function resolveServices(
  request: ServicesRequest,
  sink: DiagnosticSink,
): ResolvedServices {
  const { inputs, config } = request;
  if (inputs.length === 0 && config.services === undefined) {
    return { services: [], isComplete: false };
  }
  const configured = configuredServices(request, sink);
  const names = new Set(configured.map(({ name }) => name));
  const isSelection = inputs.every((input) => names.has(input));
  if (!isSelection && reportUnknown(request, names, sink))
    return { services: [], isComplete: false };
  const services = isSelection
    ? configured.filter(
        ({ name }) => inputs.length === 0 || inputs.includes(name),
      )
    : inputServices(request);
  checkNames(services, request, sink);
  const kept = services.map((service) => ({
    ...service,
    ...filters(service, request),
  }));
  return { services: kept, isComplete: inputs.length === 0 };
}

/** Words that are neither files nor, where a config has services, one of those. */
function reportUnknown(
  { inputs, cwd }: ServicesRequest,
  names: ReadonlySet<string>,
  sink: DiagnosticSink,
): boolean {
  if (names.size === 0) return false;
  const unknown = inputs.filter(
    (input) =>
      /^[\p{L}\p{N}_-]+$/u.test(input) &&
      !names.has(input) &&
      !existsSync(resolve(cwd, input)),
  );
  const known = [...names].toSorted().join(", ");
  for (const name of unknown)
    sink.report("config/unknown-service", {
      name,
      suggestion: suggestion(name, names),
      known,
    });
  return unknown.length > 0;
}

function configuredServices(
  { config, base, document }: ServicesRequest,
  sink: DiagnosticSink,
): readonly ProjectService[] {
  const { services = {} } = config;
  if (typeof services === "string") {
    const folders = globFolders(base, services);
    if (folders.length === 0) {
      const span = document && locate(document, ["services"]);
      sink.report("config/no-services", { pattern: services }, { span });
    }
    return folders.map((folder) => serviceOfFolder(folder));
  }
  return Object.entries(services).map(([name, service]) => ({
    ...service,
    name,
    folder: name,
  }));
}

function serviceOfFolder(folder: string): ProjectService {
  const name = posix.basename(folder);
  return { name, inputs: [folder], folder: name };
}

/** Without services in a config: a folder of folders is a service each, all else together is one. */
function inputServices(request: ServicesRequest): readonly ProjectService[] {
  const { inputs, cwd, base, values } = request;
  const rebased = inputs.map((input) => rebase(input, cwd, base));
  const containers = rebased.filter((input) =>
    isContainer(resolve(base, input)),
  );
  const plain = rebased.filter((input) => !containers.includes(input));
  const services = containers.flatMap((container) =>
    listFolders(resolve(base, container)).map((name) =>
      serviceOfFolder(posix.join(container, name)),
    ),
  );
  if (plain.length > 0) {
    const name = textOf(values, "name") ?? nameOfInputs(plain);
    services.push({ name, inputs: plain, folder: name });
  }
  const [only] = services;
  if (only === undefined || services.length > 1) return services;
  return [{ ...only, name: textOf(values, "name") ?? only.name, folder: "" }];
}

/** Holds folders and nothing else; hidden files do not count. */
function isContainer(folder: string): boolean {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
    return false;
  }
  const names = readdirSync(folder).filter((name) => !name.startsWith("."));
  return names.length > 0 && names.length === listFolders(folder).length;
}

/** A path relative to `from` as one relative to `base`; URLs and absolute paths stay. */
export function rebase(path: string, from: string, base: string): string {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(path) || from === base) return path;
  const full = resolve(from, path);
  if (full === path) return path;
  return relative(base, full).replaceAll("\\", "/") || ".";
}

type Filters = Pick<
  ProjectService,
  "operations" | "services" | "ports" | "overrides"
>;

/** What the command line says wins over the service, and the service over the whole config. */
function filters(
  service: Filters,
  { values, config, cwd, base }: ServicesRequest,
): Filters {
  const operations =
    listOf(values, "operations") ?? service.operations ?? config.operations;
  const services = listOf(values, "services") ?? service.services;
  const ports = listOf(values, "ports") ?? service.ports ?? config.ports;
  const given = listOf(values, "overrides");
  const overrides =
    given?.map((file) => rebase(file, cwd, base)) ?? service.overrides;
  return {
    ...(overrides === undefined ? {} : { overrides }),
    ...(operations === undefined ? {} : { operations }),
    ...(services === undefined ? {} : { services }),
    ...(ports === undefined ? {} : { ports }),
  };
}

function checkNames(
  services: readonly ProjectService[],
  { document }: ServicesRequest,
  sink: DiagnosticSink,
): void {
  const seen = new Set<string>();
  for (const { name } of services) {
    const key = name.normalize("NFC").toLowerCase();
    const problem = seen.has(key)
      ? "another service has the name already"
      : serviceNameProblem(name);
    seen.add(key);
    if (problem === undefined) continue;
    const span = document && locate(document, ["services", name]);
    sink.report("config/bad-service-name", { name, reason: problem }, { span });
  }
}

import { join, relative } from "node:path";
import {
  findConfigs,
  findSpecs,
  type SoapstoneConfig,
} from "./config/index.js";
import { createSink, type Diagnostic } from "./diagnostics/index.js";
import { writeNewFile } from "./output/index.js";

export interface InitReport {
  /** Name of the config written; absent when something was wrong. */
  readonly path?: string;
  readonly config?: SoapstoneConfig;
  readonly diagnostics: readonly Diagnostic[];
}

const configName = "soapstone.config.json";

/** Writes a config for the specs found in a folder; never replaces one. */
export function initProject(folder: string): InitReport {
  const sink = createSink();
  const { diagnostics } = sink;
  const [existing] = findConfigs(folder);
  if (existing !== undefined) {
    const path = relative(folder, existing).replaceAll("\\", "/");
    sink.report("config/exists", { path });
    return { diagnostics };
  }
  const services = findSpecs(folder);
  if (services === undefined) {
    sink.report("cli/nothing-found", { path: "this folder" });
    return { diagnostics };
  }
  const config: SoapstoneConfig = { output: "generated", services };
  const text = `${JSON.stringify(config, null, 2)}\n`;
  const reason = writeNewFile(join(folder, configName), text);
  if (reason !== undefined) {
    sink.report("output/write-failed", { path: configName, reason });
    return { diagnostics };
  }
  return { path: configName, config, diagnostics };
}

import {
  createSink,
  type Diagnostic,
  type Severity,
} from "./diagnostics/index.js";
import type { DynamicSdk } from "./dynamic/index.js";
import type { PipelineOptions } from "./pipeline.js";
import { readSdk } from "./read-sdk.js";

export interface CompileOptions {
  /** Folder that relative inputs start from; the current one by default. */
  readonly cwd?: string;
  /** Location or namespace of an imported document → file. */
  readonly catalog?: ReadonlyMap<string, string>;
  /** Diagnostic code → severity: what is lowered does not fail. */
  readonly severities?: ReadonlyMap<string, Severity>;
  /** Refuse inputs that are URLs instead of fetching them and what they import. */
  readonly offline?: boolean;
}

/** The inputs could not be read; `diagnostics` says why. */
export class CompileError extends Error {
  override readonly name = "CompileError";
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map(({ message }) => message).join("\n"));
    this.diagnostics = diagnostics;
  }
}

/**
 * Reads a service's documents and makes a client in memory, without generated files. Rejects with a `CompileError`.
 *
 * @example
 * const sdk = await compile(["orders.wsdl"]);
 * const answer = await sdk.call("GetOrder", { Id: 7 }, { endpoint });
 */
export async function compile(
  inputs: string | readonly string[],
  options: CompileOptions = {},
): Promise<DynamicSdk> {
  const pipeline: PipelineOptions = {
    cwd: options.cwd ?? process.cwd(),
    importExtension: ".js",
    severities: options.severities ?? new Map(),
    offline: options.offline ?? false,
    catalog: options.catalog ?? new Map(),
    typeMap: new Map(),
  };
  const all = typeof inputs === "string" ? [inputs] : inputs;
  if (all.length === 0) {
    const sink = createSink();
    sink.report("cli/no-inputs", { command: "generate" });
    throw new CompileError(sink.diagnostics);
  }
  const job = { name: "service", inputs: all, folder: "" };
  const { planned, diagnostics } = await readSdk(job, pipeline);
  if (planned !== undefined) return planned.sdk;
  throw new CompileError(
    diagnostics.filter(({ severity }) => severity === "error"),
  );
}

import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { createSink, type Diagnostic } from "../../../src/diagnostics/index.js";
import {
  checkOutput,
  writeOutput,
  type OutputRequest,
  type OutputResult,
  type OutputUnit,
} from "../../../src/output/index.js";

export type Texts = Readonly<Record<string, string>>;

/** A folder that goes when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "soapstone-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function service(
  folder: string,
  files: Texts,
  names: Texts = {},
): OutputUnit {
  return {
    folder,
    files: toFiles(files),
    service: folder === "" ? "only" : folder,
    sources: [{ path: "specs/a.wsdl", sha256: "00" }],
    names,
    toolVersion: "1.0.0",
    configHash: "11",
  };
}

export function runtime(
  files: Texts = { "index.ts": "// runtime\n" },
): OutputUnit {
  return {
    folder: "runtime",
    files: toFiles(files),
    sources: [],
    names: {},
    toolVersion: "1.0.0",
    configHash: "11",
  };
}

function toFiles(files: Texts): OutputUnit["files"] {
  return Object.entries(files).map(([path, text]) => ({ path, text }));
}

export function request(
  root: string,
  units: readonly OutputUnit[],
  change: Partial<OutputRequest> = {},
): OutputRequest {
  const target = { root, shown: "out" };
  return { target, units, isComplete: true, isForced: false, ...change };
}

export interface Outcome {
  readonly result: OutputResult | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** `code path` of each finding. */
  readonly found: readonly string[];
}

export async function write(wanted: OutputRequest): Promise<Outcome> {
  const sink = createSink();
  const result = await writeOutput(wanted, sink);
  const { diagnostics } = sink;
  return { result, diagnostics, found: diagnostics.map(toLine) };
}

/** `code path` of each difference that check finds. */
export function check(wanted: OutputRequest): readonly string[] {
  const sink = createSink();
  checkOutput(wanted, sink);
  return sink.diagnostics.map(toLine);
}

function toLine({ code, parameters }: Diagnostic): string {
  return `${code} ${parameters["path"] ?? ""}`;
}

export function put(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

export function read(root: string, path: string): string {
  return readFileSync(join(root, path), "utf8");
}

export function modified(root: string, path: string): number {
  return statSync(join(root, path)).mtimeMs;
}

/** Paths of all files, sorted. */
export function list(root: string): readonly string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .toSorted();
}

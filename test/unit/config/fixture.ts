import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import {
  resolveProject,
  type Project,
  type ProjectRequest,
} from "../../../src/config/index.js";
import { createSink, type Diagnostic } from "../../../src/diagnostics/index.js";

/** A folder with these files that goes when the test ends; it counts as a package, so that no config above is found. */
export function projectFolder(
  files: Readonly<Record<string, string>> = {},
): string {
  const folder = mkdtempSync(join(tmpdir(), "soapstone-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, text] of Object.entries({
    "package.json": "{}",
    ...files,
  })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

export interface Resolved {
  readonly project: Project;
  readonly diagnostics: readonly Diagnostic[];
  /** `code file:line:column` of each finding. */
  readonly found: readonly string[];
}

export async function resolve(
  cwd: string,
  change: Partial<ProjectRequest> = {},
): Promise<Resolved> {
  const sink = createSink();
  const request = { cwd, inputs: [], flags: {}, environment: {}, ...change };
  const project = await resolveProject(request, sink);
  const { diagnostics } = sink;
  const found = diagnostics.map(({ code, span }) =>
    span === undefined
      ? code
      : `${code} ${span.file}:${span.line}:${span.column}`,
  );
  return { project, diagnostics, found };
}

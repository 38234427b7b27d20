import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import type { DiagnosticSink } from "../index.js";
import type { CommandCall } from "./command.js";

/** The bytes of a file that the command line names, `-` being stdin; undefined after reporting why there are none. */
export function readGivenFile(
  path: string,
  { terminal }: Pick<CommandCall, "terminal">,
  sink: DiagnosticSink,
): Buffer | undefined {
  try {
    if (path === "-") return readFileSync(0);
    const full = resolve(terminal.cwd, path);
    if (!statSync(full).isDirectory()) return readFileSync(full);
    sink.report("load/not-a-file", { path });
  } catch (error) {
    const reason = codeOf(error);
    if (reason === "ENOENT")
      sink.report("load/not-found", { path, suggestion: "" });
    else sink.report("load/unreadable", { path, reason });
  }
  return undefined;
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error
    ? String(error.code)
    : String(error);
}

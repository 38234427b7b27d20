import { createSink, resolveProject, type Project } from "../index.js";
import type { CommandCall } from "./command.js";
import { exitCodeOf } from "./exit-code.js";
import { printDiagnostics } from "./print-diagnostics.js";

export type OpenedProject =
  | { readonly kind: "project"; readonly project: Project }
  /** It was said what is wrong. */
  | { readonly kind: "failed"; readonly exitCode: number };

/** The project that a call of a command is about. */
export async function openProject(
  command: string,
  { inputs, flags, terminal }: CommandCall,
): Promise<OpenedProject> {
  const { cwd, environment } = terminal;
  const sink = createSink();
  const request = { cwd, inputs, flags, environment };
  const project = await resolveProject(request, sink);
  const hasNothing = !sink.hasErrors && project.services.length === 0;
  if (hasNothing) sink.report("cli/no-inputs", { command });
  if (!sink.hasErrors) return { kind: "project", project };
  const { diagnostics } = sink;
  const { sources, format, isVerbose } = project;
  printDiagnostics({ diagnostics, sources, format, isVerbose }, terminal);
  return { kind: "failed", exitCode: exitCodeOf(diagnostics) };
}

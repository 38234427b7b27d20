import {
  createSink,
  validateMessages,
  type DiagnosticSink,
  type MessageFile,
} from "../../index.js";
import type { CommandCall } from "../command.js";
import { exitCodeOf } from "../exit-code.js";
import { flagList, flagText } from "../flag-values.js";
import { openProject } from "../open-project.js";
import { printDiagnostics } from "../print-diagnostics.js";
import { readGivenFile } from "../read-given-file.js";
import { UsageProblem } from "../usage-problem.js";

/** `soapstone validate FILES…`: messages against the schemas of their services. */
export async function run(call: CommandCall): Promise<number> {
  const { flags, inputs: paths, terminal } = call;
  if (paths.length === 0) throw new UsageProblem("name a message", "validate");
  const inputs = flagList(flags, "spec");
  const opened = await openProject("validate", { ...call, inputs });
  if (opened.kind === "failed") return opened.exitCode;
  const { format, isVerbose } = opened.project;
  const sink = createSink();
  const messages = paths.flatMap((path) => readMessage(path, call, sink));
  const operation = flagText(flags, "operation");
  const direction = flagText(flags, "direction");
  const report = await validateMessages(opened.project, {
    messages,
    ...(operation !== undefined && { operation }),
    ...((direction === "request" || direction === "response") && { direction }),
  });
  const { sources, valid } = report;
  const diagnostics = [...sink.diagnostics, ...report.diagnostics];
  printDiagnostics({ diagnostics, sources, format, isVerbose }, terminal);
  if (format === "text") {
    for (const { path, what } of valid)
      terminal.out(`${path}: ${what}, valid\n`);
  }
  return exitCodeOf(diagnostics);
}

function readMessage(
  path: string,
  call: CommandCall,
  sink: DiagnosticSink,
): readonly MessageFile[] {
  const bytes = readGivenFile(path, call, sink);
  if (bytes === undefined) return [];
  return [{ path: path === "-" ? "stdin" : path, bytes }];
}

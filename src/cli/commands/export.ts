import { resolve } from "node:path";
import {
  createSink,
  exportProject,
  suggestion,
  writeDocument,
  type ExportFormat,
} from "../../index.js";
import type { CommandCall } from "../command.js";
import { exitCodeOf } from "../exit-code.js";
import { openProject } from "../open-project.js";
import { printDiagnostics } from "../print-diagnostics.js";
import { UsageProblem } from "../usage-problem.js";

/** `soapstone export wsdl|json`: the model as a document, to a file or to stdout. */
export async function run(call: CommandCall): Promise<number> {
  const [what, ...inputs] = call.inputs;
  if (!isFormat(what)) {
    const near = suggestion(what ?? "", ["wsdl", "json"]);
    throw new UsageProblem(`say what to export: wsdl or json${near}`, "export");
  }
  const opened = await openProject("export", { ...call, inputs });
  if (opened.kind === "failed") return opened.exitCode;
  const { format, isVerbose } = opened.project;
  const { text, diagnostics, sources } = await exportProject(
    opened.project,
    what,
  );
  const sink = createSink();
  if (text !== undefined) deliver(text, call, sink);
  const all = [...diagnostics, ...sink.diagnostics];
  printDiagnostics(
    { diagnostics: all, sources, format, isVerbose, hasOwnResult: true },
    call.terminal,
  );
  return exitCodeOf(all);
}

function isFormat(what: string | undefined): what is ExportFormat {
  return what === "wsdl" || what === "json";
}

function deliver(
  text: string,
  { flags, terminal }: CommandCall,
  sink: ReturnType<typeof createSink>,
): void {
  const { output } = flags;
  if (typeof output !== "string" || output === "-") return terminal.out(text);
  const reason = writeDocument(resolve(terminal.cwd, output), text);
  if (reason === undefined) return terminal.err(`wrote ${output}\n`);
  sink.report("output/write-failed", { path: output, reason });
}

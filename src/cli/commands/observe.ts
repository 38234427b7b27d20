import { resolve } from "node:path";
import {
  createSink,
  observeProject,
  writeDocument,
  type DiagnosticSink,
  type ObservedService,
} from "../../index.js";
import type { CommandCall } from "../command.js";
import { exitCodeOf } from "../exit-code.js";
import { openProject } from "../open-project.js";
import { printDiagnostics } from "../print-diagnostics.js";
import { printObservation } from "../print-observation.js";
import { UsageProblem } from "../usage-problem.js";
import { wantsData } from "../wants-data.js";

/** `soapstone observe --from …`: what real messages tell beyond the inputs, as a change of the overrides. */
export async function run(call: CommandCall): Promise<number> {
  const { terminal, switches } = call;
  const { from } = call.flags;
  if (!Array.isArray(from))
    throw new UsageProblem(
      "say where the messages are: --from FILE",
      "observe",
    );
  const opened = await openProject("observe", call);
  if (opened.kind === "failed") return opened.exitCode;
  const { project } = opened;
  const report = await observeProject(project, {
    from: from.map(String),
    cwd: terminal.cwd,
  });
  const { format, isVerbose } = project;
  if (wantsData(call, format)) {
    const document = { version: 1, services: report.services.map(toData) };
    terminal.out(`${JSON.stringify(document, null, 2)}\n`);
  } else {
    for (const service of report.services)
      terminal.out(printObservation(service));
  }
  const sink = createSink();
  if (switches.has("write"))
    for (const service of report.services)
      write(service, { folder: project.folder, call, sink });
  const diagnostics = [...report.diagnostics, ...sink.diagnostics];
  const { sources } = report;
  printDiagnostics(
    { diagnostics, sources, format, isVerbose, hasOwnResult: true },
    terminal,
  );
  return exitCodeOf(diagnostics);
}

function toData(service: ObservedService): unknown {
  const { name, messages, findings, proposed, file, diff } = service;
  return {
    name,
    messages,
    findings: findings.map(({ path, what, count, span }) => ({
      path,
      what,
      count,
      file: span.file,
      line: span.line,
      column: span.column,
    })),
    overrides: proposed,
    file: file.path,
    diff,
  };
}

/** Only on request: what was learnt is taken over by the user. */
function write(
  { file, diff }: ObservedService,
  {
    folder,
    call,
    sink,
  }: {
    readonly folder: string;
    readonly call: CommandCall;
    readonly sink: DiagnosticSink;
  },
): void {
  if (diff === "") return;
  const { path, text } = file;
  const reason = writeDocument(resolve(folder, path), text);
  if (reason === undefined) call.terminal.err(`wrote ${path}\n`);
  else sink.report("output/write-failed", { path, reason });
}

import {
  generateProject,
  type GenerateReport,
  type Project,
} from "../../index.js";
import type { CommandCall } from "../command.js";
import { describeAccount } from "../describe-account.js";
import { exitCodeOf } from "../exit-code.js";
import { openProject } from "../open-project.js";
import { printDiagnostics, toFormat } from "../print-diagnostics.js";

/** `soapstone generate`: says what was read, what was written and how the first call looks. */
export async function run(call: CommandCall): Promise<number> {
  const opened = await openProject("generate", call);
  if (opened.kind === "failed") return opened.exitCode;
  const { project } = opened;
  const { format, isVerbose } = project;
  const report = await generateProject(project);
  const { diagnostics, sources } = report;
  const accounts = report.services.map(({ summary }) => summary.account);
  printDiagnostics(
    { diagnostics, sources, format, isVerbose, accounts },
    call.terminal,
  );
  const text = describe(report, project);
  const isResult = toFormat(format) === "text" && report.written !== undefined;
  // A format for programs has stdout for itself.
  if (isResult) call.terminal.out(text);
  else call.terminal.err(text);
  return exitCodeOf(diagnostics);
}

function describe(report: GenerateReport, project: Project): string {
  const { services, written } = report;
  if (written === undefined) return "nothing was written\n";
  const { added, changed, removed, unchanged } = written;
  const changes = [
    [added, "added"],
    [changed, "changed"],
    [removed, "removed"],
    [unchanged, "unchanged"],
  ] as const;
  const counts = changes
    .filter(([paths]) => paths.length > 0)
    .map(([paths, word]) => `${paths.length} ${word}`);
  const isUnchanged = added.length + changed.length + removed.length === 0;
  const folder = project.output.shown;
  const call = firstCall(report, project);
  return [
    ...services.map(({ summary }) => describeAccount(summary.account)),
    `${isUnchanged ? "kept" : "wrote"} ${folder}: ${counts.join(", ")}`,
    ...(call.length === 0 ? [] : ["", ...call.map((line) => `  ${line}`)]),
    "",
  ].join("\n");
}

/** The summary's lines import from the output folder; here they are to be pasted beside it. */
function firstCall(
  { services }: GenerateReport,
  { output, importExtension }: Project,
): readonly string[] {
  const isRelative = !/^(?:\/|\.\.?(?:\/|$)|[a-z]:)/i.test(output.shown);
  const folder = `${isRelative ? "./" : ""}${output.shown}`.replace(/\/$/, "");
  const lines = services[0]?.summary.firstCall ?? [];
  return lines.map((line) =>
    line.replace(
      /^(import .* from ")\.\/(.*)\.js";$/,
      (_line, start: string, path: string) =>
        `${start}${folder}/${path}${importExtension}";`,
    ),
  );
}

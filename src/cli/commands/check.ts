import { checkProject } from "../../index.js";
import type { CommandCall } from "../command.js";
import { count } from "../count.js";
import { checkExitCodeOf, exitCodes } from "../exit-code.js";
import { openProject } from "../open-project.js";
import { printDiagnostics, toFormat } from "../print-diagnostics.js";

const words = new Map([
  ["output/stale", "stale"],
  ["output/missing", "missing"],
  ["output/obsolete", "obsolete"],
  ["output/foreign-file", "foreign"],
  ["output/hand-edited", "hand-edited"],
  ["output/in-the-way", "in the way"],
]);

/** `soapstone check`: one line per file that is not as it would be generated. */
export async function run(call: CommandCall): Promise<number> {
  const opened = await openProject("check", call);
  if (opened.kind === "failed") return opened.exitCode;
  const { project } = opened;
  const { terminal } = call;
  const { format, isVerbose } = project;
  const report = await checkProject(project);
  const isText = toFormat(format) === "text";
  // As text, differences are a list of files, not a page about each.
  const differences = report.diagnostics.filter(({ code }) => words.has(code));
  const others = report.diagnostics.filter(({ code }) => !words.has(code));
  const diagnostics = isText ? others : report.diagnostics;
  const { sources } = report;
  printDiagnostics({ diagnostics, sources, format, isVerbose }, terminal);
  const exitCode = checkExitCodeOf(report.diagnostics);
  if (!isText) return exitCode;
  for (const { code, severity, parameters } of differences) {
    const note = severity === "error" ? "" : ` (${severity})`;
    const path = parameters["path"] ?? "";
    terminal.out(`${(words.get(code) ?? code).padEnd(11)} ${path}${note}\n`);
  }
  if (report.current !== undefined) {
    const files = count(report.current, "file");
    const where = project.output.shown;
    const isFine = exitCode === exitCodes.fine;
    if (isFine) terminal.out(`${where} is up to date: ${files}\n`);
    else terminal.err(`${where} is not up to date; run soapstone generate\n`);
  }
  return exitCode;
}

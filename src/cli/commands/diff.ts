import {
  catalogue,
  diffProject,
  suggestion,
  type Diagnostic,
} from "../../index.js";
import type { CommandCall } from "../command.js";
import { exitCodeOf, exitCodes } from "../exit-code.js";
import { flagList } from "../flag-values.js";
import { openProject } from "../open-project.js";
import { printChanges } from "../print-changes.js";
import { printDiagnostics, toFormat } from "../print-diagnostics.js";
import { UsageProblem } from "../usage-problem.js";

/** `soapstone diff OLD [NEW…]`: what callers and code that uses the SDK will notice. */
export async function run(call: CommandCall): Promise<number> {
  const [old, ...inputs] = call.inputs;
  if (old === undefined)
    throw new UsageProblem(
      "say what to compare with: git:REF, a file or a folder",
      "diff",
    );
  const allowed = flagList(call.flags, "allow");
  checkCodes(allowed);
  const opened = await openProject("diff", { ...call, inputs });
  if (opened.kind === "failed") return opened.exitCode;
  const { terminal, flags } = call;
  const { cwd, environment } = terminal;
  const { changes, diagnostics, sources } = await diffProject(opened.project, {
    old,
    request: { cwd, environment, flags },
    allowed,
  });
  const { format, isVerbose } = opened.project;
  const isText = toFormat(format) === "text";
  printDiagnostics(
    {
      diagnostics: isText ? diagnostics : [...diagnostics, ...changes],
      sources,
      format,
      isVerbose,
    },
    terminal,
  );
  const problems = exitCodeOf(diagnostics);
  if (problems !== exitCodes.fine) return problems;
  if (isText) printChanges(changes, terminal);
  return changes.some(isBreaking) ? exitCodes.breaking : exitCodes.fine;
}

function isBreaking({ severity }: Diagnostic): boolean {
  return severity === "error";
}

function checkCodes(codes: readonly string[]): void {
  const known = Object.keys(catalogue).filter((one) =>
    one.startsWith("change/"),
  );
  const unknown = codes.find((code) => !known.includes(code));
  if (unknown === undefined) return;
  const near = suggestion(unknown, known);
  throw new UsageProblem(
    `--allow takes codes of changes, and "${unknown}" is none${near}`,
    "diff",
  );
}

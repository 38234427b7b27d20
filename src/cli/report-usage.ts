import { createSink } from "../diagnostics/index.js";
import { printDiagnostics } from "./print-diagnostics.js";
import type { Terminal } from "./terminal.js";
import type { UsageProblem } from "./usage-problem.js";

/** Says what is wrong with the command line. */
export function reportUsage(problem: UsageProblem, terminal: Terminal): void {
  const sink = createSink();
  sink.report("cli/usage", {
    problem: problem.message,
    command: problem.command === "" ? "" : `${problem.command} `,
  });
  printDiagnostics(
    {
      diagnostics: sink.diagnostics,
      sources: [],
      format: "text",
      isVerbose: false,
    },
    terminal,
  );
}

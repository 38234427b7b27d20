import { createSink } from "../diagnostics/index.js";
import { printDiagnostics } from "./print-diagnostics.js";
import type { Terminal } from "./terminal.js";
import type { UsageProblem } from "./usage-problem.js";

/** Says what is wrong with the command line, in the format that it asks for as far as that can be told. */
export function reportUsage(
  problem: UsageProblem,
  args: readonly string[],
  terminal: Terminal,
): void {
  const sink = createSink();
  sink.report("cli/usage", {
    problem: problem.message,
    command: problem.command === "" ? "" : `${problem.command} `,
  });
  printDiagnostics(
    {
      diagnostics: sink.diagnostics,
      sources: [],
      format: askedFormat(args) ?? terminal.environment["SOAPSTONE_FORMAT"],
      isVerbose: false,
    },
    terminal,
  );
}

function askedFormat(args: readonly string[]): string | undefined {
  const joined = args.find((argument) => argument.startsWith("--format="));
  if (joined !== undefined) return joined.slice("--format=".length);
  const at = args.indexOf("--format");
  return at < 0 ? undefined : args[at + 1];
}

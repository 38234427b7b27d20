import { commandTable } from "./command-table.js";
import { exitCodes } from "./exit-code.js";
import { renderCommandHelp, renderHelp } from "./render-help.js";
import type { Terminal } from "./terminal.js";
import { UsageProblem } from "./usage-problem.js";
import { toolVersion } from "../tool-version.js";

/** Runs the command line; returns the exit code. */
export async function runCli(
  args: readonly string[],
  terminal: Terminal,
): Promise<number> {
  try {
    const text = answer(args, terminal);
    if (text !== undefined) {
      terminal.out(text);
      return exitCodes.fine;
    }
    const { parseArguments } = await import("./parse-arguments.js");
    const parsed = parseArguments(args, commandTable);
    const { run } = await parsed.command.load();
    return await run({ ...parsed, terminal });
  } catch (error) {
    if (error instanceof UsageProblem) return failUsage(error, args, terminal);
    return failBug(error, args, terminal);
  }
}

/** Help and version: asked for by a flag before any `--`. */
function answer(
  args: readonly string[],
  { columns }: Terminal,
): string | undefined {
  const end = args.indexOf("--");
  const flags = end < 0 ? args : args.slice(0, end);
  const [first = ""] = args;
  if (["--version", "-v", "version"].includes(first))
    return `${toolVersion()}\n`;
  const isHelp = flags.includes("--help") || flags.includes("-h");
  if (!isHelp && first !== "help") return undefined;
  const command = commandTable.find(({ name }) => flags.includes(name));
  return command === undefined
    ? renderHelp(commandTable, columns)
    : renderCommandHelp(command, columns);
}

async function failUsage(
  problem: UsageProblem,
  args: readonly string[],
  terminal: Terminal,
): Promise<number> {
  const { reportUsage } = await import("./report-usage.js");
  reportUsage(problem, args, terminal);
  return exitCodes.usage;
}

/** One line for a mistake of ours; the stack only if asked for. */
function failBug(
  error: unknown,
  args: readonly string[],
  terminal: Terminal,
): number {
  const isVerbose =
    args.includes("--verbose") ||
    terminal.environment["SOAPSTONE_VERBOSE"] === "1";
  const message = error instanceof Error ? error.message : String(error);
  const firstLine = message.split("\n")[0] ?? "";
  terminal.err(
    isVerbose && error instanceof Error
      ? `${error.stack ?? message}\n`
      : `soapstone: this is a bug of soapstone, please report it: ${firstLine} (--verbose shows where)\n`,
  );
  return exitCodes.bug;
}

import { runCli } from "./run-cli.js";
import { processTerminal } from "./terminal.js";

/** The command line of this process, in its terminal. */
export async function runProcess(): Promise<void> {
  // Set instead of exit(): what was printed still has to reach a slow reader.
  process.exitCode = await runCli(process.argv.slice(2), processTerminal());
}

import { initProject, type InitReport } from "../../index.js";
import type { CommandCall } from "../command.js";
import { count } from "../count.js";
import { exitCodeOf } from "../exit-code.js";
import { flagText } from "../flag-values.js";
import { printDiagnostics, toFormat } from "../print-diagnostics.js";

/** `soapstone init`: writes a config from what it finds. */
export async function run({ terminal, flags }: CommandCall): Promise<number> {
  const report = initProject(terminal.cwd);
  const { diagnostics } = report;
  const format = flagText(flags, "format");
  const isVerbose = flags.verbose === true;
  printDiagnostics({ diagnostics, sources: [], format, isVerbose }, terminal);
  const text = describe(report);
  // A format for programs has stdout for itself.
  if (toFormat(format) === "text") terminal.out(text);
  else terminal.err(text);
  return exitCodeOf(diagnostics);
}

function describe({ path, config }: InitReport): string {
  if (path === undefined) return "";
  const { services = {} } = config ?? {};
  const found =
    typeof services === "string"
      ? `the folders ${services}`
      : `${count(Object.keys(services).length, "service")}: ${Object.keys(services).join(", ")}`;
  return `found ${found}\nwrote ${path}\nnext: soapstone generate\n`;
}

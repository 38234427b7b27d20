import { initProject } from "../../index.js";
import type { CommandCall } from "../command.js";
import { count } from "../count.js";
import { exitCodeOf } from "../exit-code.js";
import { printDiagnostics } from "../print-diagnostics.js";

/** `soapstone init`: writes a config from what it finds. */
export async function run(call: CommandCall): Promise<number> {
  const { terminal, flags } = call;
  const { path, config, diagnostics } = initProject(terminal.cwd);
  if (path === undefined || config === undefined) {
    const { format } = flags;
    printDiagnostics(
      {
        diagnostics,
        sources: [],
        format: typeof format === "string" ? format : undefined,
        isVerbose: flags.verbose === true,
      },
      terminal,
    );
    return exitCodeOf(diagnostics);
  }
  const { services = {} } = config;
  const found =
    typeof services === "string"
      ? `the folders ${services}`
      : `${count(Object.keys(services).length, "service")}: ${Object.keys(services).join(", ")}`;
  terminal.out(`found ${found}\nwrote ${path}\nnext: soapstone generate\n`);
  return 0;
}

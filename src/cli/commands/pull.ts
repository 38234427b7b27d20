import { pullService } from "../../index.js";
import type { CommandCall } from "../command.js";
import { count } from "../count.js";
import { exitCodeOf } from "../exit-code.js";
import { openProject } from "../open-project.js";
import { printDiagnostics, toFormat } from "../print-diagnostics.js";
import { UsageProblem } from "../usage-problem.js";

/** `soapstone pull URL`: stores a WSDL and all it imports, with a lock file. */
export async function run(call: CommandCall): Promise<number> {
  const [url, ...others] = call.inputs;
  if (url === undefined || others.length > 0 || !isHttp(url)) {
    throw new UsageProblem("name one http: or https: URL", "pull");
  }
  const { output, ...flags } = call.flags;
  const opened = await openProject("pull", { ...call, flags });
  if (opened.kind === "failed") return opened.exitCode;
  const { project } = opened;
  const target = typeof output === "string" ? output : undefined;
  const report = await pullService(url, project, target);
  const { diagnostics, documents, changed, folder } = report;
  const { format, isVerbose } = project;
  printDiagnostics(
    { diagnostics, sources: [], format, isVerbose },
    call.terminal,
  );
  if (folder === undefined) {
    call.terminal.err("nothing was written\n");
    return exitCodeOf(diagnostics);
  }
  const text = [
    `pulled ${count(documents.length, "document")} from ${new URL(url).host}`,
    `wrote ${folder}: ${changed.length} changed, ${documents.length - changed.length} unchanged`,
    `next: soapstone generate ${folder}`,
    "",
  ].join("\n");
  // A format for programs has stdout for itself.
  if (toFormat(format) === "text") call.terminal.out(text);
  else call.terminal.err(text);
  return exitCodeOf(diagnostics);
}

function isHttp(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
}

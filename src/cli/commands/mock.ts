import { once } from "node:events";
import { resolve } from "node:path";
import { mockProject, type MockReport } from "../../index.js";
import type { CommandCall } from "../command.js";
import { count } from "../count.js";
import { exitCodeOf } from "../exit-code.js";
import { flagList, flagText } from "../flag-values.js";
import { openProject } from "../open-project.js";
import { printDiagnostics } from "../print-diagnostics.js";
import type { Terminal } from "../terminal.js";
import { UsageProblem } from "../usage-problem.js";

/** `soapstone mock`: plays services until it is told to stop. */
export async function run(call: CommandCall): Promise<number> {
  const { flags, terminal } = call;
  const address = parseAddress(flagText(flags, "listen") ?? DEFAULT_ADDRESS);
  const opened = await openProject("mock", call);
  if (opened.kind === "failed") return opened.exitCode;
  const { project } = opened;
  const answers = flagText(flags, "answers");
  const report = await mockProject(project, {
    ...address,
    ...(answers !== undefined && { answers: resolve(terminal.cwd, answers) }),
    faults: flagList(flags, "fault"),
    onAnswer: ({ method, target, status }) =>
      terminal.err(`${method} ${target} ${status}\n`),
  });
  const { diagnostics, sources, server } = report;
  const { format, isVerbose } = project;
  printDiagnostics(
    { diagnostics, sources, format, isVerbose, hasOwnResult: true },
    terminal,
  );
  if (server === undefined) return exitCodeOf(diagnostics);
  announce(report, server.origin, terminal);
  const stop = new AbortController();
  const { signal } = stop;
  await Promise.race(
    ["SIGINT", "SIGTERM"].map((name) => once(process, name, { signal })),
  );
  stop.abort();
  await server.close();
  return 0;
}

const DEFAULT_ADDRESS = "127.0.0.1:8080";

function announce(
  { services, operations }: MockReport,
  origin: string,
  terminal: Terminal,
): void {
  terminal.out(`mocking ${count(operations, "operation")} at ${origin}\n`);
  for (const { name, path } of services)
    terminal.out(`  ${name}: ${origin}${path}?wsdl\n`);
  terminal.err("stop with Ctrl+C\n");
}

/** `HOST:PORT`, or only a port: of this machine alone. */
function parseAddress(text: string): { host: string; port: number } {
  const found = /^(?:\[?([\w.:-]+?)\]?:)?(\d{1,5})$/.exec(text);
  const port = Number(found?.[2]);
  if (found !== null && port <= 65_535)
    return { host: found[1] ?? "127.0.0.1", port };
  throw new UsageProblem(`--listen must be HOST:PORT, not "${text}"`, "mock");
}

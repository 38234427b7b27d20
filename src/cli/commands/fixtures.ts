import { listFixtures, type ListedFixture } from "../../index.js";
import type { CommandCall } from "../command.js";
import { exitCodeOf } from "../exit-code.js";
import { openProject } from "../open-project.js";
import { printDiagnostics } from "../print-diagnostics.js";
import { wantsData } from "../wants-data.js";

/** `soapstone fixtures`: an example of every message, as XML or as the JSON that `call` takes. */
export async function run(call: CommandCall): Promise<number> {
  const opened = await openProject("fixtures", call);
  if (opened.kind === "failed") return opened.exitCode;
  const { format, isVerbose } = opened.project;
  const { fixtures, diagnostics, sources } = await listFixtures(opened.project);
  const { terminal } = call;
  printDiagnostics(
    { diagnostics, sources, format, isVerbose, hasOwnResult: true },
    terminal,
  );
  terminal.out(wantsData(call, format) ? toJson(fixtures) : toXml(fixtures));
  return exitCodeOf(diagnostics);
}

function toJson(fixtures: readonly ListedFixture[]): string {
  const messages = fixtures.map(({ operation, role, json: value }) => ({
    operation,
    role,
    value,
  }));
  return `${JSON.stringify(messages, null, 2)}\n`;
}

function toXml(fixtures: readonly ListedFixture[]): string {
  return fixtures
    .flatMap(({ operation, role, xml }) =>
      xml === undefined ? [] : [`# ${operation} ${role}\n${xml}`],
    )
    .join("\n");
}

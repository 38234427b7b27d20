import { inspectProject, type InspectReport } from "../../index.js";
import type { CommandCall } from "../command.js";
import { exitCodeOf } from "../exit-code.js";
import { openProject } from "../open-project.js";
import { printDiagnostics } from "../print-diagnostics.js";
import { printGaps } from "../print-gaps.js";
import { printInspection } from "../print-inspection.js";
import { wantsData } from "../wants-data.js";

/** `soapstone inspect`: what is known, how it is known, and where it stands. */
export async function run(call: CommandCall): Promise<number> {
  const opened = await openProject("inspect", call);
  if (opened.kind === "failed") return opened.exitCode;
  const { format, isVerbose } = opened.project;
  const report = await inspectProject(opened.project);
  const { terminal, switches } = call;
  const isUnknown = switches.has("unknown");
  if (wantsData(call, format)) {
    const document = isUnknown ? toGaps(report) : toDocument(report);
    terminal.out(`${JSON.stringify(document, null, 2)}\n`);
  } else {
    for (const { name, inspection, gaps } of report.services)
      terminal.out(
        isUnknown ? printGaps(name, gaps) : printInspection(inspection),
      );
  }
  const { diagnostics, sources } = report;
  printDiagnostics(
    {
      diagnostics,
      sources,
      format,
      isVerbose,
      hasOwnResult: true,
    },
    terminal,
  );
  return exitCodeOf(diagnostics);
}

function toGaps({ services }: InspectReport): unknown {
  return {
    version: 1,
    services: services.map(({ name, gaps }) => ({ name, ...gaps })),
  };
}

/** The version is that of the shape, for the whole document. */
function toDocument({ services }: InspectReport): unknown {
  return {
    version: 1,
    services: services.map(({ name, inspection }) => {
      const { services: found, operations, types } = inspection;
      return { name, services: found, operations, types };
    }),
  };
}

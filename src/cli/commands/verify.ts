import { verifyProject, type VerifiedPage } from "../../index.js";
import type { CommandCall } from "../command.js";
import { exitCodeOf, exitCodes } from "../exit-code.js";
import { openProject } from "../open-project.js";
import { printDiagnostics } from "../print-diagnostics.js";

/** `soapstone verify`: the self-check that help pages can be made again from what was learnt of them. */
export async function run(call: CommandCall): Promise<number> {
  const opened = await openProject("verify", call);
  if (opened.kind === "failed") return opened.exitCode;
  const { format, isVerbose } = opened.project;
  const report = await verifyProject(opened.project);
  const { diagnostics, sources, pages, otherPages } = report;
  const { terminal } = call;
  printDiagnostics(
    { diagnostics, sources, format, isVerbose, hasOwnResult: true },
    terminal,
  );
  const unequal = pages.filter(({ differences }) => differences.length > 0);
  if (format === "json") terminal.out(toJson(pages, otherPages));
  else {
    for (const page of unequal) terminal.out(describe(page));
    terminal.out(summary(pages, otherPages));
  }
  return unequal.length > 0 ? exitCodes.problems : exitCodeOf(diagnostics);
}

function describe({ differences }: VerifiedPage): string {
  return differences
    .map(({ diff, isLayout }) =>
      isLayout
        ? `${diff}only the layout of the capture differs\n\n`
        : `${diff}\n`,
    )
    .join("");
}

function summary(pages: readonly VerifiedPage[], others: number): string {
  const equal = pages.filter(({ differences }) => differences.length === 0);
  const layout = pages.filter(
    ({ differences }) =>
      differences.length > 0 && differences.every(({ isLayout }) => isLayout),
  );
  const lines = [
    pages.length === 0
      ? "nothing to compare: no help page of ASP.NET with samples"
      : `${String(equal.length)} of ${String(pages.length)} pages reproduced byte for byte`,
  ];
  if (layout.length > 0)
    lines.push(
      `${String(layout.length)} more but for the layout that their capture lost`,
    );
  if (others > 0)
    lines.push(
      `${String(others)} not compared: another style, or values filled in by an author`,
    );
  return `${lines.join("\n")}\n`;
}

function toJson(pages: readonly VerifiedPage[], otherPages: number): string {
  const reproduced = pages.filter(
    ({ differences }) => differences.length === 0,
  ).length;
  const document = {
    version: 1,
    reproduced,
    of: pages.length,
    otherPages,
    pages,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

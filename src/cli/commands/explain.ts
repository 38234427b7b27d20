import {
  catalogue,
  createSink,
  suggestion,
  type CatalogueEntry,
} from "../../index.js";
import type { CommandCall } from "../command.js";
import { exitCodeOf } from "../exit-code.js";
import { flagText } from "../flag-values.js";
import { printDiagnostics } from "../print-diagnostics.js";
import { wantsData } from "../wants-data.js";

/** `soapstone explain`: what the catalogue knows about codes. */
export async function run(call: CommandCall): Promise<number> {
  const { inputs, flags, terminal } = call;
  const format = flagText(flags, "format");
  const entries = new Map<string, CatalogueEntry>(Object.entries(catalogue));
  const sink = createSink();
  for (const code of inputs.filter((one) => !entries.has(one))) {
    const near = suggestion(code, entries.keys());
    sink.report("cli/unknown-code", { code, suggestion: near });
  }
  const isList = inputs.length === 0;
  const shown = [...entries].filter(
    ([code]) => isList || inputs.includes(code),
  );
  if (wantsData(call, format)) {
    const data = Object.fromEntries(shown);
    terminal.out(`${JSON.stringify(data, null, 2)}\n`);
  } else if (isList) {
    for (const [code, entry] of shown) terminal.out(line(code, entry));
  } else {
    terminal.out(shown.map(([code, entry]) => page(code, entry)).join("\n"));
  }
  const { diagnostics } = sink;
  printDiagnostics(
    {
      diagnostics,
      sources: [],
      format,
      isVerbose: false,
      hasOwnResult: true,
    },
    terminal,
  );
  return exitCodeOf(diagnostics);
}

function line(code: string, { severity, title }: CatalogueEntry): string {
  return `${code.padEnd(32)} ${severity.padEnd(8)} ${title}\n`;
}

function page(code: string, entry: CatalogueEntry): string {
  return `${[
    `${code}: ${entry.title} (${entry.severity})`,
    "",
    `  says  ${entry.message}`,
    ...(entry.breaks === undefined ? [] : [`  kind  breaks ${entry.breaks}`]),
    `  why   ${entry.cause}`,
    `  do    ${entry.fix}`,
    `  bad   ${indent(entry.bad)}`,
    `  good  ${indent(entry.good)}`,
  ].join("\n")}\n`;
}

function indent(text: string): string {
  return text.replaceAll("\n", `\n${" ".repeat(8)}`);
}

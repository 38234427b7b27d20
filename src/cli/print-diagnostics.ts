import { settings } from "../config/setting.js";
import {
  formatDiagnostics,
  wantsColour,
  type DiagnosticFormat,
  type ServiceAccount,
} from "../diagnostics/index.js";
import type { Diagnostic, SourceText } from "../index.js";
import { toolVersion } from "../tool-version.js";
import type { Terminal } from "./terminal.js";

export interface Findings {
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: readonly SourceText[];
  /** Name of a format; text if it is none. */
  readonly format: string | undefined;
  readonly isVerbose: boolean;
  /** Something else is the result: formats for programs go to stderr too. */
  readonly hasOwnResult?: boolean;
  /** What was read of each service. */
  readonly accounts?: readonly ServiceAccount[];
}

/** Prints findings: text on stderr; formats for programs are the result and go to stdout, also when nothing was found. */
export function printDiagnostics(findings: Findings, terminal: Terminal): void {
  const format = toFormat(findings.format);
  const { diagnostics, sources, isVerbose } = findings;
  const text = formatDiagnostics(format, diagnostics, {
    sources: new Map(sources.map((source) => [source.path, source])),
    useColour: wantsColour(terminal.environment, terminal.errIsTerminal),
    isVerbose,
    toolVersion: toolVersion(),
    accounts: findings.accounts,
  });
  const isResult = format !== "text" && findings.hasOwnResult !== true;
  if (isResult) terminal.out(text);
  else terminal.err(text);
}

/** The format of that name, or text. */
export function toFormat(name: string | undefined): DiagnosticFormat {
  return settings.format.choices.find((choice) => choice === name) ?? "text";
}

import type { SourceText } from "../source/index.js";
import type { Diagnostic } from "./diagnostic.js";
import { formatGithub } from "./format-github.js";
import { formatGitlab } from "./format-gitlab.js";
import { formatJson } from "./format-json.js";
import { formatJunit } from "./format-junit.js";
import { formatMarkdown } from "./format-markdown.js";
import { formatSarif } from "./format-sarif.js";
import { formatText } from "./format-text.js";
import type { ServiceAccount } from "./service-account.js";

/** What the formats need beside the findings. */
export interface FormatContext {
  /** Source texts by path, for code frames. */
  readonly sources: ReadonlyMap<string, SourceText>;
  readonly useColour: boolean;
  /** Text: also show what is only informative. */
  readonly isVerbose: boolean;
  /** Version of soapstone. */
  readonly toolVersion: string;
  /** What was read of each service, for commands that account for it (JSON, Markdown). */
  readonly accounts?: readonly ServiceAccount[] | undefined;
}

const formatters = {
  text: formatText,
  json: formatJson,
  github: formatGithub,
  gitlab: formatGitlab,
  sarif: formatSarif,
  junit: formatJunit,
  markdown: formatMarkdown,
} as const;

export type DiagnosticFormat = keyof typeof formatters;

/** Renders findings in the order given; the result ends with a line end unless it is empty. */
export function formatDiagnostics(
  format: DiagnosticFormat,
  diagnostics: readonly Diagnostic[],
  context: FormatContext,
): string {
  return formatters[format](diagnostics, context);
}

import type { Project } from "./config/index.js";
import type { Diagnostic } from "./diagnostics/index.js";
import { exportWsdl, inspectModel } from "./export/index.js";
import { pipelineOptions } from "./generate-project.js";
import { readModel } from "./pipeline.js";
import type { SourceText } from "./source/index.js";

export type ExportFormat = "wsdl" | "json";

export interface ExportReport {
  /** The document; absent when something was wrong. */
  readonly text?: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: readonly SourceText[];
}

/** What is known of a project's first service, as a document for other tools. */
export async function exportProject(
  project: Project,
  format: ExportFormat,
): Promise<ExportReport> {
  const [service] = project.services;
  if (service === undefined) return { diagnostics: [], sources: [] };
  const read = await readModel(service, pipelineOptions(project));
  const { diagnostics, sources } = read;
  if (diagnostics.some(({ severity }) => severity === "error")) {
    return { diagnostics, sources };
  }
  const text =
    format === "wsdl"
      ? exportWsdl(read.model)
      : `${JSON.stringify(inspectModel(read.model), null, 2)}\n`;
  return { text, diagnostics, sources };
}

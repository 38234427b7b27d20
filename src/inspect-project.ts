import type { Project } from "./config/index.js";
import type { Diagnostic } from "./diagnostics/index.js";
import {
  findGaps,
  inspectModel,
  type GapReport,
  type Inspection,
} from "./export/index.js";
import { pipelineOptions } from "./generate-project.js";
import { readModel } from "./pipeline.js";
import type { SourceText } from "./source/index.js";

export interface InspectReport {
  readonly services: readonly InspectedProjectService[];
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: readonly SourceText[];
}

/** What is known of one service of the project. */
export interface InspectedProjectService {
  readonly name: string;
  readonly inspection: Inspection;
  /** What is unknown. */
  readonly gaps: GapReport;
}

/** Reads all services of a project and tells what is known of them; writes nothing. */
export async function inspectProject(project: Project): Promise<InspectReport> {
  const options = pipelineOptions(project);
  const services: InspectedProjectService[] = [];
  const diagnostics: Diagnostic[] = [];
  const sources: SourceText[] = [...project.sources];
  for (const service of project.services) {
    const read = await readModel(service, options);
    const inspection = inspectModel(read.model);
    const gaps = findGaps(read.model, read.pages);
    services.push({ name: service.name, inspection, gaps });
    diagnostics.push(...read.diagnostics);
    sources.push(...read.sources);
  }
  return { services, diagnostics, sources };
}

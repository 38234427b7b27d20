import type { Project, ProjectService } from "./config/index.js";
import type { Diagnostic } from "./diagnostics/index.js";
import { pipelineOptions } from "./generate-project.js";
import { readModel, type PipelineOptions, type ReadModel } from "./pipeline.js";
import type { SourceText } from "./source/index.js";

/** A service as it was read, with its name in the project. */
export interface ReadService {
  readonly name: string;
  /** Inside the output folder. */
  readonly folder: string;
  readonly read: ReadModel;
}

export interface ReadServices {
  readonly services: readonly ReadService[];
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: readonly SourceText[];
}

/** Reads and links all services of a project. */
export function readServices(project: Project): Promise<ReadServices> {
  return readEach(project.services, pipelineOptions(project));
}

export async function readEach(
  services: readonly ProjectService[],
  options: PipelineOptions,
): Promise<ReadServices> {
  const found: ReadService[] = [];
  for (const service of services)
    found.push({
      name: service.name,
      folder: service.folder,
      read: await readModel(service, options),
    });
  return {
    services: found,
    diagnostics: found.flatMap(({ read }) => read.diagnostics),
    sources: found.flatMap(({ read }) => read.sources),
  };
}

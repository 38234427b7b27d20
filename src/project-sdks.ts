import type { Project } from "./config/index.js";
import type { Diagnostic, DiagnosticSink } from "./diagnostics/index.js";
import { suggestion } from "./config/index.js";
import type { DynamicOperation, DynamicSdk } from "./dynamic/index.js";
import { pipelineOptions } from "./generate-project.js";
import { readSdk, type ReadSdk } from "./read-sdk.js";
import type { SourceText } from "./source/index.js";

/** All services of a project, ready to be called. */
export interface ProjectSdks {
  readonly services: readonly ReadSdk[];
  /** What keeps services from being called; the rest is for those who generate. */
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: readonly SourceText[];
}

export async function projectSdks(project: Project): Promise<ProjectSdks> {
  const options = pipelineOptions(project);
  const services: ReadSdk[] = [];
  for (const service of project.services)
    services.push(await readSdk(service, options));
  return {
    services,
    diagnostics: services
      .flatMap(({ diagnostics }) => diagnostics)
      .filter(({ severity }) => severity === "error"),
    sources: [
      ...project.sources,
      ...services.flatMap(({ sources }) => sources),
    ],
  };
}

export interface FoundOperation {
  readonly sdk: DynamicSdk;
  readonly operation: DynamicOperation;
}

/** The one operation of a name among the services; undefined after reporting that there is none, or more than one. */
export function findOperation(
  name: string,
  services: readonly ReadSdk[],
  sink: DiagnosticSink,
): FoundOperation | undefined {
  const found = services.flatMap(({ name: service, planned }) => {
    const sdk = planned?.sdk;
    const operation =
      sdk?.operations.find((each) => each.functionName === name) ??
      sdk?.operations.find((each) => each.name === name);
    return sdk && operation ? [{ service, sdk, operation }] : [];
  });
  const [first, second] = found;
  if (first !== undefined && second === undefined) return first;
  if (first === undefined) {
    const names = services.flatMap(
      ({ planned }) => planned?.sdk.operations.map((each) => each.name) ?? [],
    );
    const near = suggestion(name, names);
    sink.report("call/unknown-operation", { name, suggestion: near });
    return undefined;
  }
  const others = found.map(({ service }) => service).join(", ");
  sink.report("call/ambiguous-operation", { name, services: others });
  return undefined;
}

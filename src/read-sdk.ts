import { createSink, type Diagnostic } from "./diagnostics/index.js";
import { createDynamicSdk, type DynamicSdk } from "./dynamic/index.js";
import type { Model } from "./model/index.js";
import {
  readModel,
  type PipelineOptions,
  type ServiceJob,
} from "./pipeline.js";
import { planSdk, type SdkPlan } from "./plan/index.js";
import type { SourceText } from "./source/index.js";

/** A service, read and ready to be called without generated files. */
export interface ReadSdk {
  readonly name: string;
  readonly model: Model;
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: readonly SourceText[];
  /** Absent when something was wrong. */
  readonly planned?: { readonly plan: SdkPlan; readonly sdk: DynamicSdk };
}

/** Reads and plans the inputs of a service; the SDK is built in memory. */
export async function readSdk(
  job: ServiceJob,
  options: PipelineOptions,
): Promise<ReadSdk> {
  const read = await readModel(job, options);
  const sink = createSink(options.severities);
  const { name } = job;
  const plan = planSdk(read.model, { sink, name, previousNames: {} });
  const diagnostics = [...read.diagnostics, ...sink.diagnostics];
  const { model, sources } = read;
  const isWrong = diagnostics.some(({ severity }) => severity === "error");
  return {
    name,
    model,
    diagnostics,
    sources,
    ...(!isWrong && { planned: { plan, sdk: createDynamicSdk(plan) } }),
  };
}

import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { createSink } from "../../../src/diagnostics/index.js";
import type {
  Generated,
  GeneratedService,
  PipelineOptions,
  ReadModel,
  ServiceJob,
} from "../../../src/pipeline.js";
import { createSourceText, spanAt } from "../../../src/source/index.js";

const model: ReadModel["model"] = {
  schemas: {
    types: new Map(),
    elements: new Map(),
    attributes: new Map(),
    groups: new Map(),
    attributeGroups: new Map(),
  },
  services: [],
  operations: [],
};

/** Stands in for the phases before output: each word of an input is a file; `BAD` is an error, `BUG` a mistake of ours. */
export async function generateServices(
  jobs: readonly ServiceJob[],
  options: PipelineOptions,
): Promise<Generated> {
  const services = jobs.map((job) => generateService(job, options));
  const text = `// ${options.importExtension}\n`;
  return { services, sharedFiles: [{ path: "runtime/index.ts", text }] };
}

function generateService(
  job: ServiceJob,
  options: PipelineOptions,
): GeneratedService {
  const read = readInput(job, options);
  const words = read.text.split(/\s+/).filter((word) => word !== "");
  const folder = job.folder === "" ? "" : `${job.folder}/`;
  return {
    job,
    ...read,
    names: {},
    files: words.map((word) => ({
      path: `${folder}${word}.ts`,
      text: `export {};\n`,
    })),
    summary: {
      firstCall: ['import { a } from "./index.js";', "two();", "three();"],
      account: {
        name: job.name,
        documents: 1,
        pages: 0,
        pagesUnderstood: 0,
        operations: words.length,
        types: 1,
        certain: 3,
        likely: 2,
        assumed: 0,
        unknown: 1,
        overridden: 0,
        conflicts: 0,
        repairs: 1,
        notUnderstood: 0,
      },
    },
  };
}

export async function readModel(
  job: ServiceJob,
  options: PipelineOptions,
): Promise<ReadModel> {
  return readInput(job, options);
}

function readInput(
  { inputs }: ServiceJob,
  { cwd, severities }: PipelineOptions,
): ReadModel & { readonly text: string } {
  const [path = ""] = inputs;
  const text = readFileSync(resolve(cwd, path), "utf8");
  if (text.includes("BUG")) throw new Error("first line\nsecond line");
  const source = createSourceText(path, text);
  const sink = createSink(severities);
  const at = text.indexOf("BAD");
  // Any code of a spec will do; this one is as far from the config as can be.
  if (at >= 0) {
    const span = spanAt(source, at, 3);
    sink.report(
      "output/unsafe-path",
      { path: "BAD", reason: "told" },
      { span },
    );
  }
  const { diagnostics } = sink;
  return {
    model,
    diagnostics,
    sources: [source],
    pages: [],
    overrides: [],
    text,
  };
}

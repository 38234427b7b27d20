import type { Project } from "./config/index.js";
import type { Diagnostic } from "./diagnostics/index.js";
import { unifiedDiff, verifyPages, type PageProof } from "./export/index.js";
import { pipelineOptions } from "./generate-project.js";
import { readModel } from "./pipeline.js";
import type { SourceText } from "./source/index.js";

export interface VerifyReport {
  /** Every help page of the project, in the order of the inputs. */
  readonly pages: readonly VerifiedPage[];
  /** Pages with samples in other styles, or with values that an author filled in. */
  readonly otherPages: number;
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: readonly SourceText[];
}

export interface VerifiedPage {
  readonly service: string;
  readonly path: string;
  readonly operation: string;
  readonly samples: number;
  /** Empty when the page was reproduced byte for byte. */
  readonly differences: readonly VerifiedDifference[];
}

export interface VerifiedDifference {
  readonly title: string;
  readonly line: number;
  /** Only blanks and line ends differ. */
  readonly isLayout: boolean;
  /** From what the page shows to what the model makes of it. */
  readonly diff: string;
}

/** Makes the samples of all help pages again from what was learnt of them and compares; writes nothing. */
export async function verifyProject(project: Project): Promise<VerifyReport> {
  const options = pipelineOptions(project);
  const pages: VerifiedPage[] = [];
  const diagnostics: Diagnostic[] = [];
  const sources: SourceText[] = [...project.sources];
  let otherPages = 0;
  for (const service of project.services) {
    const read = await readModel(service, options);
    const all = verifyPages(read.model, read.pages);
    const proofs = all.filter(
      ({ isFilledIn, differences }) => !isFilledIn || differences.length === 0,
    );
    const withSamples = read.pages.filter(({ samples }) => samples.length > 0);
    pages.push(...proofs.map((proof) => verifiedPage(service.name, proof)));
    otherPages += withSamples.length - proofs.length;
    diagnostics.push(...read.diagnostics);
    sources.push(...read.sources);
  }
  return { pages, otherPages, diagnostics, sources };
}

function verifiedPage(
  service: string,
  { page, operation, samples, differences }: PageProof,
): VerifiedPage {
  const { path } = page.source;
  return {
    service,
    path,
    operation,
    samples,
    differences: differences.map(
      ({ title, span, isLayout, shown, rendered }) => ({
        title,
        line: span.line,
        isLayout,
        diff: unifiedDiff(shown, rendered, [
          `${path}:${String(span.line)} ${title}`,
          `made from the model`,
        ]),
      }),
    ),
  };
}

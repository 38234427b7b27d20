import type { DiagnosticSink } from "../../diagnostics/index.js";
import type { Origin, TypeReference } from "../../model/index.js";
import type { Span } from "../../source/index.js";
import type { Stated } from "./overrides-document.js";
import { resolveTypeName } from "./resolve-type-name.js";
import type { Workspace } from "./workspace.js";

/** One entry being applied. */
export interface Applying {
  readonly workspace: Workspace;
  readonly sink: DiagnosticSink;
  /** As the user may know it, for messages. */
  readonly path: string;
}

export function overridden(span: Span): Origin {
  return { span, how: "override", certainty: "certain" };
}

/** Whether an input itself says this, so that nobody needs to say it again. */
export function isSaid({ how, certainty }: Origin): boolean {
  return certainty === "certain" && (how === "declared" || how === "sampled");
}

export function reportUnnecessary(
  { sink, path }: Applying,
  fact: string,
  { span }: Pick<Stated<unknown>, "span">,
): void {
  sink.report("overrides/unnecessary", { path, fact }, { span });
}

export function reportNotApplicable(
  { sink, path }: Applying,
  { fact, reason }: { readonly fact: string; readonly reason: string },
  span: Span,
): void {
  sink.report("overrides/not-applicable", { path, fact, reason }, { span });
}

/** The type that a fact names; undefined after reporting that there is none. */
export function typeOf(
  { value, span }: Stated<string>,
  { workspace, sink }: Applying,
): TypeReference | undefined {
  const result = resolveTypeName(value, workspace);
  if (result.kind === "type") return result.reference;
  const parameters = { type: value, suggestion: result.suggestion };
  sink.report("overrides/unknown-type", parameters, { span });
  return undefined;
}

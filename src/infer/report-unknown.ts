import type { DiagnosticSink } from "../diagnostics/index.js";
import { listUnknown, type Fragment } from "../model/index.js";

/** Tells what stays unknown of what pages told; said once overrides had their say. */
export function reportUnknown(
  fragments: readonly Fragment[],
  sink: DiagnosticSink,
): void {
  const schemas = fragments
    .flatMap((fragment) => fragment.schemas)
    .filter(({ isWellKnown }) => isWellKnown !== true);
  const unknown = listUnknown({
    elements: schemas.flatMap(({ elements }) => elements),
    types: schemas.flatMap(({ types }) => types),
  });
  for (const { path, name, reason, origin } of unknown) {
    const parameters = { path: path.replaceAll("/", "."), name, reason };
    sink.report("infer/unknown-content", parameters, { span: origin.span });
  }
}

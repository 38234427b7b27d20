import type { DiagnosticSink } from "../diagnostics/index.js";
import { emptyFragment, type Fragment } from "../model/index.js";
import { readSchema } from "../read/xsd/index.js";
import { wellKnownSchema } from "./well-known/index.js";

/** The well-known schemas that types which no document declares are derived from: SOAP encoding for arrays. */
export function wellKnownBases(
  fragments: readonly Fragment[],
  sink: DiagnosticSink,
): Fragment {
  const namespaces = new Set<string>();
  for (const { schemas } of fragments) {
    for (const type of schemas.flatMap(({ types }) => types))
      if (type.kind === "complex" && type.base !== undefined)
        namespaces.add(type.base.namespace);
  }
  const schemas = [...namespaces].flatMap((targetNamespace) => {
    const root = wellKnownSchema(targetNamespace, sink);
    if (root === undefined) return [];
    const { fragment } = readSchema(root, { sink, targetNamespace });
    return [{ ...fragment, isWellKnown: true } as const];
  });
  return { ...emptyFragment, schemas };
}

import type { DiagnosticSink } from "../diagnostics/index.js";
import {
  APACHE_NAMESPACE,
  emptyFragment,
  SOAP11_ENCODING_NAMESPACE,
  type Fragment,
} from "../model/index.js";
import { readSchema } from "../read/xsd/index.js";
import { wellKnownSchema } from "./well-known/index.js";

/** The well-known schemas of which inferred components use types that no document declares: SOAP encoding's, Apache's. */
export function wellKnownUses(
  fragments: readonly Fragment[],
  sink: DiagnosticSink,
): Fragment {
  // Names stand in many places of a component, and whether one is in any of them is all that counts.
  const text = JSON.stringify(
    fragments.map(({ schemas, messages }) => [schemas, messages]),
  );
  const used = namespaces.filter((namespace) =>
    text.includes(JSON.stringify(namespace)),
  );
  const schemas = used.flatMap((targetNamespace) => {
    const root = wellKnownSchema(targetNamespace, sink);
    if (root === undefined) return [];
    const { fragment } = readSchema(root, { sink, targetNamespace });
    return [{ ...fragment, isWellKnown: true } as const];
  });
  return { ...emptyFragment, schemas };
}

/** Those whose types messages can name without a schema of their own. */
const namespaces: readonly string[] = [
  SOAP11_ENCODING_NAMESPACE,
  APACHE_NAMESPACE,
];

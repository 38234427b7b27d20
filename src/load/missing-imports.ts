import type { LoadGraph } from "./load-graph.js";
import type { DocumentReference } from "./resolve-location.js";
import { isWellKnown } from "./well-known/index.js";

/**
 * Reports references whose document was not found, where that matters: an import is satisfied by any loaded schema of its
 * namespace and by what is known without a document (part 1 §4.3.2 leaves the location a hint).
 */
export function reportMissingImports(graph: LoadGraph): void {
  const namespaces = new Set(
    graph.instances.all.map(({ fragment }) => fragment.namespace),
  );
  for (const reference of graph.missing) {
    if (isSatisfied(reference, namespaces, graph)) continue;
    const { location, namespace, span } = reference;
    const detail =
      namespace === "" ? "" : `, and nothing else declares "${namespace}"`;
    const parameters = { location: location ?? namespace, detail };
    // Often nothing of the namespace is used: a .NET DataSet names schemas that only its server has. What is used and
    // missing is reported where it is used.
    const severity = reference.kind === "import" ? "warning" : "error";
    graph.context.sink.report("load/unresolved-import", parameters, {
      span,
      severity,
    });
  }
}

/** The namespaces of WSDL and its extensions: imported for attributes such as wsdl:arrayType, never for components. */
const NOTHING_TO_LOAD =
  /^http:\/\/schemas\.xmlsoap\.org\/wsdl\/|^http:\/\/www\.w3\.org\/(?:1999|2000\/10|2001)\/XMLSchema(?:-instance)?$/;

function isSatisfied(
  { kind, base, location, namespace }: DocumentReference,
  namespaces: ReadonlySet<string>,
  graph: LoadGraph,
): boolean {
  if (kind === "include" || kind === "redefine") return false;
  if (kind === "import") {
    // Without a location there is no document to miss; unresolved references tell what is.
    if (location === undefined) return true;
    return (
      namespaces.has(namespace) ||
      isWellKnown(namespace) ||
      NOTHING_TO_LOAD.test(namespace)
    );
  }
  for (const [document, { fragment }] of graph.wsdls) {
    if (document.path === base) continue;
    const declared = [
      ...fragment.portTypes,
      ...fragment.bindings,
      ...fragment.messages,
      ...fragment.services,
    ];
    if (declared.some(({ name }) => name.namespace === namespace)) return true;
  }
  return false;
}

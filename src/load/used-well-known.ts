import type { LoadGraph } from "./load-graph.js";
import { isWellKnown, wellKnownSchema } from "./well-known/index.js";

/**
 * Adds the well-known schemas that loaded documents refer to and do not bring along. Documents often forget to import
 * them, so what counts is that a prefix bound to the namespace is used.
 */
export function addWellKnownSchemas(graph: LoadGraph): void {
  const present = new Set(
    graph.instances.all.map(({ fragment }) => fragment.namespace),
  );
  const wanted = new Set([
    ...usedNamespaces(graph),
    ...importedNamespaces(graph),
  ]);
  for (const namespace of wanted) {
    if (present.has(namespace)) continue;
    const root = wellKnownSchema(namespace, graph.context.sink);
    if (root === undefined) continue;
    const { instance } = graph.instances.get(root, namespace);
    instance.fragment = { ...instance.fragment, isWellKnown: true };
    present.add(namespace);
    for (const reference of instance.references)
      wanted.add(reference.namespace);
  }
}

function importedNamespaces(graph: LoadGraph): readonly string[] {
  return graph.instances.all.flatMap(({ references }) =>
    references.map(({ namespace }) => namespace),
  );
}

/** Every prefix declaration of a document is seen, wherever it stands: the text is searched, not the tree. */
function usedNamespaces(graph: LoadGraph): ReadonlySet<string> {
  const used = new Set<string>();
  for (const { source, root } of graph.store.documents) {
    if (root === undefined) continue;
    const { text } = source;
    if (text.includes("xml:")) used.add("http://www.w3.org/XML/1998/namespace");
    for (const [, prefix, double, single] of text.matchAll(
      /\sxmlns(?::([\w.-]+))?\s*=\s*(?:"([^"]*)"|'([^']*)')/g,
    )) {
      const namespace = double ?? single ?? "";
      if (used.has(namespace) || !isWellKnown(namespace)) continue;
      if (prefix === undefined || text.includes(`${prefix}:`))
        used.add(namespace);
    }
  }
  return used;
}

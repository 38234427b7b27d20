import { isSchema, type Redefinitions } from "../read/xsd/index.js";
import {
  isWsdl,
  isWsdl2,
  readWsdl,
  type WsdlDocument,
} from "../read/wsdl/index.js";
import { attributeValue, type XmlElement } from "../xml/index.js";
import {
  createDocumentStore,
  reportUnknownRoot,
  type DocumentStore,
  type StoredDocument,
} from "./document-store.js";
import type { LoadContext } from "./load-context.js";
import { createLockIndex, type LockIndex } from "./pull/index.js";
import { resolveLocation, type DocumentReference } from "./resolve-location.js";
import {
  createSchemaInstances,
  type Redefinition,
  type SchemaInstance,
  type SchemaInstances,
} from "./schema-instances.js";
import { createSiblingIndex, type SiblingIndex } from "./siblings.js";

/** Documents and what they refer to, while it is being followed. */
export interface LoadGraph {
  readonly context: LoadContext;
  readonly store: DocumentStore;
  readonly siblings: SiblingIndex;
  readonly locks: LockIndex;
  readonly instances: SchemaInstances;
  readonly wsdls: Map<StoredDocument, WsdlDocument>;
  readonly redefinitions: Redefinition[];
  /** References whose document was not found. */
  readonly missing: DocumentReference[];
  readonly queue: Step[];
  /** Locations found by their names or namespaces, reported once. */
  readonly guessed: Set<string>;
}

interface Step {
  readonly reference: DocumentReference;
  /** The schema that refers; absent for a WSDL. */
  readonly from?: SchemaInstance;
  readonly redefinitions?: Redefinitions;
}

export function createLoadGraph(context: LoadContext): LoadGraph {
  return {
    context,
    store: createDocumentStore(context),
    siblings: createSiblingIndex(context),
    locks: createLockIndex(context),
    instances: createSchemaInstances(context.sink),
    wsdls: new Map(),
    redefinitions: [],
    missing: [],
    queue: [],
    guessed: new Set(),
  };
}

/** Reads a WSDL or schema that the user named. Reports a root that is neither. */
export function visitInput(
  document: StoredDocument,
  root: XmlElement,
  graph: LoadGraph,
): void {
  if (isWsdl(root)) visitWsdl(document, root, graph);
  else if (isSchema(root))
    visitSchema({ root, namespace: "", base: document.path }, graph);
  else reportRoot(root, graph);
}

/** Follows references, in the order they were met, until there are none left. */
export async function followReferences(graph: LoadGraph): Promise<void> {
  for (const step of graph.queue) {
    const { reference } = step;
    const resolution = await resolveLocation(reference, graph, graph.context);
    if (resolution.kind === "missing") graph.missing.push(reference);
    if (resolution.kind !== "files") continue;
    for (const path of resolution.paths) {
      if (resolution.isGuess) reportGuess(reference, path, graph);
      const document = await graph.store.get(path, reference.span);
      if (document !== undefined) visitImported(document, step, graph);
    }
  }
}

function visitImported(
  document: StoredDocument,
  step: Step,
  graph: LoadGraph,
): void {
  const { root } = document;
  const { reference } = step;
  const { sink } = graph.context;
  if (root === undefined) {
    const isReported = document.kind === "xml" || document.kind === "html";
    const file = document.source.path;
    if (!isReported)
      sink.report("load/unexpected-import", { file }, { span: reference.span });
  } else if (isWsdl(root)) {
    // Schemas are imported from the WSDL that holds them, too.
    visitWsdl(document, root, graph);
  } else if (isSchema(root)) {
    visitImportedSchema(document, root, { step, graph });
  } else {
    reportRoot(root, graph);
  }
}

function visitImportedSchema(
  document: StoredDocument,
  root: XmlElement,
  { step, graph }: { readonly step: Step; readonly graph: LoadGraph },
): void {
  const { reference, from } = step;
  const isSameNamespace =
    reference.kind === "include" || reference.kind === "redefine";
  const expected = reference.namespace;
  const found = attributeValue(root, "targetNamespace")?.trim() ?? "";
  if (isSameNamespace && found !== "" && found !== expected) {
    const parameters = { found, expected };
    graph.context.sink.report("load/namespace-mismatch", parameters, {
      span: reference.span,
    });
    return;
  }
  const namespace = isSameNamespace ? expected : "";
  const instance = visitSchema({ root, namespace, base: document.path }, graph);
  if (isSameNamespace) from?.included.add(instance);
  else instance.isImported = true;
  const { redefinitions } = step;
  if (redefinitions !== undefined)
    graph.redefinitions.push({ target: instance, ...redefinitions });
}

function visitWsdl(
  document: StoredDocument,
  root: XmlElement,
  graph: LoadGraph,
): void {
  if (graph.wsdls.has(document)) return;
  const base = document.path;
  const wsdl = readWsdl(root, graph.context);
  graph.wsdls.set(document, wsdl);
  for (const schema of wsdl.inlineSchemas) {
    visitSchema({ root: schema, namespace: "", base }, graph);
  }
  for (const imported of wsdl.imports) {
    graph.queue.push({ reference: { kind: "wsdl", base, ...imported } });
  }
}

interface SchemaPlace {
  readonly root: XmlElement;
  readonly namespace: string;
  readonly base: string;
}

function visitSchema(
  { root, namespace, base }: SchemaPlace,
  graph: LoadGraph,
): SchemaInstance {
  const { instance, isNew } = graph.instances.get(root, namespace);
  if (!isNew) return instance;
  for (const { redefinitions, ...reference } of instance.references) {
    const step = { reference: { base, ...reference }, from: instance };
    graph.queue.push(
      redefinitions === undefined ? step : { ...step, redefinitions },
    );
  }
  return instance;
}

function reportRoot(root: XmlElement, graph: LoadGraph): void {
  const { sink } = graph.context;
  if (isWsdl2(root)) sink.report("wsdl/version-2.0", {}, { span: root.span });
  else reportUnknownRoot(root, sink);
}

function reportGuess(
  { location = "", span }: DocumentReference,
  path: string,
  { context, guessed }: LoadGraph,
): void {
  const key = `${location}\n${path}`;
  if (guessed.has(key)) return;
  guessed.add(key);
  const parameters = { location, file: context.display(path) };
  context.sink.report("load/resolved-by-name", parameters, { span });
}

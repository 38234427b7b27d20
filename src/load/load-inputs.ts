import path from "node:path";
import type { DiagnosticSink } from "../diagnostics/index.js";
import { emptyFragment, type Fragment, type QName } from "../model/index.js";
import { isWsdl } from "../read/wsdl/index.js";
import type { SourceText } from "../source/index.js";
import type { StoredDocument } from "./document-store.js";
import { expandInputs, type InputFile } from "./expand-inputs.js";
import { nodeFiles, type FileAccess } from "./file-access.js";
import { fetchInputs, type FetchedInputs } from "./fetch-inputs.js";
import type { LoadContext } from "./load-context.js";
import {
  createLoadGraph,
  followReferences,
  visitInput,
  type LoadGraph,
} from "./load-graph.js";
import { reportMissingImports } from "./missing-imports.js";
import { applyRedefinitions } from "./schema-instances.js";
import { addWellKnownSchemas } from "./used-well-known.js";

export interface LoadOptions {
  readonly sink: DiagnosticSink;
  /** Folder that relative inputs and catalog entries start from, and that shown paths are relative to. */
  readonly cwd: string;
  /** Location or namespace of an imported document → file. */
  readonly catalog?: ReadonlyMap<string, string>;
  /** Folders that imports may read from, beside those of the inputs. */
  readonly roots?: readonly string[];
  /** Overrides files under any name; those named `*.overrides.json` beside the inputs are found without. */
  readonly overrides?: readonly string[];
  readonly files?: FileAccess;
  /** URLs are reported, not fetched; true by default. */
  readonly isOffline?: boolean;
}

export interface LoadedDocument {
  readonly source: SourceText;
  /** SHA-256 of the text. */
  readonly hash: string;
}

export interface Loaded {
  /** Every document that was read, in load order. */
  readonly documents: readonly LoadedDocument[];
  /** What the WSDLs and schemas declare. */
  readonly fragments: readonly Fragment[];
  /** Documentation, to be read for samples. */
  readonly pages: readonly SourceText[];
  /** Overrides files, in the order in which they apply. */
  readonly overrides: readonly SourceText[];
}

/**
 * Reads the inputs and all they import. Nothing is fetched but inputs that are URLs and what they import; files outside
 * the folders of the inputs are not read unless the catalog names them. What cannot be read is reported, and the rest is
 * loaded.
 */
export async function loadInputs(
  inputs: readonly string[],
  options: LoadOptions,
): Promise<Loaded> {
  const { sink, files: disk = nodeFiles, isOffline = true } = options;
  const { cwd, catalog = new Map<string, string>() } = options;
  const fetched = await fetchInputs(inputs, {
    sink,
    cwd,
    files: disk,
    catalog,
    isOffline,
  });
  const context = createContext(options, fetched);
  const graph = createLoadGraph(context);
  const files = await expandInputs(fetched.inputs, context);
  await addRoots(files, options.roots ?? [], context);
  const named = await expandInputs(options.overrides ?? [], context);
  const documents = await readInputs([...files, ...named], graph);
  for (const document of documents) {
    if (document.root !== undefined) visitInput(document, document.root, graph);
  }
  await followReferences(graph);
  applyRedefinitions(graph.redefinitions, context.sink);
  reportMissingImports(graph);
  addWellKnownSchemas(graph);
  return collect(documents, graph, new Set(named.map(({ path }) => path)));
}

function createContext(
  options: LoadOptions,
  { files, urls }: FetchedInputs,
): LoadContext {
  const cwd = path.resolve(options.cwd);
  return {
    sink: options.sink,
    files,
    cwd,
    catalog: options.catalog ?? new Map(),
    roots: new Set(),
    display: (absolute) =>
      urls.get(absolute) ||
      path.relative(cwd, absolute).replaceAll(path.sep, "/") ||
      ".",
  };
}

async function addRoots(
  files: readonly InputFile[],
  others: readonly string[],
  context: LoadContext,
): Promise<void> {
  const folders = new Set([
    ...files.map((file) => path.dirname(file.path)),
    ...others.map((folder) => path.resolve(context.cwd, folder)),
  ]);
  for (const folder of folders) {
    const facts = await context.files.examine(folder);
    context.roots.add(folder);
    context.roots.add(facts?.realPath ?? folder);
  }
}

/** WSDLs first: schemas of the same folder are theirs, and read when they are imported. */
async function readInputs(
  files: readonly InputFile[],
  graph: LoadGraph,
): Promise<readonly StoredDocument[]> {
  // A file may be reached in two ways.
  const documents = new Set<StoredDocument>();
  for (const file of files) {
    const document = await graph.store.get(file.path);
    if (document !== undefined) documents.add(document);
  }
  const all = [...documents];
  return [
    ...all.filter(isWsdlDocument),
    ...all.filter((document) => !isWsdlDocument(document)),
  ];
}

function isWsdlDocument({ root }: StoredDocument): boolean {
  return root !== undefined && isWsdl(root);
}

function collect(
  inputs: readonly StoredDocument[],
  graph: LoadGraph,
  named: ReadonlySet<string>,
): Loaded {
  const fragments = [
    ...wsdlFragments(graph),
    { ...emptyFragment, schemas: schemasOf(graph) },
  ];
  const sourcesOf = (wanted: StoredDocument["kind"]): readonly SourceText[] =>
    inputs
      .filter(({ path: file, kind }) =>
        named.has(file) ? wanted === "overrides" : kind === wanted,
      )
      .map(({ source }) => source);
  const pages = sourcesOf("page");
  if (pages.length === 0) reportNothing(fragments, graph);
  const documents = graph.store.documents.map(({ source, hash }) => ({
    source,
    hash,
  }));
  return { documents, fragments, pages, overrides: sourcesOf("overrides") };
}

/** A schema without a namespace of its own that others include is theirs. */
function schemasOf({ instances }: LoadGraph): Fragment["schemas"] {
  const adopted = new Set(
    instances.all
      .filter(({ fragment }) => fragment.namespace !== "")
      .map(({ root }) => root),
  );
  return instances.all
    .filter(
      ({ fragment, root, isImported }) =>
        fragment.namespace !== "" || isImported || !adopted.has(root),
    )
    .map(({ fragment }) => fragment);
}

/** Ports of bindings that are not supported were reported with the binding. */
function wsdlFragments({ wsdls }: LoadGraph): readonly Fragment[] {
  const unsupported = new Set<QName>();
  for (const wsdl of wsdls.values()) {
    for (const name of wsdl.unsupportedBindings) unsupported.add(name);
  }
  return [...wsdls.values()].map(({ fragment }) => ({
    ...fragment,
    services: fragment.services.map((service) => ({
      ...service,
      ports: service.ports.filter((port) => !unsupported.has(port.binding)),
    })),
  }));
}

/** Port types or services without a single operation are a mistake; a document that declares nothing is merely empty. */
function reportNothing(
  fragments: readonly Fragment[],
  { context, store }: LoadGraph,
): void {
  if (store.documents.length === 0 || context.sink.hasErrors) return;
  const hasOperations = fragments.some(({ portTypes }) =>
    portTypes.some(({ operations }) => operations.length > 0),
  );
  const hasTypes = fragments.some(({ schemas }) =>
    schemas.some(
      ({ isWellKnown, types, elements }) =>
        isWellKnown !== true && (types.length > 0 || elements.length > 0),
    ),
  );
  if (hasOperations || hasTypes) return;
  const isStub = fragments.some(
    ({ portTypes, services }) => portTypes.length + services.length > 0,
  );
  const severity = isStub ? "error" : "warning";
  context.sink.report("load/nothing-declared", {}, { severity });
}

import type { DiagnosticSink } from "../diagnostics/index.js";
import {
  createSourceText,
  hashText,
  spanAt,
  type SourceText,
  type Span,
} from "../source/index.js";
import { elementName, parseXml, type XmlElement } from "../xml/index.js";
import { decodeBytes } from "./decode-bytes.js";
import { textOfMail } from "./mail-text.js";
import { textOfRichText } from "./rich-text.js";
import { documentKind, pageTitle, type DocumentKind } from "./document-kind.js";
import type { LoadContext } from "./load-context.js";

/** A document that was read, once, however often it is imported. */
export interface StoredDocument {
  readonly path: string;
  readonly source: SourceText;
  readonly hash: string;
  readonly kind: DocumentKind;
  /** Of XML that is well-formed. */
  readonly root?: XmlElement;
}

export interface DocumentStore {
  /** In the order they were first read. */
  readonly documents: readonly StoredDocument[];
  /** The document at an absolute path; undefined after reporting why it cannot be read. */
  readonly get: (
    path: string,
    from?: Span,
  ) => Promise<StoredDocument | undefined>;
}

const MEGABYTE = 1024 * 1024;
const MAX_MEGABYTES = 64;
const MAX_DOCUMENTS = 5_000;

export function createDocumentStore(context: LoadContext): DocumentStore {
  const known = new Map<string, StoredDocument | undefined>();
  const documents: StoredDocument[] = [];
  return {
    documents,
    async get(path, from) {
      const facts = await context.files.examine(path);
      const key = facts?.realPath ?? path;
      if (known.has(key)) return known.get(key);
      const isOneTooMany = known.size === MAX_DOCUMENTS;
      if (isOneTooMany) {
        const limit = String(MAX_DOCUMENTS);
        context.sink.report(
          "load/too-many-documents",
          { limit },
          { span: from },
        );
      }
      if (known.size >= MAX_DOCUMENTS) return undefined;
      const document = await readDocument(path, context, from);
      known.set(key, document);
      if (document !== undefined) documents.push(document);
      return document;
    },
  };
}

async function readDocument(
  path: string,
  context: LoadContext,
  from: Span | undefined,
): Promise<StoredDocument | undefined> {
  const shown = context.display(path);
  const text = await readText(path, context, from);
  if (text === undefined) return undefined;
  const source = createSourceText(shown, text);
  const kind = documentKind(path, text);
  const document = { path, source, hash: hashText(text), kind };
  if (kind === "html") {
    const title = pageTitle(text);
    context.sink.report(
      "load/html-page",
      { title },
      { span: spanAt(source, 0, 0) },
    );
    return document;
  }
  if (kind !== "xml") return document;
  const root = parseXml(source, context.sink)?.root;
  return root === undefined ? document : { ...document, root };
}

async function readText(
  path: string,
  context: LoadContext,
  from: Span | undefined,
): Promise<string | undefined> {
  const { sink, files } = context;
  const shown = context.display(path);
  const place = { span: from };
  const facts = await files.examine(path);
  if (facts === undefined) {
    sink.report("load/not-found", { path: shown, suggestion: "" }, place);
    return undefined;
  }
  if (facts.kind !== "file") {
    sink.report("load/not-a-file", { path: shown }, place);
    return undefined;
  }
  if (facts.size > MAX_MEGABYTES * MEGABYTE) {
    sink.report(
      "load/too-large",
      { path: shown, limit: String(MAX_MEGABYTES) },
      place,
    );
    return undefined;
  }
  const bytes = await readBytes(path, context, from);
  const text = bytes && decodeBytes(bytes, { path: shown, sink });
  if (text === undefined) return undefined;
  return textOfMail(text) ?? textOfRichText(text) ?? text;
}

async function readBytes(
  path: string,
  context: LoadContext,
  from: Span | undefined,
): Promise<Uint8Array | undefined> {
  try {
    return await context.files.read(path);
  } catch (error) {
    const reason =
      error instanceof Error && "code" in error
        ? String(error.code)
        : "unknown reason";
    context.sink.report(
      "load/unreadable",
      { path: context.display(path), reason },
      { span: from },
    );
    return undefined;
  }
}

/** Reports a root element that is none of those a WSDL or schema has; WSDL's own names get a hint. */
export function reportUnknownRoot(
  root: XmlElement,
  sink: DiagnosticSink,
): void {
  const namespace =
    root.namespace === "" ? "no namespace" : `"${root.namespace}"`;
  const found = `<${elementName(root)}> in ${namespace}`;
  const suggestion = suggestionFor(root.local);
  const length = elementName(root).length + 1;
  sink.report(
    "load/unknown-root",
    { found, suggestion },
    { span: { ...root.span, length } },
  );
}

function suggestionFor(local: string): string {
  if (local === "definitions") {
    return '; a WSDL is in "http://schemas.xmlsoap.org/wsdl/"';
  }
  if (local === "schema") {
    return '; a schema is in "http://www.w3.org/2001/XMLSchema"';
  }
  return "";
}

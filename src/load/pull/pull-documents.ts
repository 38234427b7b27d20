import type { DiagnosticSink } from "../../diagnostics/index.js";
import { isSchema } from "../../read/xsd/index.js";
import { isWsdl } from "../../read/wsdl/index.js";
import { createSourceText, spanAt, type Span } from "../../source/index.js";
import { attributeValue, parseXml, type XmlElement } from "../../xml/index.js";
import { decodeBytes } from "../decode-bytes.js";
import { documentKind, pageTitle } from "../document-kind.js";
import { reportUnknownRoot } from "../document-store.js";
import { fetchDocument } from "./fetch-document.js";
import { FileNames, stemOfUrl } from "./file-names.js";
import type { LockedDocument } from "./lock-file.js";
import { hashBytes, lockKey } from "./lock-index.js";
import { visitRule, type MayVisit } from "./may-visit.js";
import { locationReferences } from "./references.js";

export interface PulledDocument extends LockedDocument {
  /** As the server sent them. */
  readonly bytes: Uint8Array;
}

interface Wanted {
  readonly url: string;
  readonly isHint: boolean;
  /** Where it is named; absent for the URL that was asked for. */
  readonly span?: Span;
}

interface Pull {
  readonly request: PullRequest;
  readonly sink: DiagnosticSink;
  readonly names: FileNames;
  readonly mayVisit: MayVisit;
  /** As `Date.now()` tells it. */
  readonly deadline: number;
  readonly queue: Wanted[];
  readonly seen: Set<string>;
  readonly documents: PulledDocument[];
  /** Final addresses, which several locations may lead to. */
  readonly bytes: { total: number };
}

const MAX_DOCUMENTS = 1_000;
const MAX_TOTAL = 256 * 1024 * 1024;
/** Each document has a limit of its own; a server could make use of it a thousand times. */
const MAX_MILLISECONDS = 300_000;

export interface PullRequest {
  readonly url: string;
  /** Stem of the file that the first document is stored as. */
  readonly name: string;
  readonly sink: DiagnosticSink;
  /** Whether the URL may be that of a documentation page. */
  readonly acceptsPage?: boolean;
  /** Locations and namespaces that the user has documents for: they are not fetched. */
  readonly catalog?: ReadonlyMap<string, string>;
}

/** Fetches a document and all it imports, one after another, in the order they are named. What is wrong is reported. */
export async function pullDocuments(
  request: PullRequest,
): Promise<readonly PulledDocument[]> {
  const { url, sink } = request;
  const pull: Pull = {
    request,
    sink,
    names: new FileNames(),
    mayVisit: visitRule(url),
    deadline: Date.now() + MAX_MILLISECONDS,
    queue: [{ url: lockKey(url), isHint: false }],
    seen: new Set([lockKey(url)]),
    documents: [],
    bytes: { total: 0 },
  };
  for (const wanted of pull.queue) {
    if (exceedsLimits(pull)) break;
    await pullOne(wanted, pull);
  }
  return pull.documents;
}

function exceedsLimits(pull: Pull): boolean {
  const { documents, bytes, sink, deadline, request } = pull;
  if (Date.now() > deadline) {
    sink.report("load/fetch-failed", {
      url: withoutSecrets(request.url),
      reason: "with all it imports it takes more than five minutes",
    });
    return true;
  }
  if (documents.length < MAX_DOCUMENTS && bytes.total < MAX_TOTAL) return false;
  sink.report("load/too-many-documents", { limit: String(MAX_DOCUMENTS) });
  return true;
}

async function pullOne(wanted: Wanted, pull: Pull): Promise<void> {
  const { url, isHint, span } = wanted;
  const answer = await fetchDocument(url, pull.mayVisit);
  if (answer.kind === "failed") {
    const parameters = { url: withoutSecrets(url), reason: answer.reason };
    const severity = isHint ? "warning" : "error";
    pull.sink.report("load/fetch-failed", parameters, { span, severity });
    return;
  }
  const { bytes } = answer;
  pull.bytes.total += bytes.length;
  const isFirst = pull.documents.length === 0;
  const acceptsPage = isFirst && pull.request.acceptsPage === true;
  const root = readRoot({ url, bytes, acceptsPage }, pull.sink);
  if (root === undefined) return;
  pull.documents.push({
    url,
    ...(answer.url === url ? {} : { redirectedTo: answer.url }),
    file: pull.names.give(
      isFirst ? pull.request.name : stemOfUrl(url),
      root === "page" ? ".html" : isSchema(root) ? ".xsd" : ".wsdl",
    ),
    sha256: hashBytes(bytes),
    bytes,
  });
  if (root !== "page") enqueue(root, answer.url, pull);
}

function enqueue(root: XmlElement, base: string, pull: Pull): void {
  for (const { location, element, isHint } of locationReferences(root)) {
    const { span } = element;
    if (isMapped(location, element, pull.request)) continue;
    if (!URL.canParse(location, base)) {
      const parameters = { url: location, reason: "it is not a URL" };
      pull.sink.report("load/fetch-failed", parameters, {
        span,
        severity: isHint ? "warning" : "error",
      });
      continue;
    }
    const url = lockKey(new URL(location, base).href);
    if (pull.seen.has(url)) continue;
    pull.seen.add(url);
    pull.queue.push({ url, isHint, span });
  }
}

function isMapped(
  location: string,
  element: XmlElement,
  { catalog }: PullRequest,
): boolean {
  const namespace = attributeValue(element, "namespace")?.trim() ?? "";
  return catalog?.has(location) === true || catalog?.has(namespace) === true;
}

interface Answered {
  readonly url: string;
  readonly bytes: Uint8Array;
  readonly acceptsPage: boolean;
}

/** The root of a WSDL or schema; undefined after reporting what the document is instead. */
function readRoot(
  { url, bytes, acceptsPage }: Answered,
  sink: DiagnosticSink,
): XmlElement | "page" | undefined {
  const text = decodeBytes(bytes, { path: url, sink });
  if (text === undefined) return undefined;
  const source = createSourceText(url, text);
  if (acceptsPage && documentKind("", text) === "page") return "page";
  // Servers answer unknown addresses with a page that says so.
  if (
    documentKind("", text) === "page" &&
    /^\s*<(?:!doctype\s+)?html/i.test(text)
  ) {
    const span = spanAt(source, 0, 0);
    sink.report("load/html-page", { title: pageTitle(text) }, { span });
    return undefined;
  }
  const root = parseXml(source, sink)?.root;
  if (root === undefined || isWsdl(root) || isSchema(root)) return root;
  reportUnknownRoot(root, sink);
  return undefined;
}

/** A URL as it may be shown. */
export function withoutSecrets(url: string): string {
  return url.replace(/^([a-z\d+.-]+:\/\/)[^/@]*@/i, "$1");
}

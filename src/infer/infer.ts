import type { DiagnosticSink } from "../diagnostics/index.js";
import {
  qname,
  type Fragment,
  type Origin,
  type Page,
} from "../model/index.js";
import { toNCName } from "../xml/index.js";
import { applyNotes } from "./apply-notes.js";
import { serviceNameFromPath } from "./endpoint.js";
import { inferSchemas } from "./infer-schemas.js";
import { leafContexts } from "./leaf-context.js";
import { groupOverloads } from "./overloads.js";
import { prosePages } from "./prose-pages.js";
import { agreeOnStyle } from "./message-style.js";
import {
  gatherOperation,
  type OperationEvidence,
  type ProtocolEvidence,
} from "./operation-evidence.js";
import { serviceFragment, type ServiceEvidence } from "./service-fragment.js";
import type { ElementShape } from "./shape.js";

export interface InferOptions {
  readonly sink: DiagnosticSink;
  /** Name of a service that no page names. */
  readonly fallbackName: string;
}

/** Concludes services, operations and types from documentation pages (the inverse rules of the sample grammar). */
export function inferServices(
  pages: readonly Page[],
  options: InferOptions,
): readonly Fragment[] {
  const prose = prosePages(pages);
  return [...groupByService(pages, options.fallbackName)].map(([name, group]) =>
    inferService(name, { pages: group, prose }, options),
  );
}

function groupByService(
  pages: readonly Page[],
  fallbackName: string,
): ReadonlyMap<string, readonly Page[]> {
  const groups = new Map<string, Page[]>();
  for (const page of pages) {
    if (page.samples.length === 0) continue;
    const name = toNCName(
      serviceNameFromPath(page) ?? page.service?.text ?? fallbackName,
    );
    const known = groups.get(name);
    if (known === undefined) groups.set(name, [page]);
    else known.push(page);
  }
  return groups;
}

interface ServicePages {
  readonly pages: readonly Page[];
  /** Pages without messages, by the operation that they are about. */
  readonly prose: ReadonlyMap<Page, string>;
}

function inferService(
  name: string,
  documented: ServicePages,
  { sink }: InferOptions,
): Fragment {
  const { pages } = documented;
  const operations = gatherOperations(documented, sink);
  const service: ServiceEvidence = {
    name,
    namespace: serviceNamespace(operations),
    operations,
    origin: originOf(pages),
  };
  const { schemas, typeOf } = inferSchemas(service);
  return { schemas, ...serviceFragment(service, typeOf) };
}

function originOf(pages: readonly Page[]): Origin {
  const page = pages[0];
  const span =
    page?.service?.span ?? page?.operation?.span ?? page?.samples[0]?.span;
  return {
    span: span ?? {
      file: page?.source.path ?? "",
      line: 1,
      column: 1,
      offset: 0,
      length: 0,
    },
    how: "sampled",
    certainty: "certain",
  };
}

function gatherOperations(
  { pages, prose }: ServicePages,
  sink: DiagnosticSink,
): readonly OperationEvidence[] {
  const overloads = groupOverloads(leafContexts(pages));
  for (const [page, name] of prose)
    for (const { pages: group } of overloads.get(name) ?? [])
      group.set(page, { style: page.style, isPlaceholderPage: false });
  const gathered = [...overloads].flatMap(([name, groups]) =>
    groups.map(({ message, pages: group }) => ({
      ...gatherOperation(name, group, sink),
      ...(groups.length > 1 && message !== undefined ? { message } : {}),
    })),
  );
  return agreeOnStyle(gathered)
    .map((evidence) => applyNotes(evidence, sink))
    .filter((evidence) => isCallable(evidence, sink))
    .map((evidence) => completeResponse(evidence, sink));
}

function isCallable(
  evidence: OperationEvidence,
  sink: DiagnosticSink,
): boolean {
  if (evidence.protocols.some((each) => showsRequest(each, evidence))) {
    return true;
  }
  const span = evidence.pages[0]?.samples[0]?.span;
  sink.report("infer/no-request", { operation: evidence.name }, { span });
  return false;
}

/** An empty SOAP body is a request where a reply follows; where nothing does, the capture ends too early. */
function showsRequest(
  { protocol, request }: ProtocolEvidence,
  evidence: OperationEvidence,
): boolean {
  if (request === undefined) return false;
  if (protocol === "http-get" || protocol === "http-post") return true;
  const isAnswered = evidence.response !== undefined || evidence.isOneWay;
  return evidence.request.body.length > 0 || isAnswered;
}

/** Without a documented response the name follows the convention and the content is unknown. */
function completeResponse(
  evidence: OperationEvidence,
  sink: DiagnosticSink,
): OperationEvidence {
  const [request] = evidence.request.body;
  if (evidence.response !== undefined && evidence.response.body.length > 0) {
    reportNameMismatch(evidence, sink);
    return evidence;
  }
  if (evidence.isOneWay) return evidence;
  if (request === undefined) {
    reportMissingReply(evidence, sink);
    return evidence;
  }
  sink.report(
    "infer/no-response",
    { operation: evidence.name },
    { span: request.span },
  );
  const root: ElementShape = {
    ...request,
    name: qname(request.name.namespace, `${request.name.local}Response`),
    content: { kind: "cut" },
    attributes: [],
  };
  return {
    ...evidence,
    response: { headers: evidence.response?.headers ?? [], body: [root] },
  };
}

/** HTTP GET and POST: a method without result has a reply without content, which is not the same as none shown. */
function reportMissingReply(
  { name, protocols }: OperationEvidence,
  sink: DiagnosticSink,
): void {
  if (protocols.some(({ response }) => response !== undefined)) return;
  const span = protocols[0]?.request?.span;
  sink.report("infer/no-response", { operation: name }, { span });
}

function reportNameMismatch(
  evidence: OperationEvidence,
  sink: DiagnosticSink,
): void {
  const [request] = evidence.request.body;
  const [response] = evidence.response?.body ?? [];
  if (request === undefined || response === undefined) return;
  const { local } = response.name;
  if (
    !local.endsWith("Response") ||
    local === `${request.name.local}Response` ||
    local === `${evidence.name}Response`
  ) {
    if (
      !local.endsWith("Response") ||
      local === `${request.name.local}Response`
    )
      return;
  }
  sink.report(
    "infer/name-mismatch",
    { operation: evidence.name, request: request.name.local, response: local },
    {
      span: response.span,
      related: [{ message: "the request", span: request.span }],
    },
  );
}

function serviceNamespace(operations: readonly OperationEvidence[]): string {
  const target = operations.flatMap(declaredTarget)[0];
  if (target !== undefined) return target;
  for (const operation of operations) {
    const namespace = operation.request.body[0]?.name.namespace;
    if (namespace !== undefined) return namespace;
  }
  const roots = operations.flatMap((operation) =>
    operation.protocols.flatMap((protocol) => protocol.root ?? []),
  );
  return roots[0]?.name.namespace ?? "";
}

/** Generated encoded messages declare the service's namespace as `tns` (sample grammar A5). */
function declaredTarget({
  use,
  protocols,
}: OperationEvidence): readonly string[] {
  if (use !== "encoded") return [];
  return protocols.flatMap(
    ({ request }) => request?.body[0]?.namespaces.get("tns") ?? [],
  );
}

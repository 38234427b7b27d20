import type { DiagnosticSink } from "../../diagnostics/index.js";
import { replyStem } from "./operation-group.js";
import type { UnnumberedDraft } from "./sample-draft.js";
import { lastStep } from "./sample-role.js";

/** Leaves out what is no message of an operation: stray fragments, heads without their message, links to the WSDL. */
export function chooseExchanges(
  drafts: readonly UnnumberedDraft[],
  sink: DiagnosticSink,
): readonly UnnumberedDraft[] {
  const sure = drafts.filter((draft) => !draft.exchange.isFragment);
  const names = new Set(sure.flatMap(draftNames));
  const namespaces = new Set(
    sure.flatMap(({ body }) => body.map(({ name }) => name.namespace)),
  );
  const hasSoap = sure.some(({ isEnvelope }) => isEnvelope);
  let isOther = false;
  return drafts.filter((draft) => {
    if (draft.head?.method !== undefined) isOther = isOtherApi(draft, hasSoap);
    if (isOther && !draft.isEnvelope) return false;
    if (isDescriptionLink(draft)) return false;
    if (draft.exchange.isFragment)
      return sure.length === 0 || isRelated(draft, names, namespaces);
    return !lacksMessage(draft, sink) && !isCutBeforeBody(draft, sink);
  });
}

/** JSON, or plain XML beside SOAP: another interface to the same service, together with its replies. */
function isOtherApi(draft: UnnumberedDraft, hasSoap: boolean): boolean {
  const { head, exchange, isEnvelope } = draft;
  if (/json/i.test(head?.contentType ?? "")) return true;
  const isPlain = exchange.message !== undefined && !isEnvelope;
  return isPlain && hasSoap && head?.soapAction === undefined;
}

function draftNames(draft: UnnumberedDraft): readonly string[] {
  const step = lastStep((draft.head?.target ?? "").replace(/\?.*$/s, ""));
  const names = draft.body.map(({ name }) => replyStem(name.local));
  return [...names, lastStep(draft.head?.soapAction ?? ""), step].filter(
    (name) => name !== "",
  );
}

function isRelated(
  draft: UnnumberedDraft,
  names: ReadonlySet<string>,
  namespaces: ReadonlySet<string>,
): boolean {
  return draft.body.some(({ name }) => {
    const stem = replyStem(name.local).replace(/(?:Request|Rq)$/, "");
    const isNamed = names.has(stem) || names.has(name.local);
    return isNamed || (name.namespace !== "" && namespaces.has(name.namespace));
  });
}

/** `GET /service.asmx?wsdl` fetches the description; `?op=` is the page itself. */
function isDescriptionLink({ exchange }: UnnumberedDraft): boolean {
  const { head, message } = exchange;
  if (head?.method !== "GET" || message !== undefined) return false;
  return /\?(?:wsdl|singlewsdl|disco|xsd=|op=|wsdl=)/i.test(head.target ?? "");
}

/** A head that announces XML which is not there. `200 OK` alone is a void reply, `202 Accepted` a one-way call's. */
function lacksMessage(draft: UnnumberedDraft, sink: DiagnosticSink): boolean {
  const { head, exchange } = draft;
  if (exchange.message !== undefined || head === undefined) return false;
  if (exchange.document !== undefined) return false;
  if (isMention(draft) || isPlainFailure(draft)) return true;
  const { contentType = "" } = head;
  const isEmpty = exchange.head?.contentLength === "0";
  if (head.status !== undefined && /json|plain|html/i.test(contentType))
    return !isEmpty;
  if (!/xml/i.test(contentType) || isEmpty || exchange.parameters.length > 0)
    return false;
  const role = head.status === undefined ? "request" : "response";
  sink.report("page/missing-message", { role }, { span: draft.span });
  return true;
}

/** Cut off before anything was said: an empty Body would read as "no members". */
function isCutBeforeBody(
  draft: UnnumberedDraft,
  sink: DiagnosticSink,
): boolean {
  if (!draft.isTruncated || !draft.isEnvelope || draft.body.length > 0)
    return false;
  const role = draft.head?.status === undefined ? "request" : "response";
  sink.report(
    "page/truncated-sample",
    { role, operation: "an operation" },
    { span: draft.span },
  );
  return true;
}

/** A request line without headers, parameters or message only mentions an address. */
function isMention({ head, exchange }: UnnumberedDraft): boolean {
  if (head?.method === undefined || head.method === "GET") return false;
  const says = head.contentType ?? head.soapAction ?? head.host;
  return says === undefined && exchange.parameters.length === 0;
}

/** An error page, or a status on the way to the reply (100, 302), says nothing about the operation. */
function isPlainFailure({ head, exchange }: UnnumberedDraft): boolean {
  const { status } = head ?? {};
  if (status === undefined || exchange.message !== undefined) return false;
  return status < 200 || status >= 300;
}

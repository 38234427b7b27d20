import type { DiagnosticSink } from "../../diagnostics/index.js";
import type { HttpHead, Protocol, SampleElement } from "../../model/index.js";
import type { Span } from "../../source/index.js";
import type { FoundMessages, RawExchange } from "./find-messages.js";
import type { RawHead } from "./http-head.js";
import { type MappedText, spanOf } from "./mapped-text.js";
import { messageText } from "./message-text.js";
import type { RawMessage } from "./raw-message.js";
import type { RepairLog } from "./repair-log.js";
import { resolveNames, type ResolvedMessage } from "./resolve-names.js";
import {
  emptyShape,
  protocolOf,
  type SampleShape,
  shapeOf,
} from "./sample-shape.js";

/** A message whose names are known, before its part in the conversation is. */
export interface SampleDraft extends SampleShape {
  readonly exchange: RawExchange;
  /** Position among the messages of the page. */
  readonly index: number;
  readonly root?: SampleElement;
  readonly protocol?: Protocol;
  readonly head?: HttpHead;
  readonly xml: string;
  readonly span: Span;
  readonly isTruncated: boolean;
}

/** A draft before it is known which exchanges are messages of operations. */
export type UnnumberedDraft = Omit<SampleDraft, "index">;

export interface DraftContext {
  readonly found: FoundMessages;
  readonly log: RepairLog;
  readonly sink: DiagnosticSink;
}

/** Resolves one exchange; undefined when it is a description of messages rather than a message. */
export function draftSample(
  context: DraftContext,
  exchange: RawExchange,
): UnnumberedDraft | undefined {
  const { mapped, prefixes } = context.found;
  const { message, head } = exchange;
  const span = spanOf(mapped, exchange.range);
  const headPart = head === undefined ? {} : { head: httpHead(mapped, head) };
  for (const range of head?.misspelt ?? [])
    context.log.add("read a header name with blanks in it", mapped, range);
  if (message === undefined) {
    const protocol = protocolOf(exchange, undefined);
    return {
      ...emptyShape,
      ...headPart,
      ...(protocol === undefined ? {} : { protocol }),
      exchange,
      xml: documentText(mapped, exchange),
      span,
      isTruncated: false,
    };
  }
  if (reportNotation(context, message)) return undefined;
  const resolved = resolveNames(mapped, message, prefixes);
  reportDamage(context, message, resolved);
  const protocol = protocolOf(exchange, resolved.root);
  return {
    ...shapeOf(resolved.root),
    ...headPart,
    ...(protocol === undefined ? {} : { protocol }),
    exchange,
    root: resolved.root,
    xml: messageText(mapped, message, resolved),
    span,
    isTruncated: message.isTruncated,
  };
}

/** A placeholder for any document is all the XML there is. */
function documentText(mapped: MappedText, { document }: RawExchange): string {
  return document === undefined
    ? ""
    : mapped.text.slice(document.start, document.end);
}

function httpHead(mapped: MappedText, head: RawHead): HttpHead {
  const { method, target, host, status, contentType, soapAction } = head;
  return {
    ...(method === undefined ? {} : { method }),
    ...(target === undefined ? {} : { target }),
    ...(host === undefined ? {} : { host }),
    ...(status === undefined ? {} : { status }),
    ...(contentType === undefined ? {} : { contentType }),
    ...(soapAction === undefined ? {} : { soapAction }),
    span: spanOf(mapped, head.range),
  };
}

function reportNotation(context: DraftContext, message: RawMessage): boolean {
  const [first] = message.notation;
  if (first === undefined) return false;
  const { mapped } = context.found;
  context.sink.report(
    "page/meta-notation",
    {
      text: mapped.text.slice(
        first.start,
        Math.min(first.end, first.start + 40),
      ),
    },
    { span: spanOf(mapped, first) },
  );
  return true;
}

function reportDamage(
  context: DraftContext,
  message: RawMessage,
  resolved: ResolvedMessage,
): void {
  const { sink, log } = context;
  const { mapped } = context.found;
  for (const repair of message.repairs)
    log.add(repair.description, mapped, repair.range);
  for (const range of resolved.wrapped)
    log.add("joined a namespace name that was wrapped", mapped, range);
  for (const repair of message.unbalanced) {
    log.add(repair.description, mapped, repair.range);
    sink.report(
      "page/unbalanced-xml",
      { repair: repair.description },
      { span: spanOf(mapped, repair.range) },
    );
  }
  for (const range of message.elisions)
    sink.report("page/elided-content", {}, { span: spanOf(mapped, range) });
  if (message.tooDeep !== undefined)
    sink.report("page/too-deep", {}, { span: spanOf(mapped, message.tooDeep) });
  reportPrefixes(context, message, resolved);
}

function reportPrefixes(
  context: DraftContext,
  message: RawMessage,
  resolved: ResolvedMessage,
): void {
  const { mapped } = context.found;
  const { start, contentStart } = message.root;
  const range = { start, end: Math.max(contentStart, start + 1) };
  for (const [prefix, namespace] of resolved.supplied)
    context.log.add(
      `supplied the namespace of the prefix ${prefix}: ${namespace}`,
      mapped,
      range,
    );
  for (const prefix of resolved.unknownPrefixes)
    context.sink.report(
      "page/undeclared-prefix",
      { prefix },
      { span: spanOf(mapped, range) },
    );
}

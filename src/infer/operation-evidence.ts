import type { DiagnosticSink } from "../diagnostics/index.js";
import type {
  Page,
  Protocol,
  Sample,
  SampleElement,
  SampleParameter,
} from "../model/index.js";
import { inlineReferences } from "./inline-references.js";
import type { LeafContext } from "./leaf.js";
import {
  mergeShapes,
  type MergeContext,
  type ShapeConflict,
} from "./merge-shapes.js";
import { messageStyle, type MessageStyle } from "./message-style.js";
import { readShape } from "./read-shape.js";
import { changeResult } from "./reply-result.js";
import { typeNameRanks, type ElementShape } from "./shape.js";

/** Everything the pages of one operation show, merged over their sections. */
export interface OperationEvidence {
  readonly name: string;
  /** The element of the request, where overloads share the name. */
  readonly message?: string;
  readonly pages: readonly Page[];
  readonly request: MessageEvidence;
  /** Absent when no response is shown. */
  readonly response?: MessageEvidence;
  readonly isOneWay: boolean;
  readonly style: MessageStyle["style"];
  readonly use: MessageStyle["use"];
  readonly protocols: readonly ProtocolEvidence[];
  readonly faults: readonly Sample[];
}

export interface MessageEvidence {
  readonly headers: readonly ElementShape[];
  readonly body: readonly ElementShape[];
}

export interface ProtocolEvidence {
  readonly protocol: Protocol;
  readonly request?: Sample;
  readonly response?: Sample;
  /** HTTP GET and POST: the parameters and the root of the response. */
  readonly parameters: readonly SampleParameter[];
  readonly root?: ElementShape;
}

const soapProtocols: readonly Protocol[] = ["soap11", "soap12"];
const httpProtocols: readonly Protocol[] = ["http-get", "http-post"];

/** Merges the sections of all pages of one operation (sample grammar A10, rule 1). */
export function gatherOperation(
  name: string,
  pages: ReadonlyMap<Page, LeafContext>,
  sink: DiagnosticSink,
): OperationEvidence {
  const samples = samplesIn(pages);
  const onConflict = conflictReporter(name, sink);
  const messages = gatherMessages(samples, onConflict);
  const { request, response, isOneWay } = messages;
  const shown = samples.map(({ sample }) => sample);
  const style = messageStyle({ samples: shown, request, response, isOneWay });
  const [wrapper] = request.body;
  const roots = samples.filter(
    ({ sample }) => isOf(httpProtocols, sample) && sample.role === "response",
  );
  // The type of an HTTP root lives in another namespace than that of an encoded result.
  const reply =
    response === undefined || style.use === "encoded"
      ? response
      : addRoots(response, roots, onConflict);
  return {
    // An rpc wrapper is named after its operation (WSDL 1.1 §3.5).
    name: style.style === "rpc" ? (wrapper?.name.local ?? name) : name,
    pages: [...pages.keys()],
    request,
    ...(reply === undefined ? {} : { response: reply }),
    isOneWay,
    ...style,
    protocols: [...soapProtocols, ...httpProtocols].flatMap((protocol) =>
      protocolEvidence(protocol, samples),
    ),
    faults: shown.filter(({ role }) => role === "fault"),
  };
}

function samplesIn(
  pages: ReadonlyMap<Page, LeafContext>,
): readonly SampleInPage[] {
  return [...pages].flatMap(([page, context]) =>
    page.samples.map((sample) => {
      const { isEncoded } = sample;
      return { sample, context: { ...context, isEncoded } };
    }),
  );
}

interface GatheredMessages {
  readonly request: MessageEvidence;
  readonly response: MessageEvidence | undefined;
  readonly isOneWay: boolean;
}

function gatherMessages(
  samples: readonly SampleInPage[],
  onConflict: (conflict: ShapeConflict) => void,
): GatheredMessages {
  const soap = samples.filter(({ sample }) => isOf(soapProtocols, sample));
  const requests = soap.filter(({ sample }) => sample.role === "request");
  const responses = soap.filter(({ sample }) => sample.role === "response");
  const none = { headers: [], body: [] };
  return {
    request: mergeMessages(requests, onConflict) ?? none,
    response: mergeMessages(responses, onConflict),
    isOneWay:
      responses.length > 0 &&
      responses.every(({ sample }) => sample.head?.status === 202),
  };
}

function isOf(protocols: readonly Protocol[], { protocol }: Sample): boolean {
  return protocols.includes(protocol);
}

interface SampleInPage {
  readonly sample: Sample;
  readonly context: LeafContext;
}

function mergeMessages(
  samples: readonly SampleInPage[],
  onConflict: (conflict: ShapeConflict) => void,
): MessageEvidence | undefined {
  let merged: MessageEvidence | undefined;
  for (const { sample, context } of samples) {
    const merging = {
      path: [],
      onConflict,
      expectSameMembers: context.isPlaceholderPage,
    };
    const read = (
      elements: readonly SampleElement[],
    ): readonly ElementShape[] =>
      (context.isEncoded === true ? inlineReferences(elements) : elements).map(
        (element) => readShape(element, context),
      );
    merged = {
      headers: mergeRoots(merged?.headers ?? [], read(sample.headers), merging),
      body: mergeRoots(merged?.body ?? [], read(sample.body), merging),
    };
  }
  return merged;
}

function mergeRoots(
  first: readonly ElementShape[],
  second: readonly ElementShape[],
  context: MergeContext,
): readonly ElementShape[] {
  const merged = new Map(first.map((shape) => [shape.name.key, shape]));
  for (const shape of second) {
    const known = merged.get(shape.name.key);
    merged.set(
      shape.name.key,
      known === undefined ? shape : mergeShapes(known, shape, context),
    );
  }
  return [...merged.values()];
}

/**
 * The root of an HTTP response is the result type itself at depth 0: it shows one level more than the SOAP section and
 * is named after the type (sample grammar A6).
 */
function addRoots(
  response: MessageEvidence,
  roots: readonly SampleInPage[],
  onConflict: (conflict: ShapeConflict) => void,
): MessageEvidence {
  let body = response.body;
  for (const { sample, context } of roots) {
    const [element] = sample.body;
    const [reply, ...rest] = body;
    if (element === undefined || reply === undefined) continue;
    const root = readShape(element, context);
    const merge = (result: ElementShape): ElementShape =>
      mergeShapes(result, asResult(root, result), {
        path: result === reply ? [] : [reply.name.local],
        onConflict,
      });
    const merged = changeResult(reply, root, merge);
    if (merged !== undefined) body = [merged, ...rest];
  }
  return { ...response, body };
}

function asResult(root: ElementShape, result: ElementShape): ElementShape {
  const renamed = { ...root, name: result.name };
  if (root.content.kind !== "members" && root.content.kind !== "empty")
    return renamed;
  return {
    ...renamed,
    typeName: { name: root.name, rank: typeNameRanks.httpRoot },
  };
}

function protocolEvidence(
  protocol: Protocol,
  samples: readonly SampleInPage[],
): readonly ProtocolEvidence[] {
  const own = samples.filter(({ sample }) => sample.protocol === protocol);
  const request = own.find(({ sample }) => sample.role === "request")?.sample;
  const answered = own.find(({ sample }) => sample.role === "response");
  if (request === undefined && answered === undefined) return [];
  const root = httpProtocols.includes(protocol)
    ? answered?.sample.body[0]
    : undefined;
  return [
    {
      protocol,
      ...(request === undefined ? {} : { request }),
      ...(answered === undefined ? {} : { response: answered.sample }),
      parameters: request?.parameters ?? [],
      ...(root === undefined || answered === undefined
        ? {}
        : { root: readShape(root, answered.context) }),
    },
  ];
}

function conflictReporter(
  operation: string,
  sink: DiagnosticSink,
): (conflict: ShapeConflict) => void {
  const reported = new Set<string>();
  return ({ path, first, second }) => {
    // The sections of a page repeat each other: one contradiction is said once.
    const key = [...path, first.text, second.text].join("\n");
    if (reported.has(key)) return;
    reported.add(key);
    sink.report(
      "infer/conflict",
      {
        operation,
        path: path.join("."),
        first: first.text,
        second: second.text,
      },
      {
        span: first.span,
        related: [{ message: `here it is ${second.text}`, span: second.span }],
      },
    );
  };
}

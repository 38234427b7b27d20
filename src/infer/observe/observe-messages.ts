import {
  type Body,
  type ElementDeclaration,
  type Model,
  type Operation,
  type Page,
  type Part,
  type QName,
  type Sample,
  type SampleElement,
} from "../../model/index.js";
import { again, createLog } from "./observation.js";
import { knownOf } from "./known-model.js";
import { propose, type Proposal } from "./propose.js";
import { createWalk, walkElement, type Walk } from "./walk-message.js";

export interface Observation extends Proposal {
  /** How many messages were compared. */
  readonly messages: number;
}

/**
 * What real messages show that a model does not know, or knows otherwise: null values, hidden members and text, types
 * named by `xsi:type`, literals, presence and repetition. Only structure and the literals of enumerations are taken.
 */
export function observeMessages(
  model: Model,
  exchanges: readonly Page[],
): Observation {
  const log = createLog();
  const walk = createWalk(model.schemas, log);
  for (const page of exchanges) {
    const operation = operationOf(page, model);
    for (const sample of answeredSamples(page))
      observeSample(sample, operation, { model, walk });
  }
  return { messages: log.messages, ...propose(log, knownOf(model)) };
}

/** Neither faults nor the requests they answer: a server refuses what is wrong. */
function answeredSamples({ samples }: Page): readonly Sample[] {
  return samples.filter(
    ({ role }, index) =>
      role !== "fault" &&
      !(role === "request" && samples[index + 1]?.role === "fault"),
  );
}

interface Observing {
  readonly model: Model;
  readonly walk: Walk;
}

function observeSample(
  sample: Sample,
  operation: Operation | undefined,
  { model, walk }: Observing,
): void {
  const { log } = walk;
  if (sample.body.length === 0 && sample.headers.length === 0) return;
  log.messages += 1;
  for (const header of sample.headers) {
    const known = model.schemas.elements.get(header.name.key);
    if (known !== undefined) walkRoot(header, known, walk);
  }
  for (const root of sample.body) {
    const known = model.schemas.elements.get(root.name.key);
    if (known !== undefined) walkRoot(root, known, walk);
    else if (!walkRpc(root, { model, walk }))
      noteStranger(root, { sample, operation }, { model, walk });
  }
}

function walkRoot(
  root: SampleElement,
  declaration: ElementDeclaration,
  walk: Walk,
): void {
  walkElement(root, declaration, { path: declaration.name.local, walk });
}

/** The operation that the page's request belongs to. */
function operationOf(page: Page, model: Model): Operation | undefined {
  const request = page.samples.find(({ role }) => role === "request")?.body[0];
  if (request === undefined) return undefined;
  return model.operations.find(({ bindings }) =>
    bindings.some(({ request: { body } }) => rootOf(body) === request.name),
  );
}

function rootOf(body: Body): QName | undefined {
  return body.kind === "element" ? body.name : undefined;
}

/** rpc: the parts below the wrapper are typed by their types. */
function walkRpc(root: SampleElement, { model, walk }: Observing): boolean {
  for (const { name, bindings } of model.operations) {
    for (const { request, response } of bindings) {
      const isRequest = isRpc(request.body, root.name);
      const body = isRequest ? request.body : response?.body;
      if (!isRpc(body, root.name)) continue;
      const direction = isRequest ? "request" : "response";
      walkParts(root, body.parts, { path: `${name}:${direction}`, walk });
      return true;
    }
  }
  return false;
}

function isRpc(
  body: Body | undefined,
  wrapper: QName,
): body is Extract<Body, { kind: "rpc" }> {
  return body?.kind === "rpc" && body.wrapper === wrapper;
}

function walkParts(
  root: SampleElement,
  parts: readonly Part[],
  { path, walk }: { readonly path: string; readonly walk: Walk },
): void {
  for (const child of root.content) {
    if (child.kind !== "element") continue;
    const part = parts.find(({ name }) => name === child.name.local);
    if (part?.type.kind !== "type") continue;
    const type = part.type.reference;
    const at = `${path}/${part.name}`;
    walkElement(child, { type, nillable: true }, { path: at, walk });
  }
}

/** A response with another root than the operation is known to give; or a message of another service. */
function noteStranger(
  root: SampleElement,
  {
    sample,
    operation,
  }: { readonly sample: Sample; readonly operation: Operation | undefined },
  { walk }: Observing,
): void {
  const { log } = walk;
  const { local, key } = root.name;
  const isReply =
    sample.role === "response" && sample.protocol.startsWith("soap");
  if (!isReply || operation === undefined) {
    log.strangers.set(local, again(log.strangers.get(local), root.span));
    return;
  }
  const known = log.responses.get(operation.name);
  log.responses.set(operation.name, {
    ...again(known, root.span),
    element: known?.element ?? key,
  });
}

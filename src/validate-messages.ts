import type { Project } from "./config/index.js";
import { suggestion } from "./config/index.js";
import {
  createSink,
  type Diagnostic,
  type DiagnosticSink,
} from "./diagnostics/index.js";
import {
  isSoapError,
  type Direction,
  type DynamicSdk,
  type FoundMessage,
  type SoapError,
} from "./dynamic/index.js";
import { decodeBytes } from "./load/index.js";
import { projectSdks } from "./project-sdks.js";
import { createSourceText, spanAt, type SourceText } from "./source/index.js";
import {
  childElement,
  childElements,
  parseXml,
  type XmlElement,
} from "./xml/index.js";

export interface MessageFile {
  /** As shown. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface ValidateRequest {
  readonly messages: readonly MessageFile[];
  /** Where the messages could belong to several operations. */
  readonly operation?: string;
  readonly direction?: Direction;
}

export interface ValidatedMessage {
  readonly path: string;
  /** `request of GetOrder`, `fault`, `element {urn:orders}Order`. */
  readonly what: string;
}

export interface ValidateReport {
  /** The messages that their schemas admit. */
  readonly valid: readonly ValidatedMessage[];
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: readonly SourceText[];
}

/** Reads messages strictly, against the services of a project. Of each message the first problem is reported. */
export async function validateMessages(
  project: Project,
  request: ValidateRequest,
): Promise<ValidateReport> {
  const { services, diagnostics, sources } = await projectSdks(project);
  const sink = createSink(project.severities);
  const sdks = services.flatMap(({ planned }) => planned?.sdk ?? []);
  const read: SourceText[] = [];
  const valid: ValidatedMessage[] = [];
  const isReady =
    sdks.length === services.length && isKnown(request, sdks, sink);
  for (const { path, bytes } of isReady ? request.messages : []) {
    const text = decodeBytes(bytes, { path, sink });
    if (text === undefined) continue;
    const source = createSourceText(path, text);
    read.push(source);
    const what = validate(source, { sdks, request, sink });
    if (what !== undefined) valid.push({ path, what });
  }
  return {
    valid,
    diagnostics: [...diagnostics, ...sink.diagnostics],
    sources: [...sources, ...read],
  };
}

/** Whether the operation that is asked for is there; reports where not. */
function isKnown(
  { operation }: ValidateRequest,
  sdks: readonly DynamicSdk[],
  sink: DiagnosticSink,
): boolean {
  const all = sdks.flatMap(({ operations }) => operations);
  if (
    operation === undefined ||
    all.some((each) => [each.name, each.functionName].includes(operation))
  )
    return true;
  const near = suggestion(
    operation,
    all.map(({ name }) => name),
  );
  sink.report("call/unknown-operation", { name: operation, suggestion: near });
  return false;
}

interface Validating {
  readonly sdks: readonly DynamicSdk[];
  readonly request: ValidateRequest;
  readonly sink: DiagnosticSink;
}

/** A way to read a document: as a message of an operation, or as an element. */
interface Reading {
  readonly what: string;
  decode(): void;
}

/** What the message is; undefined after reporting what is wrong with it. */
function validate(
  source: SourceText,
  validating: Validating,
): string | undefined {
  const { sink } = validating;
  const root = parseXml(source, sink)?.root;
  if (root === undefined) return undefined;
  const named = firstNamed(root);
  const readings = readingsOf(source, { root, named }, validating);
  if (readings.length === 0) {
    reportUnknown(named, validating);
    return undefined;
  }
  const failures: { readonly what: string; readonly error: SoapError }[] = [];
  for (const { what, decode } of readings) {
    try {
      decode();
      return what;
    } catch (error) {
      if (!isSoapError(error)) throw error;
      if (error.kind === "fault") return faultName(error.fault.name);
      failures.push({ what, error });
    }
  }
  const [first] = failures;
  if (first !== undefined) reportInvalid(source, first, sink);
  return undefined;
}

function faultName(name: string | undefined): string {
  return name === undefined ? "fault" : `fault ${name}`;
}

function keyOf({ namespace, local }: XmlElement): string {
  return namespace === "" ? local : `{${namespace}}${local}`;
}

const ENVELOPES: ReadonlySet<string> = new Set([
  "{http://schemas.xmlsoap.org/soap/envelope/}Envelope",
  "{http://www.w3.org/2003/05/soap-envelope}Envelope",
]);

function isEnvelope(root: XmlElement): boolean {
  return ENVELOPES.has(keyOf(root));
}

/** The element that tells what a document is: the first in the SOAP body, or the root. */
function firstNamed(root: XmlElement): XmlElement | undefined {
  if (!isEnvelope(root)) return root;
  const body = childElement(root, root.namespace, "Body");
  return body === undefined ? undefined : childElements(body)[0];
}

interface NamedDocument {
  readonly root: XmlElement;
  readonly named: XmlElement | undefined;
}

function readingsOf(
  source: SourceText,
  { root, named }: NamedDocument,
  { sdks, request }: Validating,
): readonly Reading[] {
  const { text } = source;
  const key = named === undefined ? undefined : keyOf(named);
  return sdks.flatMap((sdk): readonly Reading[] => {
    if (!isEnvelope(root)) {
      if (key === undefined || !sdk.elements.includes(key)) return [];
      const what = `element ${key}`;
      return [{ what, decode: () => void sdk.decode(key, text) }];
    }
    const isFault =
      named?.local === "Fault" && named.namespace === root.namespace;
    const messages = isFault ? faultMessages(sdk) : sdk.findMessages(key);
    return messages
      .filter((message) => isAsked(message, request))
      .map((message) => envelopeReading(sdk, message, text));
  });
}

/** A fault may answer any operation. */
function faultMessages(sdk: DynamicSdk): readonly FoundMessage[] {
  return sdk.operations.map(({ name, functionName, ports: [port = ""] }) => ({
    functionName,
    operation: name,
    port,
    direction: "response",
  }));
}

function isAsked(
  { operation, functionName, direction }: FoundMessage,
  asked: ValidateRequest,
): boolean {
  const names: readonly unknown[] = [undefined, operation, functionName];
  return (
    names.includes(asked.operation) &&
    (asked.direction === undefined || asked.direction === direction)
  );
}

function envelopeReading(
  sdk: DynamicSdk,
  { functionName, operation, port, direction }: FoundMessage,
  text: string,
): Reading {
  return {
    what: `${direction} of ${operation}`,
    decode: () => {
      if (direction === "request")
        sdk.decodeRequest(functionName, text, { port });
      else sdk.decodeResponse(functionName, text, { port });
    },
  };
}

function reportUnknown(
  named: XmlElement | undefined,
  { sdks, sink }: Validating,
): void {
  const name = named === undefined ? "" : keyOf(named);
  const near = suggestion(
    name,
    sdks.flatMap(({ elements }) => elements),
  );
  const place = named === undefined ? {} : { span: named.span };
  const [other] = sdks.flatMap((sdk) => sdk.findMessages(name));
  if (other !== undefined) {
    const what = `${other.direction} of ${other.operation}`;
    return sink.report("message/not-asked", { name, what }, place);
  }
  sink.report("message/unknown-root", { name, suggestion: near }, place);
}

function reportInvalid(
  source: SourceText,
  { what, error }: { readonly what: string; readonly error: SoapError },
  sink: DiagnosticSink,
): void {
  const problem = error.message;
  if (error.kind !== "decode") {
    return sink.report("message/invalid", { what, problem, path: "/" });
  }
  const { path, line, column } = error;
  const offset = (source.lineStarts[line - 1] ?? 0) + column - 1;
  const span = spanAt(source, offset);
  sink.report("message/invalid", { what, problem, path }, { span });
}

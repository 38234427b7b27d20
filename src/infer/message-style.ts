import type { Sample } from "../model/index.js";
import type {
  MessageEvidence,
  OperationEvidence,
} from "./operation-evidence.js";
import { elementMembers, type ElementShape } from "./shape.js";

/** How messages are put together (WSDL 1.1 §3.5); documents look like rpc with declared wrappers. */
export interface MessageStyle {
  readonly style: "document" | "rpc";
  readonly use: "literal" | "encoded";
}

const documentLiteral: MessageStyle = { style: "document", use: "literal" };

export interface StyleEvidence {
  readonly samples: readonly Sample[];
  readonly request: MessageEvidence;
  readonly response: MessageEvidence | undefined;
  readonly isOneWay: boolean;
}

/** Concludes the style of an operation from its messages (sample grammar A5). */
export function messageStyle({
  request,
  response,
  samples,
  isOneWay,
}: StyleEvidence): MessageStyle {
  const roots = [...request.body, ...(response?.body ?? [])];
  const isEncoded = samples.some((sample) => sample.isEncoded);
  if (isEncoded) {
    // The type of a wrapper has no name, that of a document has.
    const isDocument = roots.some(({ typeName }) => typeName !== undefined);
    if (isDocument && roots.every(isTyped))
      return { style: "document", use: "encoded" };
    if (isRpc(request, response)) return { style: "rpc", use: "encoded" };
    return documentLiteral;
  }
  const isComplete = isOneWay || (response?.body.length ?? 0) > 0;
  return isComplete && isRpc(request, response) && showsRpc(roots)
    ? { style: "rpc", use: "literal" }
    : documentLiteral;
}

function isTyped({ typeName }: ElementShape): boolean {
  return typeName !== undefined;
}

/** Whether rpc can express the messages: wrappers named after the operation, with one plain element for each part. */
function isRpc(
  request: MessageEvidence,
  response: MessageEvidence | undefined,
): boolean {
  const [wrapper] = request.body;
  if (wrapper === undefined || request.body.length > 1) return false;
  const replies = response?.body ?? [];
  const expected = `${wrapper.name.local}Response`;
  const isPair =
    replies.length === 0 ||
    (replies.length === 1 && replies[0]?.name.local === expected);
  return isPair && [wrapper, ...replies].every(isWrapper);
}

function isWrapper({ content, attributes }: ElementShape): boolean {
  if (attributes.length > 0) return false;
  if (content.kind !== "members") return content.kind === "empty";
  return content.members.every(
    (member) => member.kind === "element" && !member.element.isRepeated,
  );
}

/**
 * In rpc/literal all parts are unqualified, and the members of their types are qualified again. Elsewhere a schema may
 * leave every local element unqualified, so parts alone say nothing.
 */
function showsRpc(wrappers: readonly ElementShape[]): boolean {
  if (!hasBareParts(wrappers)) return false;
  const parts = wrappers.flatMap(({ content }) => elementMembers(content));
  const members = parts.flatMap(({ content }) => elementMembers(content));
  return members.some(({ name }) => name.namespace !== "");
}

function hasBareParts(wrappers: readonly ElementShape[]): boolean {
  const parts = wrappers.flatMap(({ content }) => elementMembers(content));
  return (
    parts.length > 0 &&
    wrappers.every(({ name }) => name.namespace !== "") &&
    parts.every(({ name }) => name.namespace === "")
  );
}

/** Operations without structs look alike in both styles: they have that of the rest of their service. */
export function agreeOnStyle(
  operations: readonly OperationEvidence[],
): readonly OperationEvidence[] {
  const isService = operations.some(
    ({ style, use }) => style === "rpc" && use === "literal",
  );
  if (!isService) return operations;
  return operations.map((operation) => {
    const { use, request, response } = operation;
    const [wrapper] = request.body;
    const roots = [...request.body, ...(response?.body ?? [])];
    const isLike =
      use === "literal" && isRpc(request, response) && hasBareParts(roots);
    return wrapper !== undefined && isLike
      ? { ...operation, style: "rpc", name: wrapper.name.local }
      : operation;
  });
}

import { elementMembers, type ElementShape } from "./shape.js";

/**
 * What a SOAP reply returns, by the root of the HTTP reply, which is the result alone (sample grammar A6): the first member
 * of the wrapper, or in bare style the element of the reply itself. Undefined where the reply has neither.
 */
export function resultOf(
  reply: ElementShape,
  root: ElementShape,
): ElementShape | undefined {
  return isBare(reply, root) ? reply : elementMembers(reply.content)[0];
}

/** The reply with its result changed; undefined where it has none. */
export function changeResult(
  reply: ElementShape,
  root: ElementShape,
  change: (result: ElementShape) => ElementShape,
): ElementShape | undefined {
  if (isBare(reply, root)) return change(reply);
  if (reply.content.kind !== "members") return undefined;
  const [result, ...others] = reply.content.members;
  if (result?.kind !== "element") return undefined;
  const element = change(result.element);
  const members = [{ kind: "element", element } as const, ...others];
  return { ...reply, content: { ...reply.content, members } };
}

/** The reply is like the root, and its first member is not. */
function isBare(reply: ElementShape, root: ElementShape): boolean {
  if (reply.name.local.endsWith("Response")) return false;
  if (reply.content.kind === "leaf") return true;
  const [result] = elementMembers(reply.content);
  if (result === undefined) return false;
  return isLike(reply, root) && !isLike(result, root);
}

function isLike(first: ElementShape, second: ElementShape): boolean {
  return memberNames(first) === memberNames(second);
}

function memberNames({ content }: ElementShape): string {
  if (content.kind !== "members") return content.kind;
  return elementMembers(content)
    .map(({ name }) => name.key)
    .join(" ");
}

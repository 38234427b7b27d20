import type { XmlElement } from "../descriptor.js";
import type { SoapFault } from "./fault-value.js";

/** An entry of a documented error list. */
export interface DocumentedError<Code extends string | number> {
  readonly code: Code;
  readonly message: string;
  /** Only the end of the message is fixed. */
  readonly isSuffix?: true;
}

/**
 * The documented error whose message a fault carries, in its reason or in its detail; the longest message wins where
 * several fit. A detail that is just the code counts too.
 */
export function classifyFault<Code extends string | number>(
  fault: SoapFault,
  errors: readonly DocumentedError<Code>[],
): DocumentedError<Code> | undefined {
  const texts = [
    fault.reason,
    fault.detailText ?? "",
    ...fault.detailXml.map(textOf),
  ]
    .map(normalize)
    .filter((text) => text !== "");
  let best: DocumentedError<Code> | undefined;
  for (const error of errors) {
    const message = normalize(error.message);
    const fits = texts.some(
      (text) =>
        text === message ||
        text === String(error.code) ||
        (error.isSuffix === true && text.endsWith(message)),
    );
    if (
      fits &&
      (best === undefined || best.message.length < error.message.length)
    ) {
      best = error;
    }
  }
  return best;
}

function textOf(element: XmlElement): string {
  return (element.children ?? [])
    .map((child) => (typeof child === "string" ? child : textOf(child)))
    .join(" ");
}

function normalize(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

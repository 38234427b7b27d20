import type { XmlElement } from "../descriptor.js";
import type { HeaderProducer } from "./client-options.js";

const WSA = "http://www.w3.org/2005/08/addressing";

export interface AddressingOptions {
  /** The endpoint by default. */
  readonly to?: string;
  /** The SOAP action by default. */
  readonly action?: string;
  readonly replyTo?: string;
  /** A random UUID by default. */
  readonly messageId?: () => string;
}

/** WS-Addressing 1.0 headers: To, Action, MessageID and ReplyTo. */
export function addressing(options: AddressingOptions = {}): HeaderProducer {
  return ({ action, url }) => {
    const id = options.messageId?.() ?? `urn:uuid:${crypto.randomUUID()}`;
    const replyTo = options.replyTo ?? `${WSA}/anonymous`;
    const leaf = (local: string, text: string): XmlElement => ({
      name: `{${WSA}}${local}`,
      children: [text],
    });
    return [
      leaf("To", options.to ?? url),
      leaf("Action", options.action ?? action),
      leaf("MessageID", id),
      {
        name: `{${WSA}}ReplyTo`,
        children: [leaf("Address", replyTo)],
      },
    ];
  };
}

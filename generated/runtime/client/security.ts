// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type { XmlElement } from "../descriptor.js";
import { encodeBase64 } from "../xsd/base64.js";
import type { HeaderProducer } from "./client-options.js";
import { securityBlock } from "./security-block.js";
import { BASE64, USERNAME_TOKEN, WSSE, WSU } from "./security-names.js";

export interface UsernameTokenOptions {
  readonly username: string;
  readonly password: string;
  /** "text" by default. "digest" sends SHA-1 of nonce, time and password (UsernameToken Profile 1.0 §3.1). */
  readonly type?: "text" | "digest";
  /** Now by default. */
  readonly created?: () => Date;
  /** Sixteen random bytes by default. */
  readonly nonce?: () => Uint8Array;
}

/** A WS-Security header with name and password. */
export function usernameToken(options: UsernameTokenOptions): HeaderProducer {
  const { username, password, type = "text" } = options;
  return async ({ version }) => {
    const children = [leaf(`{${WSSE}}Username`, username)];
    if (type === "text") {
      const kind = { Type: `${USERNAME_TOKEN}PasswordText` };
      children.push(leaf(`{${WSSE}}Password`, password, kind));
    } else {
      children.push(...(await digestParts(password, options)));
    }
    const token = { name: `{${WSSE}}UsernameToken`, children };
    return [securityBlock(version, token)];
  };
}

async function digestParts(
  password: string,
  options: UsernameTokenOptions,
): Promise<XmlElement[]> {
  const nonce = options.nonce?.() ?? crypto.getRandomValues(new Uint8Array(16));
  const created = (options.created?.() ?? new Date()).toISOString();
  const tail = new TextEncoder().encode(created + password);
  const bytes = new Uint8Array(nonce.length + tail.length);
  bytes.set(nonce);
  bytes.set(tail, nonce.length);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-1", bytes));
  return [
    leaf(`{${WSSE}}Password`, encodeBase64(digest), {
      Type: `${USERNAME_TOKEN}PasswordDigest`,
    }),
    leaf(`{${WSSE}}Nonce`, encodeBase64(nonce), { EncodingType: BASE64 }),
    leaf(`{${WSU}}Created`, created),
  ];
}

export interface TimestampOptions {
  /** Seconds until the message expires; 300 by default. */
  readonly ttl?: number;
  readonly created?: () => Date;
}

/** A WS-Security header with the time of the message. */
export function timestamp(options: TimestampOptions = {}): HeaderProducer {
  const { ttl = 300 } = options;
  return ({ version }) => {
    const created = options.created?.() ?? new Date();
    const expires = new Date(created.getTime() + ttl * 1000);
    const children = [
      leaf(`{${WSU}}Created`, created.toISOString()),
      leaf(`{${WSU}}Expires`, expires.toISOString()),
    ];
    return [securityBlock(version, { name: `{${WSU}}Timestamp`, children })];
  };
}

function leaf(
  name: string,
  text: string,
  attributes: Readonly<Record<string, string>> = {},
): XmlElement {
  return { name, attributes, children: [text] };
}

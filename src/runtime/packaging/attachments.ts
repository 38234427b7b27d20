import type { CodecFeature } from "../codec/codec-feature.js";
import type { Members } from "../codec/contracts.js";
import { isObject, own, setOwn } from "../codec/own.js";
import type { MessageDescriptor } from "../descriptor.js";
import { SoapError } from "../soap-error.js";

/** A binary part beside the message. */
export interface Attachment {
  /** Name of the part in the description. */
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

type Declared = MessageDescriptor["attachments"];

/** Takes the attachments out of an operation's value. */
function takeAttachments(
  declared: Declared,
  value: unknown,
): { readonly value: unknown; readonly attachments: readonly Attachment[] } {
  if (declared === undefined || !isObject(value)) {
    return { value, attachments: [] };
  }
  const rest: Members = { ...value };
  const attachments = declared.flatMap(({ property, contentTypes }) => {
    const bytes = own(rest, property);
    delete rest[property];
    if (bytes === undefined) return [];
    if (!(bytes instanceof Uint8Array)) return failAttachment(property);
    const [contentType = "application/octet-stream"] = contentTypes;
    return [{ name: property, contentType, bytes }];
  });
  return { value: rest, attachments };
}

function failAttachment(path: string): never {
  const expected = "a Uint8Array";
  throw new SoapError(`${path}: expected ${expected}`, {
    kind: "encode",
    path,
    expected,
  });
}

/** Puts received attachments into the value: by name, else in order. */
function putAttachments(
  declared: Declared,
  value: unknown,
  received: readonly Attachment[],
): unknown {
  if (declared === undefined || received.length === 0) return value;
  const result: Members = isObject(value) ? { ...value } : {};
  const names = new Set(declared.map(({ property }) => property));
  const others = received.filter(({ name }) => !names.has(name));
  for (const { property } of declared) {
    const named = received.find(({ name }) => name === property);
    const part = named ?? others.shift();
    if (part !== undefined) setOwn(result, property, part.bytes);
  }
  return result;
}

/** Attachments that a description declares. */
export const attachments: CodecFeature = {
  attachments: { take: takeAttachments, put: putAttachments },
};

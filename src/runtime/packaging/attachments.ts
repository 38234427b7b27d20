import type { CodecFeature } from "../codec/codec-feature.js";
import type { Members } from "../codec/contracts.js";
import { isObject, own, setOwn } from "../codec/own.js";
import type { MessageDescriptor } from "../descriptor.js";
import { SoapError } from "../soap-error.js";
import { isContent } from "./binary-content.js";
import type { BinaryContent } from "./binary-content.js";

/** A binary part beside the message. */
export interface Attachment {
  /** Name of the part in the description. */
  readonly name: string;
  readonly contentType: string;
  /** A content where the part is streamed. */
  readonly content: Uint8Array | BinaryContent;
}

type Declared = MessageDescriptor["attachments"];

/** A value without its attachments, and these. */
export interface TakenApart {
  readonly value: unknown;
  readonly attachments: readonly Attachment[];
}

/** Takes the attachments out of an operation's value. */
export function takeAttachments(
  declared: Declared,
  value: unknown,
): TakenApart {
  if (declared === undefined || !isObject(value)) {
    return { value, attachments: [] };
  }
  const rest: Members = { ...value };
  const attachments = declared.flatMap(
    ({ property, contentTypes, streamed }): Attachment[] => {
      const content = own(rest, property);
      delete rest[property];
      if (content === undefined) return [];
      const [contentType = "application/octet-stream"] = contentTypes;
      if (streamed === true && isContent(content)) {
        const type = content.type === "" ? contentType : content.type;
        return [{ name: property, contentType: type, content }];
      }
      if (streamed === true || !(content instanceof Uint8Array)) {
        return failAttachment(property, streamed);
      }
      return [{ name: property, contentType, content }];
    },
  );
  return { value: rest, attachments };
}

function failAttachment(path: string, streamed: true | undefined): never {
  const expected = streamed ? "a Blob or binaryContent" : "a Uint8Array";
  throw new SoapError(`${path}: expected ${expected}`, {
    kind: "encode",
    path,
    expected,
  });
}

/** Puts received attachments into the value: by name, else in order. */
export function putAttachments(
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
    if (part !== undefined) setOwn(result, property, part.content);
  }
  return result;
}

/** Attachments that a description declares. */
export const attachments: CodecFeature = {
  attachments: {
    take: takeAttachments,
    drop: (declared, value) => takeAttachments(declared, value).value,
    put: putAttachments,
  },
};

// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type { AttachmentMover } from "../codec/codec-feature.js";
import { putAttachments } from "./attachments.js";
import { binaryContent } from "./binary-content.js";
import type { BinaryContent } from "./binary-content.js";
import { ContentReference, isToken } from "./content-reference.js";
import { failInclude } from "./xop-include.js";

type Put = AttachmentMover["put"];

/** Received contents come into their places: attachments by name, others where their tokens are. */
export const putStreams: Put = (declared, value, received) => {
  const contents = new Map<string, BinaryContent>();
  const beside = received.flatMap((attachment) => {
    const { name, contentType, content } = attachment;
    const isBytes = content instanceof Uint8Array;
    const given = isBytes ? binaryContent(content, contentType) : content;
    contents.set(name, given);
    return isToken(name) ? [] : [{ ...attachment, content: given }];
  });
  const holder = { value: putAttachments(declared, value, beside) };
  const tokens = new Set([...contents.keys()].filter(isToken));
  resolveReferences(holder, ({ token }) => {
    tokens.delete(token);
    return contents.get(token) ?? failInclude(token);
  });
  // It stands where the schema has a text, or anything.
  for (const token of tokens) failInclude(token);
  return holder.value;
};

/** Decoded values are ours to change. */
function resolveReferences(
  value: object,
  contentOf: (reference: ContentReference) => BinaryContent,
): void {
  const open: object[] = [value];
  for (let holder = open.pop(); holder !== undefined; holder = open.pop()) {
    for (const [key, member] of Object.entries(holder)) {
      if (member instanceof ContentReference) {
        Object.defineProperty(holder, key, { value: contentOf(member) });
      } else if (isPlain(member)) {
        open.push(member);
      }
    }
  }
}

function isPlain(value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false;
  return (
    Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype
  );
}

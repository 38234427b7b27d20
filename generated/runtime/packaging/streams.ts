// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type { AttachmentMover, CodecFeature } from "../codec/codec-feature.js";
import { takeAttachments } from "./attachments.js";
import type { Attachment, TakenApart } from "./attachments.js";
import { bytesInMemory } from "./binary-content.js";
import { ContentReference, createToken } from "./content-reference.js";
import { openParts } from "./open-parts.js";
import { putStreams } from "./put-streams.js";
import { replaceContents } from "./replace-contents.js";

type Take = AttachmentMover["take"];

/** Contents that are not in memory leave the value, and tokens stay in their places. */
const take: Take = (declared, value): TakenApart => {
  const apart = takeAttachments(declared, value);
  const found: Attachment[] = [];
  const rest = replaceContents(apart.value, (content) => {
    const isHere =
      bytesInMemory(content) !== undefined ||
      content instanceof ContentReference;
    if (isHere) return content;
    const token = createToken();
    const contentType = content.type || "application/octet-stream";
    found.push({ name: token, contentType, content });
    return new ContentReference(token, "size" in content && content.size);
  });
  return { value: rest, attachments: [...apart.attachments, ...found] };
};

/** Binary content that is read while it is sent, and given while it is received. */
export const streams: CodecFeature = {
  attachments: {
    take,
    drop: (declared, value) => takeAttachments(declared, value).value,
    put: putStreams,
  },
  openParts,
};

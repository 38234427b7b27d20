// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type { AtomicTypeDescriptor } from "../descriptor.js";
import {
  binaryContent,
  bytesInMemory,
  isContent,
} from "../packaging/binary-content.js";
import type { BinaryContent } from "../packaging/binary-content.js";
import { ContentReference, isToken } from "../packaging/content-reference.js";
import { base64Binary } from "./binary.js";
import { ValueError } from "./value-error.js";

/** `xs:base64Binary` of SDKs that stream it. */
export const base64Content: AtomicTypeDescriptor<BinaryContent> = {
  kind: "atomic",
  name: "base64Binary",
  whiteSpace: "collapse",
  parse(text, context) {
    if (isToken(text)) return new ContentReference(text);
    return binaryContent(base64Binary.parse(text, context));
  },
  print(value, context) {
    if (value instanceof ContentReference) return value.token;
    const bytes = isContent(value) ? bytesInMemory(value) : undefined;
    if (bytes !== undefined) return base64Binary.print(bytes, context);
    const expected = isContent(value)
      ? "binaryContent(bytes), as nothing goes beside this message"
      : "a Blob, or binaryContent(bytes or stream)";
    throw new ValueError(expected, value);
  },
};

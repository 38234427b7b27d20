import type { AttachmentMover } from "../codec/codec-feature.js";
import { compilerOf } from "../codec/compile.js";
import type { MessageDescriptor } from "../descriptor.js";
import type { Exchange } from "../soap/exchange.js";

/** What takes attachments out of values and puts them in; undefined for a message that has none. */
export function attachmentMover(
  { operation }: Exchange,
  declared: MessageDescriptor["attachments"],
): AttachmentMover | undefined {
  return (
    (declared ?? operation.streams) &&
    compilerOf(operation.uses).feature("attachments")
  );
}

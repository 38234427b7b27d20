import type { Edit, MappedText } from "./mapped-text.js";
import type { RawMessage } from "./raw-message.js";
import type { ResolvedMessage } from "./resolve-names.js";

/** The XML of a message as it stands in the page, with its repairs applied. */
export function messageText(
  mapped: MappedText,
  message: RawMessage,
  resolved: ResolvedMessage,
): string {
  const edits = [
    ...message.edits,
    ...resolved.edits,
    ...declarationEdits(message, resolved),
  ];
  const { start, end } = message.range;
  if (edits.length === 0) return mapped.text.slice(start, end);
  const ordered = edits
    .map((edit, index) => ({ edit, index }))
    .toSorted((a, b) => a.edit.offset - b.edit.offset || a.index - b.index);
  const chunks: string[] = [];
  let position = start;
  for (const { edit } of ordered) {
    if (edit.offset < position || edit.offset > end) continue;
    chunks.push(mapped.text.slice(position, edit.offset), edit.insert);
    position = edit.offset + edit.length;
  }
  chunks.push(mapped.text.slice(position, end));
  return chunks.join("");
}

/** The start tag of a missing Envelope, and the declarations that the page left out. */
function declarationEdits(
  { root }: RawMessage,
  { supplied }: ResolvedMessage,
): readonly Edit[] {
  const list = [...supplied].map(
    ([prefix, namespace]) => `xmlns:${prefix}="${namespace}"`,
  );
  const isMissing = root.isVirtual && root.start === root.contentStart;
  if (isMissing) {
    const insert = `<${[root.name, ...list].join(" ")}>`;
    return [{ offset: root.start, length: 0, insert }];
  }
  if (list.length === 0) return [];
  if (root.isVirtual)
    return [
      { offset: root.start + 1, length: 0, insert: `${list.join(" ")} ` },
    ];
  const offset = root.start + 1 + root.name.length;
  return [{ offset, length: 0, insert: ` ${list.join(" ")}` }];
}

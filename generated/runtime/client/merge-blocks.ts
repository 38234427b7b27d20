// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type { XmlElement } from "../descriptor.js";

/** Header blocks of the same name become one: a message has one security header (WS-Security 1.1 §5). */
export function mergeBlocks(blocks: readonly XmlElement[]): XmlElement[] {
  const merged = new Map<string, XmlElement>();
  for (const block of blocks) {
    const before = merged.get(block.name);
    merged.set(
      block.name,
      before === undefined
        ? block
        : {
            ...before,
            ...block,
            attributes: { ...before.attributes, ...block.attributes },
            children: [...(before.children ?? []), ...(block.children ?? [])],
          },
    );
  }
  return [...merged.values()];
}

// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type { ListTypeDescriptor } from "../descriptor.js";
import { ValueError } from "../xsd/value-error.js";
import { splitSpace } from "../xsd/white-space.js";
import type { CodecFeature } from "./codec-feature.js";
import type { Compiler, SimpleCodec } from "./contracts.js";

function listCodec(
  descriptor: ListTypeDescriptor,
  compiler: Compiler,
): SimpleCodec {
  const item = compiler.simple(
    typeof descriptor.item === "function" ? descriptor.item() : descriptor.item,
  );
  return {
    whiteSpace: "collapse",
    parse(text, context) {
      const parts = splitSpace(text);
      return remember(
        parts.map((part) => item.parse(part, context)),
        parts,
      );
    },
    print(value, context) {
      if (!Array.isArray(value)) throw new ValueError("an array", value);
      const parts = value.map((part: unknown) => item.print(part, context));
      // The item would come back as several, or as none.
      const broken = parts.find((part) => /^$|[ \t\n\r]/.test(part));
      if (broken !== undefined) {
        throw new ValueError("items without white space", broken);
      }
      return recall(value, parts, (text) => {
        return item.print(item.parse(text, context), context);
      }).join(" ");
    },
  };
}

const TEXTS = /* @__PURE__ */ Symbol("texts");

interface Remembering {
  readonly [TEXTS]?: readonly string[];
}

/** Keeps the texts of items out of sight where they are not the shortest ones: patterns are about texts. */
function remember(items: unknown[], texts: readonly string[]): unknown[] {
  return items.every((item, index) => String(item) === texts[index])
    ? items
    : Object.defineProperty(items, TEXTS, { value: texts });
}

/** The texts that the items were read from, as far as they still are these items. */
function recall(
  items: readonly unknown[],
  printed: readonly string[],
  canonical: (text: string) => string,
): readonly string[] {
  // The symbol is nobody else's, so what it holds is ours.
  const texts = (items as Remembering)[TEXTS];
  if (texts?.length !== printed.length) return printed;
  const isSame = texts.every((text, index) => {
    return text === printed[index] || canonical(text) === printed[index];
  });
  return isSame ? texts : printed;
}

/** Lists. */
export const list: CodecFeature = { list: listCodec };

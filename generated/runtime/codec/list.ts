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
    parse: (text, context) =>
      splitSpace(text).map((part) => item.parse(part, context)),
    print(value, context) {
      if (!Array.isArray(value)) throw new ValueError("an array", value);
      const parts = value.map((part: unknown) => item.print(part, context));
      // The item would come back as several, or as none.
      const broken = parts.find((part) => /^$|[ \t\n\r]/.test(part));
      if (broken !== undefined) {
        throw new ValueError("items without white space", broken);
      }
      return parts.join(" ");
    },
  };
}

/** Lists. */
export const list: CodecFeature = { list: listCodec };

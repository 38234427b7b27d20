// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import { applyWhiteSpace } from "../../xsd/white-space.js";
import type { SimpleCodec, SimpleContext } from "../contracts.js";

/** Facets hold texts; where prefixes are needed to read them they stay texts. */
export const NO_NAMESPACES: SimpleContext = {
  lookup: () => undefined,
  prefixFor: () => "",
};

export function parseFacet(base: SimpleCodec, text: string): unknown {
  try {
    return base.parse(applyWhiteSpace(text, base.whiteSpace), NO_NAMESPACES);
  } catch {
    return text;
  }
}

// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import { ValueError } from "../../xsd/value-error.js";
import type { CodecFeature, FacetCheck } from "../codec-feature.js";
import type { SimpleCodec } from "../contracts.js";
import { NO_NAMESPACES, parseFacet } from "./parse-facet.js";

const SHOWN_LITERALS = 12;

function checkEnumeration(
  literals: readonly string[],
  base: SimpleCodec,
): FacetCheck {
  const values = literals.map((literal) => parseFacet(base, literal));
  const admitted = new Set<unknown>([...values, ...literals]);
  const canonical = new Set(values.map((value) => print(base, value)));
  const shown = literals.slice(0, SHOWN_LITERALS).map((text) => `"${text}"`);
  if (literals.length > SHOWN_LITERALS) shown.push("…");
  const expected = `one of ${shown.join(", ")}`;
  return (value, text) => {
    if (admitted.has(value)) return;
    if (isName(value)) {
      // A facet's prefix means what the schema document declared, which is not known here.
      const locals = literals.map((literal) => literal.replace(/^.*[:}]/, ""));
      if (locals.includes(value.local)) return;
    } else if (typeof value === "object") {
      if (canonical.has(print(base, value))) return;
    }
    const isEqual = (other: unknown): boolean =>
      typeof other === typeof value && base.compare?.(value, other) === 0;
    if (!values.some(isEqual)) throw new ValueError(expected, text);
  };
}

/** One text for all texts of the same value; none for a facet that is not a value. */
function print(base: SimpleCodec, value: unknown): string | undefined {
  try {
    return typeof value === "object"
      ? base.print(value, NO_NAMESPACES)
      : undefined;
  } catch {
    return undefined;
  }
}

function isName(value: unknown): value is { readonly local: string } {
  return typeof value === "object" && value !== null && "local" in value;
}

/** `enumeration`. */
export const enumeration: CodecFeature = {
  enumeration: ({ enumeration: literals = [] }, base) => [
    checkEnumeration(literals, base),
  ],
};

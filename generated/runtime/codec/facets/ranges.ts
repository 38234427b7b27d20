// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type { RestrictionDescriptor } from "../../descriptor.js";
import { ValueError } from "../../xsd/value-error.js";
import type { CodecFeature, FacetCheck } from "../codec-feature.js";
import type { SimpleCodec } from "../contracts.js";
import { parseFacet } from "./parse-facet.js";

function rangeChecks(
  restriction: RestrictionDescriptor,
  base: SimpleCodec,
): FacetCheck[] {
  const check = (
    bound: string | undefined,
    word: string,
    admits: (order: number) => boolean,
  ): FacetCheck[] => {
    if (bound === undefined || base.compare === undefined) return [];
    const limit = parseFacet(base, bound);
    return [
      (value, text) => {
        if (admits(base.compare?.(value, limit) ?? 0)) return;
        throw new ValueError(`a value ${word} ${bound}`, text);
      },
    ];
  };
  return [
    ...check(restriction.minInclusive, "from", (order) => order >= 0),
    ...check(restriction.maxInclusive, "up to", (order) => order <= 0),
    ...check(restriction.minExclusive, "above", (order) => order > 0),
    ...check(restriction.maxExclusive, "below", (order) => order < 0),
  ];
}

/** `minInclusive`, `maxInclusive`, `minExclusive`, `maxExclusive`. */
export const ranges: CodecFeature = {
  minInclusive: rangeChecks,
  maxInclusive: rangeChecks,
  minExclusive: rangeChecks,
  maxExclusive: rangeChecks,
};

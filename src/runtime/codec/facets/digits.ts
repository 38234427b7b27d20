import type { RestrictionDescriptor } from "../../descriptor.js";
import { decimalDigits } from "../../xsd/decimal.js";
import { ValueError } from "../../xsd/value-error.js";
import type { CodecFeature, FacetCheck } from "../codec-feature.js";

function digitChecks(
  restriction: RestrictionDescriptor,
): readonly FacetCheck[] {
  const { totalDigits, fractionDigits } = restriction;
  return [
    (_value, text) => {
      const { whole, fraction } = decimalDigits(text);
      const total = whole.length + fraction.length;
      if (total > (totalDigits ?? Infinity)) {
        throw new ValueError(`at most ${totalDigits} digits`, text);
      }
      if (fraction.length > (fractionDigits ?? Infinity)) {
        throw new ValueError(`at most ${fractionDigits} decimal places`, text);
      }
    },
  ];
}

/** `totalDigits`, `fractionDigits`. */
export const digits: CodecFeature = {
  totalDigits: digitChecks,
  fractionDigits: digitChecks,
};

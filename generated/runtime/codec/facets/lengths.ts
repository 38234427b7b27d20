// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type { RestrictionDescriptor } from "../../descriptor.js";
import { ValueError } from "../../xsd/value-error.js";
import type { CodecFeature, FacetCheck } from "../codec-feature.js";

/** Characters, bytes or items; undefined where length has no meaning, or is not known before a stream ends. */
function measure(value: unknown): number | undefined {
  if (typeof value === "string") return countCharacters(value);
  if (value instanceof Uint8Array || Array.isArray(value)) return value.length;
  if (typeof value === "object" && value !== null && "size" in value) {
    return Number(value.size);
  }
  return undefined;
}

function countCharacters(text: string): number {
  let count = text.length;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code >= 0xdc00 && code < 0xe000) count--;
  }
  return count;
}

function lengthChecks(
  restriction: RestrictionDescriptor,
): readonly FacetCheck[] {
  const { length, minLength = length, maxLength = length } = restriction;
  const least = minLength ?? 0;
  const most = maxLength ?? Infinity;
  const range = most === Infinity ? `at least ${least}` : `${least} to ${most}`;
  return [
    (value, text) => {
      const size = measure(value);
      if (size === undefined || (size >= least && size <= most)) return;
      throw new ValueError(`a length of ${range}, not ${size}`, text);
    },
  ];
}

/** `length`, `minLength`, `maxLength`. */
export const lengths: CodecFeature = {
  length: lengthChecks,
  minLength: lengthChecks,
  maxLength: lengthChecks,
};

// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import { ValueError } from "../xsd/value-error.js";
import { applyWhiteSpace } from "../xsd/white-space.js";
import type { CodecFeature } from "./codec-feature.js";
import type { SimpleCodec, SimpleContext } from "./contracts.js";

export interface ValueConstraint {
  /** Stands for empty content (XSD 1.0 Part 1 §3.3.1). */
  readonly default?: string | undefined;
  readonly fixed?: string | undefined;
}

/** A simple type of an element or attribute that has a default or fixed value. */
function constrain(
  simple: SimpleCodec,
  constraint: ValueConstraint,
): SimpleCodec {
  const { fixed, default: empty = fixed } = constraint;
  const check = (
    text: string,
    value: unknown,
    context: SimpleContext,
  ): void => {
    if (fixed === undefined || text === fixed) return;
    const normalized = applyWhiteSpace(fixed, simple.whiteSpace);
    const wanted = simple.parse(normalized, context);
    if (value === wanted || simple.compare?.(value, wanted) === 0) return;
    // What has no order is equal if it is written equally.
    const print = (any: unknown): string =>
      // A copy of a list is without the texts that it was read from.
      simple.print(Array.isArray(any) ? [...(any as unknown[])] : any, context);
    if (print(value) === print(wanted)) return;
    throw new ValueError(`"${fixed}"`, text);
  };
  return {
    ...simple,
    parse(text, context) {
      const given = text === "" && empty !== undefined ? empty : text;
      const value = simple.parse(given, context);
      check(given, value, context);
      return value;
    },
    print(value, context) {
      const text = simple.print(value, context);
      check(text, value, context);
      return text;
    },
  };
}

/** Default and fixed values. */
export const constraints: CodecFeature = { constraint: constrain };

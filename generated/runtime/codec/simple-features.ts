// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type { CodecFeature } from "./codec-feature.js";
import { digits } from "./facets/digits.js";
import { enumeration } from "./facets/enumeration.js";
import { lengths } from "./facets/lengths.js";
import { patterns } from "./facets/patterns.js";
import { ranges } from "./facets/ranges.js";
import { slowPatterns } from "./facets/slow-patterns.js";
import { list } from "./list.js";
import { union } from "./union.js";

/** All that simple types may ask for. */
export const SIMPLE_FEATURES: readonly CodecFeature[] = [
  list,
  union,
  enumeration,
  patterns,
  slowPatterns,
  lengths,
  ranges,
  digits,
];

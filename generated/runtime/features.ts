// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

/** What only some schemas need of the codec, one constant each. An operation names those of its messages in `uses`. */
export { ALL_FEATURES as everything } from "./codec/all-features.js";
export { anyTypes } from "./codec/any-type.js";
export { arrays } from "./codec/array-type.js";
export { attributes } from "./codec/attributes.js";
export { constraints } from "./codec/constraint.js";
export { derivation } from "./codec/derived.js";
export { digits } from "./codec/facets/digits.js";
export { enumeration } from "./codec/facets/enumeration.js";
export { lengths } from "./codec/facets/lengths.js";
export { patterns } from "./codec/facets/patterns.js";
export { slowPatterns } from "./codec/facets/slow-patterns.js";
export { ranges } from "./codec/facets/ranges.js";
export { identity } from "./codec/identity/identity.js";
export { knownAttributes } from "./codec/known/known-attributes.js";
export { knownElements } from "./codec/known/known-elements.js";
export { list } from "./codec/list.js";
export { mixed } from "./codec/mixed.js";
export { all } from "./codec/particles/all-particle.js";
export { choice } from "./codec/particles/choice-particle.js";
export { repetition } from "./codec/particles/repeated-particle.js";
export { sequence } from "./codec/particles/sequence-particle.js";
export { substitution } from "./codec/particles/substitution.js";
export { wildcards } from "./codec/particles/wildcards.js";
export { sealed } from "./codec/sealed-element.js";
export { tolerance } from "./codec/tolerant.js";
export { headers } from "./soap/declared-headers.js";
export { parts } from "./soap/part-bodies.js";
export { union } from "./codec/union.js";
export { parameters } from "./http/parameters.js";
export { attachments } from "./packaging/attachments.js";
export { streams } from "./packaging/streams.js";

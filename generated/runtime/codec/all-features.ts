// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import { parameters } from "../http/parameters.js";
import { attachments } from "../packaging/attachments.js";
import { headers } from "../soap/declared-headers.js";
import { parts } from "../soap/part-bodies.js";
import { anyTypes } from "./any-type.js";
import { arrays } from "./array-type.js";
import { attributes } from "./attributes.js";
import type { CodecFeature } from "./codec-feature.js";
import { constraints } from "./constraint.js";
import { derivation } from "./derived.js";
import { identity } from "./identity/identity.js";
import { knownAttributes } from "./known/known-attributes.js";
import { knownElements } from "./known/known-elements.js";
import { sealed } from "./sealed-element.js";
import { mixed } from "./mixed.js";
import { all } from "./particles/all-particle.js";
import { choice } from "./particles/choice-particle.js";
import { repetition } from "./particles/repeated-particle.js";
import { sequence } from "./particles/sequence-particle.js";
import { substitution } from "./particles/substitution.js";
import { wildcards } from "./particles/wildcards.js";
import { tolerance } from "./tolerant.js";
import { SIMPLE_FEATURES } from "./simple-features.js";

/** For documents of whatever schema. */
export const ALL_FEATURES: readonly CodecFeature[] =
  /* @__PURE__ */ SIMPLE_FEATURES.concat([
    all,
    anyTypes,
    arrays,
    attachments,
    attributes,
    choice,
    constraints,
    derivation,
    identity,
    headers,
    knownAttributes,
    knownElements,
    mixed,
    parameters,
    parts,
    repetition,
    sealed,
    sequence,
    substitution,
    tolerance,
    wildcards,
  ]);

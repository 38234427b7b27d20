// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import { compilerOf } from "../codec/compile.js";
import type { Compiler } from "../codec/contracts.js";
import { SIMPLE_FEATURES } from "../codec/simple-features.js";

/** Simple types of encoded messages: whatever names the encoding gets all of them. */
export const SIMPLE: Compiler = /* @__PURE__ */ compilerOf(SIMPLE_FEATURES);

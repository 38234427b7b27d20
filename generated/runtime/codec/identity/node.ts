// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type { IdentityDescriptor } from "../../descriptor.js";

/** An element or attribute as far as identity constraints look at it. */
export interface Node {
  /** `{namespace}local`. */
  readonly key: string;
  /** Position in the message: of the element around, for an attribute. */
  readonly at: number;
  /** As it is in the message. */
  readonly text: string;
  /** The same for all texts of the same value; of what is not typed, for the same text of the same name. */
  readonly value: string;
  readonly isTyped: boolean;
  /** There is no value to compare. */
  readonly isNil: boolean;
  readonly attributes: readonly Node[];
  readonly children: readonly Node[];
  readonly constraints: readonly IdentityDescriptor[];
}

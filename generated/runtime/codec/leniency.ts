// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type { Declarations } from "./declarations.js";

/** What decoding may overlook. Each use is reported through `onTolerated`. */
export type LenientRule =
  /** Elements that the type does not have are skipped. */
  | "unknown-elements"
  /** Attributes that the type does not have are skipped. */
  | "unknown-attributes"
  /** Required members may be absent. */
  | "missing"
  /** Members may come in any order. */
  | "order"
  /** Of an element that may occur once but does more often, the first is taken. */
  | "repeated"
  /** Elements are found by local name when the namespace differs. */
  | "namespaces"
  /** `xsi:nil` on an element that is not nillable counts as absent. */
  | "nil"
  /** An `xsi:type` that is not known counts as not given. */
  | "types"
  /**
   * INF and NaN of float and double are read however they are spelt: `inf`, `Infinity`, `NAN`, as PHP and Python print
   * them.
   */
  | "numbers"
  /** Facets are not checked. */
  | "facets"
  /** Keys, references to them and what is to be unique are not compared. */
  | "identity";

/** What may be overlooked, and the code for it; made by `lenient`. */
export interface Leniency {
  readonly rules: ReadonlySet<LenientRule>;
  /** Whether the order and number of elements may be broken. */
  readonly breaksModel: boolean;
  /** The runtime's own; without its type, so that clients of several SDKs have one type. */
  readonly tolerance: object;
}

/** Something in an answer that the types do not admit and that was overlooked. */
export interface Tolerated {
  readonly rule: LenientRule;
  /** Elements from the root of the message. */
  readonly path: string;
  readonly message: string;
}

export interface DecodeOptions {
  /** What wildcards and `xsi:type` of texts are checked against; without, what they admit is not looked into. */
  readonly declarations?: Declarations;
  readonly lenient?: Leniency;
  readonly onTolerated?: (tolerated: Tolerated) => void;
}

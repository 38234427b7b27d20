import { XmlReader } from "../xml/reader.js";
import type { FailureDetail } from "../xml/reader.js";
import { ValueError } from "../xsd/value-error.js";
import { compilerOf } from "./compile.js";
import type { Tolerance } from "./codec-feature.js";
import type { Compiler } from "./contracts.js";
import type { Declarations } from "./declarations.js";
import type { DocumentOptions } from "./document.js";
import type { Leniency, LenientRule, Tolerated } from "./leniency.js";
import type { Note } from "./note.js";

/** A reader that knows what may be overlooked. */
export class DecodeReader extends XmlReader {
  /** In a type that was concluded from samples. */
  isAssumed = false;
  /** What the element read last said besides its value. */
  note: Note | undefined;
  readonly #lenient: Leniency | undefined;
  readonly #onTolerated: ((tolerated: Tolerated) => void) | undefined;

  readonly compiler: Compiler;
  readonly declarations: Declarations | undefined;

  constructor(
    xml: string,
    options: DocumentOptions = {},
    compiler: Compiler = compilerOf(),
  ) {
    super(xml, options.limits);
    this.compiler = compiler;
    this.declarations = options.declarations;
    this.#lenient = options.lenient;
    this.#onTolerated = options.onTolerated;
  }

  get skipsFacets(): boolean {
    return this.#has("facets");
  }

  /** Whether the order and number of elements may be broken. */
  get breaksModel(): boolean {
    return this.isAssumed || this.#lenient?.breaksModel === true;
  }

  get tolerance(): Tolerance {
    // Only `lenient` of this runtime makes one.
    const given = this.#lenient?.tolerance as Tolerance | undefined;
    return given ?? this.compiler.feature("tolerance");
  }

  #has(rule: LenientRule): boolean {
    return this.#lenient?.rules.has(rule) === true;
  }

  allows(rule: LenientRule): boolean {
    return (
      this.#has(rule) || (this.isAssumed && this.tolerance.assumed.has(rule))
    );
  }

  /** Reports what is overlooked, or fails when the rule does not allow it. */
  tolerate(
    rule: LenientRule,
    message: string,
    detail: Omit<FailureDetail, "suffix"> = {},
  ): void {
    if (!this.allows(rule)) this.fail(message, detail);
    if (this.#onTolerated === undefined) return;
    this.#onTolerated({ rule, path: this.pathAt(), message });
  }

  /** Turns the refusal of a simple type into an error with a position. */
  failValue(error: unknown, at: number, suffix = ""): never {
    if (!(error instanceof ValueError)) throw error;
    const { expected, received } = error;
    return this.fail(error.message, { at, suffix, expected, received });
  }
}

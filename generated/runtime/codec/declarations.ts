// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type {
  ElementDescriptor,
  SimpleTypeDescriptor,
  TypeDescriptor,
} from "../descriptor.js";
import type { ReaderMark } from "../xml/reader.js";
import { expandedName } from "../xml/scope.js";
import type { ExpandedName } from "../xml/scope.js";
import { ALL_FEATURES } from "./all-features.js";
import { compilerOf } from "./compile.js";
import type { ElementCheck } from "./codec-feature.js";
import type { Compiler } from "./contracts.js";
import type { DecodeReader } from "./decode-reader.js";
import {
  checkChild,
  checkContent,
  type FindElement,
} from "./known/checked-content.js";
import { parseSimple, readSimple } from "./simple-type.js";

/** All that a schema declares, by `{namespace}local`. */
export interface KnownComponents {
  readonly elements: ReadonlyMap<string, ElementDescriptor>;
  readonly types: ReadonlyMap<string, TypeDescriptor>;
}

/** What `xsi:type` names, and the type without it. */
interface GivenTypes {
  readonly name: ExpandedName;
  readonly declared: TypeDescriptor;
  /** What the element stands for as it has no content. */
  readonly empty?: string | undefined;
}

interface TypedText extends Omit<GivenTypes, "empty"> {
  readonly element: ElementDescriptor;
  readonly isEmpty: boolean;
}

/**
 * What wildcards, `xs:anyType` and `xsi:type` of texts are checked against where the whole schema is at hand. The value
 * is the same without: what they admit stays a tree, or a text.
 */
export class Declarations {
  readonly #known: KnownComponents;
  readonly #compiler: Compiler = compilerOf(ALL_FEATURES);

  readonly #find: FindElement = (key) => {
    const element = this.#known.elements.get(key);
    return element && this.#compiler.element(element);
  };

  constructor(known: KnownComponents) {
    this.#known = known;
  }

  /** Checks the next child, which a wildcard admits. Nothing is known about elements that are not declared. */
  readonly check: ElementCheck = (reader, name) =>
    checkChild(reader, name, this.#find);

  /** Checks what an element has inside it that may have anything. */
  checkAny(reader: DecodeReader): boolean {
    return checkContent(reader, this.#find);
  }

  /** Checks the text that the reader has just read from the mark on. */
  checkText(
    reader: DecodeReader,
    mark: ReaderMark,
    { element, isEmpty, ...types }: TypedText,
  ): void {
    const end = reader.mark();
    reader.reset(mark);
    const empty = isEmpty ? (element.default ?? element.fixed) : undefined;
    const name = expandedName(element.namespace ?? "", element.element);
    this.checkContent(reader, name, { ...types, empty });
    reader.reset(end);
  }

  /** Checks the content of the element just entered. */
  checkContent(
    reader: DecodeReader,
    element: ExpandedName,
    { name, declared, empty }: GivenTypes,
  ): void {
    const type = this.#known.types.get(name.key);
    if (type === undefined || !standsFor(type, declared)) {
      reader.tolerate("types", `unknown type ${name.key}`, {
        expected: "a type derived from that of the element",
        received: name.key,
      });
      return;
    }
    if (type.kind === "any") return;
    if (empty !== undefined && isSimple(type)) {
      parseSimple(reader, this.#compiler.simple(type), empty);
      return;
    }
    const { attributes } = reader;
    const mark = reader.mark();
    this.#readAs(reader, element, type);
    reader.reset(mark);
    reader.attributes = attributes;
  }

  #readAs(
    reader: DecodeReader,
    element: ExpandedName,
    type: TypeDescriptor,
  ): void {
    const codec = this.#compiler.type(type);
    if (codec.simple === undefined) codec.decode(reader, element);
    else readSimple(reader, codec.simple);
  }
}

/** Whether a type may stand where another is declared, as far as it can be told without the names of all ancestors. */
function standsFor(type: TypeDescriptor, declared: TypeDescriptor): boolean {
  if (declared.kind === "any") return true;
  if (!isSimple(type) || !isSimple(declared)) return false;
  // The hierarchy of the built-in types is not followed.
  if (type.kind === "atomic" || declared.kind === "atomic") return true;
  return isDerived(type, declared);
}

function isDerived(
  type: SimpleTypeDescriptor,
  declared: SimpleTypeDescriptor,
): boolean {
  if (type === declared) return true;
  if (declared.kind === "union") {
    return declared.members().some((member) => isDerived(type, member));
  }
  if (type.kind !== "restriction") return false;
  const { base } = type;
  return isDerived(typeof base === "function" ? base() : base, declared);
}

function isSimple(type: TypeDescriptor): type is SimpleTypeDescriptor {
  return (
    type.kind !== "any" && type.kind !== "complex" && type.kind !== "array"
  );
}

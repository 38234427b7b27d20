// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type {
  ElementDescriptor,
  NamespaceContext,
  SimpleTypeDescriptor,
  TypeDescriptor,
} from "../descriptor.js";
import type { ExpandedName } from "../xml/scope.js";
import type { XmlWriter } from "../xml/writer.js";
import type { WhiteSpace } from "../xsd/white-space.js";
import type { CodecFeature } from "./codec-feature.js";
import type { DecodeReader } from "./decode-reader.js";
import type { ElementCodec } from "./element.js";
import type { Note } from "./note.js";

/** The object that a complex type is read into or written from. */
export type Members = Record<string, unknown>;

/** A simple type, ready for use. Both directions throw `ValueError`. */
export interface SimpleCodec {
  readonly whiteSpace: WhiteSpace;
  /** From text with white space handled. */
  parse(text: string, context: SimpleContext): unknown;
  print(value: unknown, context: SimpleContext): string;
  compare?(left: unknown, right: unknown): number;
}

export interface SimpleContext extends NamespaceContext {
  readonly skipsFacets?: boolean;
}

/** The type of an element, ready for use. */
export interface TypeCodec {
  /** Set for simple types. */
  readonly simple?: SimpleCodec;
  /** Child elements without namespace: then a default namespace around would be in their way. */
  readonly hasUnqualified?: boolean;
  /** Any content, `xsi:nil` among it. */
  readonly isAny?: boolean;
  /** Reads attributes and content of the element just entered. */
  decode(reader: DecodeReader, element: ExpandedName): unknown;
  /** Writes the whole element. */
  encode(writer: XmlWriter, element: ExpandedName, value: unknown): void;
}

/** Makes codecs of descriptors, once for each. */
export interface Compiler {
  /** The codec of a global element; members without namespace of their own belong to none. */
  element(descriptor: ElementDescriptor): ElementCodec;
  type(descriptor: TypeDescriptor): TypeCodec;
  simple(descriptor: SimpleTypeDescriptor): SimpleCodec;
  /** A feature that a descriptor asks for; throws `TypeError` where the operation does not name it. */
  feature<Name extends keyof CodecFeature>(
    name: Name,
  ): NonNullable<CodecFeature[Name]>;
}

/** A particle of a content model, ready for use. */
export interface ParticleCodec {
  /** Properties that it reads and writes in the object around. */
  readonly properties: readonly string[];
  /** Keys of the elements that it can begin with. */
  readonly firstKeys: readonly string[];
  readonly isEmptiable: boolean;
  /** Whether the next child begins it. */
  starts(reader: DecodeReader, content: unknown[] | undefined): boolean;
  /** Reads all its occurrences; fails when there are too few. Mixed content goes to `content`. */
  decode(
    reader: DecodeReader,
    into: Members,
    content: unknown[] | undefined,
  ): void;
  /** Whether a value holds anything of it. */
  isPresent(value: Members): boolean;
  /** Whether a value holds what it requires. */
  isSatisfied(value: Members): boolean;
  encode(writer: XmlWriter, value: Members, cursors: Cursors): void;
  /** What a flattened or repeated group consists of. */
  readonly parts?: readonly ParticleCodec[];
  readonly isUnordered?: boolean;
  /** Elements by the name that an item of mixed content has. */
  readonly elements?: ReadonlyMap<string, ElementAccess>;
  /** Follows a sequence of element keys from `at`; -1 when it cannot. For mixed content. */
  follow(keys: readonly string[], at: number): number;
}

/** An element that can be read and written outside its particle. */
export interface ElementAccess {
  readonly key: string;
  read(reader: DecodeReader): unknown;
  write(writer: XmlWriter, value: unknown, note?: Note): void;
}

/** How many items of a property that several particles share have been written; undefined where none share one. */
export type Cursors = Map<string, number> | undefined;

// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type {
  AnyTypeDescriptor,
  ArrayTypeDescriptor,
  ComplexTypeDescriptor,
  ElementDescriptor,
  FaultDescriptor,
  HeaderDescriptor,
  KnownAttributes,
  KnownElements,
  ListTypeDescriptor,
  MessageDescriptor,
  RestrictionDescriptor,
  UnionTypeDescriptor,
  WildcardParticle,
} from "../descriptor.js";
import type { UnpackedMessage } from "../client/client-options.js";
import type { Attachment } from "../packaging/attachments.js";
import type { Limits } from "../xml/limits.js";
import type { ExpandedName } from "../xml/scope.js";
import type { XmlWriter } from "../xml/writer.js";
import type { ParameterEncoder } from "../http/parameters.js";
import type { HeaderValues, ReceivedHeaders } from "../soap/headers.js";
import type { PartBody } from "../soap/part-bodies.js";
import type { ValueConstraint } from "./constraint.js";
import type { ComplexTypeCodec } from "./complex.js";
import type {
  Compiler,
  Members,
  ParticleCodec,
  SimpleCodec,
  TypeCodec,
} from "./contracts.js";
import type { DecodeReader } from "./decode-reader.js";
import type { ElementCodec } from "./element.js";
import type { LenientRule } from "./leniency.js";
import type { LeafKind } from "./particles/leaf-kind.js";
import type { MemberShape } from "./particles/leaf-particle.js";

/** Throws `ValueError` when the value, whose text is given, is not admitted. */
export type FacetCheck = (value: unknown, text: string) => void;

/** Makes the checks of one kind of facet in a restriction step (XSD 1.0 Part 2 §4.3). */
export type FacetCompiler = (
  restriction: RestrictionDescriptor,
  base: SimpleCodec,
) => readonly FacetCheck[];

type GroupCompiler = (
  parts: readonly ParticleCodec[],
  isOptional: boolean,
) => ParticleCodec;

/** Makes the codec of an element; members without namespace of their own are of the one given. */
type ElementCompiler = (
  descriptor: ElementDescriptor,
  namespace: string,
  compiler: Compiler,
) => ElementCodec;

/** The attributes of a complex type. */
export interface AttributeSet {
  readonly properties: readonly string[];
  decode(reader: DecodeReader, into: Members): void;
  /** As text for the start tag. */
  encode(writer: XmlWriter, value: Members): string;
}

/** Checks the next child, whose name is given; true where it was passed, as no value of it is wanted. */
export type ElementCheck = (
  reader: DecodeReader,
  name: ExpandedName,
) => boolean;

/** Checks elements that a wildcard admits. */
export interface ElementChecks {
  readonly check: ElementCheck;
  /** Refuses a tree that is not as declared. */
  checkSent(writer: XmlWriter, item: unknown): void;
}

/** Text and elements in order. */
export interface MixedContent {
  decode(reader: DecodeReader, into: Members): void;
  encode(writer: XmlWriter, value: Members): void;
}

/** Finds out which of a type and those derived from it a value is of. */
export interface Derivation {
  decode(
    codec: ComplexTypeCodec,
    reader: DecodeReader,
    name: ExpandedName | undefined,
  ): ComplexTypeCodec;
  encode(
    codec: ComplexTypeCodec,
    writer: XmlWriter,
    tag: unknown,
  ): ComplexTypeCodec;
}

/** Reads what breaks its model. */
export interface Tolerance {
  /** What is overlooked in types that were concluded from samples. */
  readonly assumed: ReadonlySet<LenientRule>;
  /** Reads the members of a type whose particles these are. */
  decode(
    reader: DecodeReader,
    particles: readonly ParticleCodec[],
    into: Members,
  ): void;
}

/** How binary parts leave an operation's value, and come back into it. */
export interface AttachmentMover {
  take(
    declared: MessageDescriptor["attachments"],
    value: unknown,
  ): { readonly value: unknown; readonly attachments: readonly Attachment[] };
  /** The value without them. */
  drop(declared: MessageDescriptor["attachments"], value: unknown): unknown;
  put(
    declared: MessageDescriptor["attachments"],
    value: unknown,
    received: readonly Attachment[],
  ): unknown;
}

/** Takes an answer apart while it arrives; undefined when it has no parts. */
export type PartsOpener = (
  response: Response,
  limits: Limits,
  declared: MessageDescriptor["attachments"],
) => Promise<UnpackedMessage | undefined>;

/** Reads and writes the children of a SOAP body. */
export interface PartBodyCodec {
  encode(body: PartBody, value: unknown, compiler: Compiler): string;
  decode(reader: DecodeReader, body: PartBody, isReply: boolean): unknown;
}

/** Reads and writes the declared children of a SOAP header. */
export interface HeaderCodec {
  encode(
    descriptors: readonly HeaderDescriptor[],
    headers: HeaderValues,
    compiler: Compiler,
  ): readonly string[];
  decode(
    reader: DecodeReader,
    descriptors: readonly HeaderDescriptor[],
    faults: readonly FaultDescriptor[],
  ): ReceivedHeaders;
}

/** A part of the codec that only some schemas need, under the word of the descriptors that asks for it. */
export interface CodecFeature {
  readonly sequence?: GroupCompiler;
  readonly choice?: GroupCompiler;
  readonly all?: GroupCompiler;
  readonly repeated?: (
    group: ParticleCodec,
    shape: MemberShape,
  ) => ParticleCodec;
  readonly substitutes?: (elements: readonly ElementCodec[]) => LeafKind;
  readonly any?: (wildcard: WildcardParticle, compiler: Compiler) => LeafKind;
  readonly known?: (known: KnownElements, compiler: Compiler) => ElementChecks;
  readonly knownAttributes?: (
    attributes: AttributeSet,
    known: readonly KnownAttributes[],
    compiler: Compiler,
  ) => AttributeSet;
  readonly anyType?: (
    descriptor: AnyTypeDescriptor,
    compiler: Compiler,
  ) => TypeCodec;
  readonly array?: (
    descriptor: ArrayTypeDescriptor,
    compiler: Compiler,
  ) => TypeCodec;
  readonly mixed?: (particles: readonly ParticleCodec[]) => MixedContent;
  readonly derived?: Derivation;
  /** Of types that were concluded from samples, and of others where that is asked for. */
  readonly tolerance?: Tolerance;
  /** Of a type and those it extends. */
  readonly attributes?: (
    levels: readonly ComplexTypeDescriptor[],
    compiler: Compiler,
  ) => AttributeSet;
  readonly list?: (
    descriptor: ListTypeDescriptor,
    compiler: Compiler,
  ) => SimpleCodec;
  readonly union?: (
    descriptor: UnionTypeDescriptor,
    compiler: Compiler,
  ) => SimpleCodec;
  readonly constraint?: (
    simple: SimpleCodec,
    constraint: ValueConstraint,
  ) => SimpleCodec;
  readonly enumeration?: FacetCompiler;
  readonly patterns?: FacetCompiler;
  readonly slowPatterns?: FacetCompiler;
  /** Texts of a value, the canonical one first: patterns may refuse that. */
  readonly texts?: (value: unknown, text: string) => Iterable<string>;
  readonly length?: FacetCompiler;
  readonly minLength?: FacetCompiler;
  readonly maxLength?: FacetCompiler;
  readonly minInclusive?: FacetCompiler;
  readonly maxInclusive?: FacetCompiler;
  readonly minExclusive?: FacetCompiler;
  readonly maxExclusive?: FacetCompiler;
  readonly totalDigits?: FacetCompiler;
  readonly fractionDigits?: FacetCompiler;
  /** Checks what is unique, a key or a reference in an element. */
  readonly identity?: ElementCompiler;
  /** Refuses types that may not stand in. */
  readonly sealed?: ElementCompiler;
  readonly parameters?: ParameterEncoder;
  readonly attachments?: AttachmentMover;
  /** Of operations that stream. */
  readonly openParts?: PartsOpener;
  /** Bodies of other kinds than "element". */
  readonly parts?: PartBodyCodec;
  /** Declared header blocks. */
  readonly headers?: HeaderCodec;
}

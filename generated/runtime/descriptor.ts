// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

/**
 * Wire descriptors: what generated `schemas.ts` and `operations.ts` are made of, and what the codec engine reads.
 * They are plain data, readable as a schema. Lists of members are thunks, so that types may refer to each other in any
 * order, loading a module costs nothing, and bundlers drop what is not used.
 *
 * How XML becomes values (and back):
 *
 * - A complex type is an object. Child elements and attributes are properties under their own names; `property` overrides.
 * - A repeated element (`max > 1`) is an array. An absent optional member is an absent property. A nil element is `null`.
 * - Groups with `max` 1 are flattened into the object around them. A choice admits the members of one branch only.
 * - A group with `max > 1` is one property (its `property`, "$choice" or "$sequence" by default): an array with one object
 *   per occurrence, so the order on the wire is kept.
 * - Simple content is `$value`. Mixed content is `$content`: an array of strings, of one-property objects `{ name: value }`
 *   for declared elements, and of `XmlElement` for wildcard matches, in order.
 * - Wildcards are `$any`: an `XmlElement`, or an array of them. Wildcard attributes are `$attributes`: a record from
 *   `{namespace}local` to text.
 * - `xsi:type` is `$type`: the `tag` of the derived type. Absent means the declared type itself.
 * - A member with substitutes is an object with one property, named after the element that is on the wire.
 */
import type { CodecFeature } from "./codec/codec-feature.js";

/** A namespace name; "" is no namespace. */
export type NamespaceName = string;

export type TypeDescriptor =
  | SimpleTypeDescriptor
  | ComplexTypeDescriptor
  | ArrayTypeDescriptor
  | AnyTypeDescriptor;

export type SimpleTypeDescriptor =
  | AtomicTypeDescriptor
  | RestrictionDescriptor
  | ListTypeDescriptor
  | UnionTypeDescriptor;

/** A built-in type: one export of `runtime/xsd`. */
export interface AtomicTypeDescriptor<Value = unknown> {
  readonly kind: "atomic";
  /** Local name in the XML Schema namespace. */
  readonly name: string;
  readonly whiteSpace: "preserve" | "replace" | "collapse";
  /** Text (white space handled) to value; throws `ValueError` when the text is not in the lexical space. */
  readonly parse: (text: string, namespaces: NamespaceContext) => Value;
  /** Value to canonical text; throws `ValueError` when the value is not in the value space. */
  readonly print: (value: unknown, namespaces: NamespaceContext) => string;
  /** Orders two values, for range facets; absent where the type is not ordered. */
  compare?(left: Value, right: Value): number;
}

/** Prefixes in scope, for QName values, and what may be overlooked. */
export interface NamespaceContext {
  /** Only where texts are read. */
  allows?(rule: "numbers"): boolean;
  /** Reports what was overlooked. */
  tolerate?(rule: "numbers", message: string): void;
  /** The namespace of a prefix ("" = default); undefined when it is not declared. */
  lookup(prefix: string): NamespaceName | undefined;
  /** A prefix bound to the namespace, declared if need be: the wanted one if it is free. */
  prefixFor(namespace: NamespaceName, wanted?: string): string;
}

/** A simple type derived by restriction. Facets hold lexical values as in the schema. */
export interface RestrictionDescriptor {
  readonly kind: "restriction";
  readonly base: SimpleTypeDescriptor | (() => SimpleTypeDescriptor);
  readonly name?: string;
  readonly namespace?: NamespaceName;
  readonly enumeration?: readonly string[];
  /** Every group must match by one of its sources: JavaScript regular expressions, anchored, flag `u`. */
  readonly patterns?: readonly (readonly string[])[];
  /** The same for one group, some of which JavaScript would take too long to match with long texts. */
  readonly slowPatterns?: readonly SlowPattern[];
  readonly length?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minInclusive?: string;
  readonly maxInclusive?: string;
  readonly minExclusive?: string;
  readonly maxExclusive?: string;
  readonly totalDigits?: number;
  readonly fractionDigits?: number;
  readonly whiteSpace?: "preserve" | "replace" | "collapse";
}

export interface SlowPattern {
  readonly source: string;
  /** Length of the texts that JavaScript matches quickly; all by default. */
  readonly length?: number;
}

/** White-space separated items; the value is an array. */
export interface ListTypeDescriptor {
  readonly kind: "list";
  readonly name?: string;
  readonly namespace?: NamespaceName;
  readonly item: SimpleTypeDescriptor | (() => SimpleTypeDescriptor);
}

/** The first member type that accepts a text or value wins. */
export interface UnionTypeDescriptor {
  readonly kind: "union";
  readonly name?: string;
  readonly namespace?: NamespaceName;
  readonly members: () => readonly SimpleTypeDescriptor[];
}

/** `xs:anyType`, and what is not known: a typed value when `xsi:type` names a type that `types` knows, else an XML tree. */
export interface AnyTypeDescriptor {
  readonly kind: "any";
  readonly types?: () => readonly (
    ComplexTypeDescriptor | SimpleTypeDescriptor
  )[];
}

export interface ComplexTypeDescriptor {
  readonly kind: "complex";
  /** Local name in the schema; absent for an anonymous type. */
  readonly name?: string;
  /** Namespace of the name, and of member elements that state none. */
  readonly namespace: NamespaceName;
  /** Value of `$type`; the `name` by default. */
  readonly tag?: string;
  readonly abstract?: true;
  readonly mixed?: true;
  /** Occurrence and order were concluded from samples: decoding tolerates other orders, absent and unknown members. */
  readonly assumed?: true;
  /** The type it extends; its attributes and members come first. */
  readonly base?: () => ComplexTypeDescriptor;
  /** All known types derived from it, directly or not, which may stand in by `xsi:type`. */
  readonly derived?: () => readonly ComplexTypeDescriptor[];
  readonly attributes?: () => readonly AttributeDescriptor[];
  readonly anyAttribute?: WildcardRule;
  /** What is declared of the attributes that the wildcard admits. */
  readonly knownAttributes?: () => KnownAttributes;
  /** Simple content. */
  readonly text?: () => SimpleTypeDescriptor;
  /** The content model: these in sequence. */
  readonly members?: () => readonly ParticleDescriptor[];
}

/**
 * An array of SOAP encoding (SOAP 1.1 §5.4.2). The value is an array, of arrays where there are several dimensions;
 * what is not on the wire of a sparse one is `null`.
 */
export interface ArrayTypeDescriptor {
  readonly kind: "array";
  readonly name?: string;
  readonly namespace: NamespaceName;
  readonly item: () => TypeDescriptor;
  /** Name of the item's type, for the wire. */
  readonly itemName: string;
  readonly itemNamespace: NamespaceName;
  /** What items are called in literal messages: "item" of no namespace by default. */
  readonly element?: string;
  readonly elementNamespace?: NamespaceName;
  /** 1 by default. */
  readonly dimensions?: number;
}

/** How encoded bodies are written and read: `soapEncoding`, named where it is used so that others need not carry it. */
export interface BodyEncoding {
  encode(body: BodyDescriptor, value: unknown): string;
  decode(reader: object, body: BodyDescriptor): unknown;
  /** An element of a fault's detail. */
  encodeElement(element: ElementDescriptor, value: unknown): string;
  /**
   * Reads the element just entered. Its value is there when the rest of the body, which it may refer to, is read: the
   * function returned does that.
   */
  decodeElement(reader: object, element: ElementDescriptor): () => unknown;
}

export interface AttributeDescriptor {
  readonly attribute: string;
  /** "" (no namespace) by default. */
  readonly namespace?: NamespaceName;
  readonly property?: string;
  readonly type: SimpleTypeDescriptor;
  readonly required?: true;
  readonly default?: string;
  readonly fixed?: string;
}

export interface Occurrence {
  /** 1 by default. */
  readonly min?: number;
  /** 1 by default; `Infinity` for unbounded. */
  readonly max?: number;
}

export type ParticleDescriptor =
  ElementParticle | GroupParticle | WildcardParticle;

/** An element, as a member of a type or global (then `min` and `max` do not apply). */
export interface ElementDescriptor {
  readonly element: string;
  /** For members: the namespace of the type around by default. */
  readonly namespace?: NamespaceName;
  readonly type: TypeDescriptor | (() => TypeDescriptor);
  readonly nillable?: true;
  readonly default?: string;
  readonly fixed?: string;
  readonly identity?: readonly IdentityDescriptor[];
  /** Of simple or any type: no derived type may stand in by `xsi:type` (XSD 1.0 Part 1 §3.3.2, block). */
  readonly sealed?: true;
}

/**
 * Steps to elements or an attribute, in branches. A step is the name of a child, `{namespace}local`, `{namespace}*` or
 * `*`; with `@` in front that of an attribute; ".//" as the first one is the element with all inside it.
 */
export type IdentityPath = readonly (readonly string[])[];

/** What has to be there once, or elsewhere too, inside an element (XSD 1.0 Part 1 §3.11). */
export interface IdentityDescriptor {
  readonly kind: "unique" | "key" | "keyref";
  readonly name: string;
  /** Name of the key or unique constraint that a `keyref` refers to. */
  readonly refer?: string;
  readonly selector: IdentityPath;
  readonly fields: readonly IdentityPath[];
}

export interface ElementParticle extends ElementDescriptor, Occurrence {
  readonly property?: string;
  /** The elements that may stand here, itself included unless it is abstract: a substitution group. */
  readonly substitutes?: () => readonly ElementDescriptor[];
}

export interface GroupParticle extends Occurrence {
  readonly group: "sequence" | "choice" | "all";
  readonly particles: readonly ParticleDescriptor[];
  /** Only for `max > 1`. */
  readonly property?: string;
}

/** Which names a wildcard admits. */
export type WildcardRule =
  | "any"
  | { readonly not: NamespaceName }
  | { readonly in: readonly NamespaceName[] };

export interface WildcardParticle extends Occurrence {
  readonly any: WildcardRule;
  readonly process?: "strict" | "lax" | "skip";
  readonly property?: string;
  /** What is declared of the elements that it admits. */
  readonly known?: KnownElements;
}

/** Global elements: what stands in for a wildcard is checked against them. */
export interface KnownElements {
  readonly elements: () => readonly ElementDescriptor[];
}

/** Global attributes: those of a wildcard are checked against them. */
export interface KnownAttributes {
  readonly attributes: () => readonly AttributeDescriptor[];
}

// ---------------------------------------------------------------------------------------------------------------------

export type Protocol = "soap11" | "soap12" | "http-get" | "http-post";

export interface ServiceDescriptor {
  readonly name: string;
  readonly ports: Readonly<Record<string, PortDescriptor>>;
  /** Name of the port used unless the caller chooses another. */
  readonly defaultPort: string;
}

export interface PortDescriptor {
  readonly protocol: Protocol;
  /** Absent: the caller has to give `endpoint`. */
  readonly address?: string;
}

export interface OperationDescriptor {
  readonly name: string;
  /** What its messages need of the codec besides the usual: see `features.ts`. */
  readonly uses?: readonly CodecFeature[];
  /** Binary content is read while it is sent and received. */
  readonly streams?: true;
  readonly bindings: readonly BindingDescriptor[];
}

/** How the named ports carry an operation. */
export interface BindingDescriptor {
  readonly ports: readonly string[];
  readonly action?: string;
  readonly request: MessageDescriptor;
  /** Absent: one-way. */
  readonly response?: MessageDescriptor;
  readonly faults?: () => readonly FaultDescriptor[];
}

export interface MessageDescriptor {
  readonly headers?: () => readonly HeaderDescriptor[];
  readonly body: BodyDescriptor;
  readonly attachments?: readonly {
    readonly property: string;
    readonly contentTypes: readonly string[];
    readonly streamed?: true;
  }[];
}

export interface HeaderDescriptor extends ElementDescriptor {
  readonly property: string;
  readonly required?: true;
  readonly encoded?: true;
}

/** A declared fault: the child of `detail`. `name` is the discriminator of the typed fault. */
export interface FaultDescriptor extends ElementDescriptor {
  readonly name: string;
  readonly encoded?: true | BodyEncoding;
  /** It is a header block of the fault's envelope instead (WSDL 1.1 §3.7). */
  readonly header?: true;
}

/** A message part; the operation's value is an object with one property per part. */
export interface PartDescriptor extends ElementDescriptor {
  readonly property: string;
  readonly min?: number;
  readonly max?: number;
  /** HTTP parameters: the value is an object whose property of this name holds the array of values. */
  readonly item?: string;
}

export type BodyDescriptor =
  /** No content; the value is undefined, or an empty object where other bindings wrap it (`wrapped`). */
  | { readonly kind: "empty"; readonly wrapped?: true }
  /** The value is the value of the element. */
  | { readonly kind: "element"; readonly element: () => ElementDescriptor }
  | {
      readonly kind: "parts";
      readonly parts: () => readonly PartDescriptor[];
      readonly encoded?: true | BodyEncoding;
    }
  | {
      readonly kind: "rpc";
      readonly wrapper: string;
      readonly namespace: NamespaceName;
      readonly parts: () => readonly PartDescriptor[];
      readonly encoded?: true | BodyEncoding;
    }
  | {
      readonly kind: "parameters";
      /** Appended to the port's address; `(name)` is replaced for `placement: "path"`. */
      readonly location: string;
      readonly placement: "query" | "form" | "path";
      readonly parts: () => readonly PartDescriptor[];
    }
  /** A bare document. The value is an object whose `property` holds the root's value, or that value itself. */
  | {
      readonly kind: "xml";
      readonly root: () => ElementDescriptor;
      readonly property?: string;
      /** Of a request: to append to the port's address. */
      readonly location?: string;
      /** Of a request: "text/xml" by default. */
      readonly mediaType?: string;
      /** The document is the content of that root, which is not on the wire. */
      readonly content?: true;
    };

/** An XML element as data: what wildcards, `xs:anyType` and unknown content decode to, and encode from unchanged. */
export interface XmlElement {
  /** `{namespace}local`, or `local` in no namespace. */
  readonly name: string;
  /** By `{namespace}local`. */
  readonly attributes?: Readonly<Record<string, string>>;
  readonly children?: readonly (string | XmlElement)[];
  /** Prefixes that values inside may refer to. */
  readonly namespaces?: Readonly<Record<string, NamespaceName>>;
}

import type { SourceText, Span } from "../source/index.js";

/** A parsed, well-formed, namespace-resolved document whose nodes know where they stand. */
export interface XmlDocument {
  readonly source: SourceText;
  readonly root: XmlElement;
}

export type XmlNode = XmlElement | XmlText | XmlComment;

export interface XmlElement {
  readonly kind: "element";
  /** Namespace name; '' when the element is in none. */
  readonly namespace: string;
  readonly local: string;
  /** Prefix as written; '' when there is none. */
  readonly prefix: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlNode[];
  /** Prefix → namespace in scope here ('' is the default namespace); share the parent's map where nothing is declared. */
  readonly namespaces: ReadonlyMap<string, string>;
  /** From `<` of the start tag to the end of the end tag. */
  readonly span: Span;
}

/** An attribute that is not a namespace declaration. */
export interface XmlAttribute {
  readonly namespace: string;
  readonly local: string;
  readonly prefix: string;
  /** Normalised value, references resolved. */
  readonly value: string;
  /** The attribute with its value. */
  readonly span: Span;
  /** Offset in the source of the first character of the value. */
  readonly valueOffset: number;
}

export interface XmlText {
  readonly kind: "text";
  /** Character data with references resolved; adjacent text and CDATA are one node. */
  readonly value: string;
  readonly span: Span;
}

export interface XmlComment {
  readonly kind: "comment";
  readonly value: string;
  readonly span: Span;
}

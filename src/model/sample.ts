import type { SourceText, Span } from "../source/index.js";
import type { QName } from "./qname.js";
import type { Protocol } from "./service.js";

/** What one documentation page says about one operation, before any conclusion is drawn. */
export interface Page {
  readonly source: SourceText;
  readonly style: PageStyle;
  readonly service?: Located;
  readonly operation?: Located;
  readonly description?: Located;
  readonly samples: readonly Sample[];
  readonly notes: readonly ParameterNote[];
  readonly errors: readonly ErrorNote[];
  /** What was put right to read the page. */
  readonly repairs: readonly Repair[];
  /** Text that was not understood, in document order; navigation and boilerplate are not in it. */
  readonly leftovers: readonly Located[];
}

export type PageStyle =
  "asmx" | "mono" | "php" | "soapui" | "wiki" | "wcf" | "http" | "unknown";

export interface Located {
  readonly text: string;
  readonly span: Span;
}

/** One documented message with its HTTP head, as far as shown. */
export interface Sample {
  readonly protocol: Protocol;
  readonly role: "request" | "response" | "fault";
  readonly head?: HttpHead;
  /** SOAP: the Envelope's header blocks. */
  readonly headers: readonly SampleElement[];
  /** SOAP: children of Body (also when the Envelope around it was missing). HTTP responses: the root. */
  readonly body: readonly SampleElement[];
  /** Query or form parameters of HTTP GET and POST requests, in order. */
  readonly parameters: readonly SampleParameter[];
  /** `soap:encodingStyle` was present. */
  readonly isEncoded: boolean;
  /** The XML as read, after repairs; '' when there is none. */
  readonly xml: string;
  readonly span: Span;
}

export interface HttpHead {
  readonly method?: string;
  /** Path and query of the request line. */
  readonly target?: string;
  readonly host?: string;
  readonly status?: number;
  readonly contentType?: string;
  /** Without quotes. */
  readonly soapAction?: string;
  readonly span: Span;
}

export interface SampleParameter {
  readonly name: string;
  readonly value: string;
  readonly span: Span;
}

/** An element of a sample. Whitespace between elements is dropped, text of leaves is kept. */
export interface SampleElement {
  readonly kind: "element";
  readonly name: QName;
  readonly prefix: string;
  /** Without namespace declarations. */
  readonly attributes: readonly SampleAttribute[];
  readonly content: readonly (SampleElement | SampleText)[];
  /** Comments before the element, since the previous sibling (soapUI's occurrence comments). */
  readonly comments: readonly string[];
  /** Prefix → namespace in scope, for QName values. */
  readonly namespaces: ReadonlyMap<string, string>;
  readonly span: Span;
}

export interface SampleText {
  readonly kind: "text";
  /** Trimmed, line wraps folded. */
  readonly text: string;
  /** The alternatives, where the capture separates them exactly (HTML marks each literal). */
  readonly literals?: readonly string[];
  readonly span: Span;
}

export interface SampleAttribute {
  readonly name: QName;
  readonly value: string;
  readonly literals?: readonly string[];
  readonly span: Span;
}

/** A row of a parameter table, a list item, or a sentence about a parameter. */
export interface ParameterNote {
  /** As the page writes it: `SubAccount`, `Account ID`, `order.Id`. */
  readonly name: string;
  readonly text: string;
  readonly direction?: "in" | "out" | "inout";
  /** A type the page states: `int`, `Array of customer`. */
  readonly type?: string;
  /** The page says the value repeats ("Array of customer objects"). */
  readonly isArray?: boolean;
  readonly presence?: "required" | "optional";
  readonly span: Span;
}

/** An entry of a documented error list. */
export interface ErrorNote {
  readonly code: string;
  readonly message: string;
  /** A program's variable stood before the message: only its end is fixed. */
  readonly isSuffix: boolean;
  readonly span: Span;
}

/** Damage of a capture that was put right. */
export interface Repair {
  /** What was done, as a sentence. */
  readonly description: string;
  readonly span: Span;
}

import type { RawAttribute } from "./xml-token.js";
import type { Edit, Range } from "./mapped-text.js";

/** An element of a message before its names are resolved. */
export interface RawElement {
  readonly kind: "element";
  /** As written, with its prefix. */
  readonly name: string;
  readonly attributes: readonly RawAttribute[];
  content: (RawElement | RawText)[];
  readonly comments: readonly string[];
  readonly start: number;
  /** Where its start tag ends. */
  readonly contentStart: number;
  end: number;
  /** It does not stand in the page. */
  readonly isVirtual: boolean;
}

export interface RawText {
  readonly kind: "text";
  readonly text: string;
  readonly literals?: readonly string[];
  readonly range: Range;
}

/** What was put right in a message, as a sentence. */
export interface RawRepair {
  readonly description: string;
  readonly range: Range;
}

/** A message found in the text. */
export interface RawMessage {
  readonly root: RawElement;
  /** With the XML declaration before it. */
  readonly range: Range;
  readonly edits: readonly Edit[];
  readonly repairs: readonly RawRepair[];
  /** Elements whose end tag was missing in the middle of the message. */
  readonly unbalanced: readonly RawRepair[];
  /** The text ended before the message did. */
  readonly isTruncated: boolean;
  /** `...` stands for content that is left out. */
  readonly elisions: readonly Range[];
  /** Brackets and bars between elements: a description of messages, not a message. */
  readonly notation: readonly Range[];
  /** Elements nested deeper than is read. */
  readonly tooDeep?: Range;
  /** Index of the first token after it. */
  readonly nextToken: number;
}

/** The part of a name after its prefix. */
export function localPart(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

/** The prefix of a name, '' when it has none. */
export function prefixPart(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? "" : name.slice(0, colon);
}

/** The element children. */
export function elementsOf(element: RawElement): readonly RawElement[] {
  return element.content.filter((node) => node.kind === "element");
}

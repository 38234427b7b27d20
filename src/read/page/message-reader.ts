import type { Edit, MappedText, Range } from "./mapped-text.js";
import { localPart, type RawElement, type RawRepair } from "./raw-message.js";
import type { XmlToken } from "./xml-token.js";

/** Where a message may start and what ends it at the latest. */
export interface MessageSpace {
  readonly mapped: MappedText;
  readonly tokens: readonly XmlToken[];
  /** Offsets at which any message ends: HTTP start lines, fences; in order. */
  readonly stops: readonly number[];
}

export interface MessageStart {
  /** Index of the root's start tag. */
  readonly token: number;
  /** Offset of the XML declaration before it, or of the root. */
  readonly offset: number;
  /** The Envelope that is missing around a Header or Body, as it would be written. */
  readonly virtualEnvelope?: string;
}

/** State of reading one message. */
export interface MessageReader extends MessageSpace {
  readonly stack: RawElement[];
  readonly edits: Edit[];
  readonly repairs: RawRepair[];
  readonly unbalanced: RawRepair[];
  readonly elisions: Range[];
  readonly notation: Range[];
  comments: string[];
  root: RawElement | undefined;
  /** End of what has been read. */
  position: number;
  /** Open elements below the depth limit. */
  overflow: number;
  tooDeep: Range | undefined;
  hasBody: boolean;
}

/** Envelope, Header and Body hold elements only (SOAP 1.1 §4). */
export function isStructural(element: RawElement): boolean {
  return (
    element.isVirtual ||
    /^(?:Envelope|Header|Body)$/.test(localPart(element.name))
  );
}

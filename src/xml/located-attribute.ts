import { spanAt, type SourceText, type Span } from "../source/index.js";
import type { XmlAttribute } from "./node.js";

export interface AttributePlace {
  readonly start: number;
  readonly end: number;
  readonly valueOffset: number;
}

/**
 * An attribute that works out its span when it is asked for: most never are, and large documents have hundreds of
 * thousands. The namespace is filled in once the whole start tag is known.
 */
export class LocatedAttribute implements XmlAttribute {
  namespace = "";
  readonly prefix: string;
  readonly local: string;
  readonly value: string;
  readonly valueOffset: number;
  readonly start: number;
  readonly end: number;
  readonly source: SourceText;

  constructor(
    name: { readonly prefix: string; readonly local: string },
    value: string,
    place: AttributePlace & { readonly source: SourceText },
  ) {
    this.prefix = name.prefix;
    this.local = name.local;
    this.value = value;
    this.valueOffset = place.valueOffset;
    this.start = place.start;
    this.end = place.end;
    this.source = place.source;
  }

  get span(): Span {
    return spanAt(this.source, this.start, this.end - this.start);
  }
}

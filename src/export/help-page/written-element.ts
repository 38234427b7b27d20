import type { QName } from "../../model/index.js";

/** An element as the help page's XML writer gets it: names resolved, prefixes still to be found. */
export interface WrittenElement {
  readonly name: QName;
  /** Declarations that stand in the template, before everything else. */
  readonly declarations?: readonly (readonly [
    prefix: string,
    namespace: string,
  ])[];
  readonly attributes: readonly WrittenAttribute[];
  readonly content: readonly (WrittenElement | WrittenText)[];
}

export interface WrittenAttribute {
  readonly name: QName;
  readonly value: WrittenText;
  /** The value names an expanded name after this text, as `xsd:int[2]` does before it. */
  readonly suffix?: string;
}

/** Text as it is, or a name whose prefix the writer finds or invents. */
export type WrittenText = string | QNameText;

export interface QNameText {
  readonly qname: QName;
}

export function isText(
  node: WrittenElement | WrittenText,
): node is WrittenText {
  return typeof node === "string" || "qname" in node;
}

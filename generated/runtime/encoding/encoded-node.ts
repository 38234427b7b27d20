// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type { DecodeReader } from "../codec/decode-reader.js";
import { readTypeName } from "../codec/type-name.js";
import { ENCODING_11, XSI } from "../xml/namespaces.js";
import type { Attribute, ExpandedName } from "../xml/scope.js";

/** An element of an encoded message: references go across it, so it is read as a whole before it becomes values. */
export interface EncodedNode {
  readonly name: ExpandedName;
  readonly type: ExpandedName | undefined;
  readonly isNil: boolean;
  readonly id: string | undefined;
  readonly href: string | undefined;
  readonly attributes: readonly Attribute[];
  /** Attributes of the encoding by local name. */
  readonly encoding: ReadonlyMap<string, string>;
  readonly text: string;
  readonly children: readonly EncodedNode[];
  readonly lookup: (prefix: string) => string | undefined;
}

/** Reads the next child. */
export function readNode(reader: DecodeReader): EncodedNode | undefined {
  const name = reader.peek();
  if (name === undefined) return undefined;
  reader.enter();
  const node = readEnteredNode(reader, name);
  reader.leave();
  return node;
}

/** Reads the element just entered. */
export function readEnteredNode(
  reader: DecodeReader,
  name: ExpandedName,
): EncodedNode {
  const { attributes, scope } = reader;
  const find = (namespace: string, local: string): string | undefined =>
    attributes.find(
      (each) => each.local === local && each.namespace === namespace,
    )?.value;
  const type = readTypeName(reader);
  const encoding = attributes.filter((each) => each.namespace === ENCODING_11);
  const { text, children } = readContent(reader);
  return {
    name,
    type,
    isNil: /^(?:1|true)$/.test(find(XSI, "nil") ?? find(XSI, "null") ?? ""),
    id: find("", "id"),
    href: find("", "href"),
    attributes,
    encoding: new Map(encoding.map(({ local, value }) => [local, value])),
    text,
    children,
    lookup: (prefix) => scope.lookup(prefix),
  };
}

function readContent(reader: DecodeReader): {
  readonly text: string;
  readonly children: readonly EncodedNode[];
} {
  const children: EncodedNode[] = [];
  let text = "";
  for (;;) {
    text += reader.mixedText();
    const child = readNode(reader);
    if (child === undefined) return { text, children };
    children.push(child);
  }
}

// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type { XmlElement } from "../descriptor.js";
import type { XmlReader } from "../xml/reader.js";
import type { ExpandedName } from "../xml/scope.js";
import type { XmlWriter } from "../xml/writer.js";
import { isObject, own, setOwn } from "./own.js";
import { localOf, namespaceOf } from "./wildcard.js";

type Attributes = Record<string, string>;

/** Reads the element just entered, and leaves it to the caller to leave it. */
export function readTree(reader: XmlReader, element: ExpandedName): XmlElement {
  const namespaces: Attributes = {};
  const attributes: Attributes = {};
  for (const { key, value } of reader.attributes) {
    setOwn(attributes, key, value);
    notePrefixes(reader, value, namespaces);
  }
  const children: (string | XmlElement)[] = [];
  for (;;) {
    const text = reader.mixedText();
    if (text !== "") {
      children.push(text);
      notePrefixes(reader, text, namespaces);
    }
    const name = reader.peek();
    if (name === undefined) break;
    reader.enter();
    children.push(readTree(reader, name));
    reader.leave();
  }
  return {
    name: element.key,
    ...(Object.keys(attributes).length > 0 && { attributes }),
    ...(children.length > 0 && { children }),
    ...(Object.keys(namespaces).length > 0 && { namespaces }),
  };
}

const LONGEST_NAME = 300;

/** Keeps the namespaces of what may be qualified names: their prefixes mean nothing without them. */
export function notePrefixes(
  scope: Pick<XmlReader, "lookup">,
  text: string,
  into: Attributes,
): void {
  if (text.length > LONGEST_NAME) return;
  const value = text.trim();
  if (value === "" || /\s/.test(value)) return;
  const colon = value.indexOf(":");
  const prefix = colon < 0 ? "" : value.slice(0, colon);
  const namespace = scope.lookup(prefix);
  if (namespace === undefined || namespace === "" || prefix === "xml") return;
  // A text without colon is a name only where it looks like nothing else; attributes such as xsi:type are.
  if (colon >= 0) setOwn(into, prefix, namespace);
}

/** Writes a tree as it is; `element` replaces its name. */
export function writeTree(
  writer: XmlWriter,
  value: unknown,
  element?: ExpandedName,
): void {
  if (typeof value === "string" && element !== undefined) {
    writer.start(element.namespace, element.local);
    writer.text(value);
    writer.end();
    return;
  }
  if (!isObject(value)) writer.fail("an XML element", value);
  const name = own(value, "name") ?? element?.local;
  if (typeof name !== "string") {
    return writer.fail("an XML element with a name", value);
  }
  const prefixes = readPrefixes(writer, own(value, "namespaces"));
  const namespace = element?.namespace ?? namespaceOf(name);
  const local = element?.local ?? localOf(name);
  writer.checkName(local);
  const attributes = printAttributes(writer, own(value, "attributes"));
  writer.start(namespace, local, { attributes, ...(prefixes && { prefixes }) });
  writeChildren(writer, own(value, "children"));
  writer.end();
}

function readPrefixes(
  writer: XmlWriter,
  value: unknown,
): ReadonlyMap<string, string> | undefined {
  if (value === undefined) return undefined;
  if (!isObject(value)) return writer.fail("a record of namespaces", value);
  const prefixes = new Map<string, string>();
  for (const prefix of Object.keys(value)) {
    const namespace = value[prefix];
    if (typeof namespace !== "string" || namespace === "") {
      return writer.fail("a namespace", namespace);
    }
    if (prefix !== "") writer.checkName(prefix);
    if (!/^xml/i.test(prefix)) prefixes.set(prefix, namespace);
  }
  return prefixes;
}

/** Attributes by `{namespace}local`, as text for a start tag. */
export function printAttributes(writer: XmlWriter, value: unknown): string {
  if (value === undefined) return "";
  if (!isObject(value)) writer.fail("a record of attributes", value);
  let text = "";
  for (const key of Object.keys(value)) {
    const attribute = value[key];
    if (typeof attribute !== "string") writer.fail("text", attribute);
    const local = localOf(key);
    writer.checkName(local);
    if (key === "xmlns") writer.fail("an attribute", key);
    text += writer.attribute(namespaceOf(key), local, attribute);
  }
  return text;
}

function writeChildren(writer: XmlWriter, children: unknown): void {
  if (children === undefined) return;
  if (!Array.isArray(children)) writer.fail("an array of children", children);
  children.forEach((child: unknown, index) => {
    if (typeof child === "string") return writer.text(child);
    writer.path.push(index);
    writeTree(writer, child);
    writer.path.pop();
  });
}

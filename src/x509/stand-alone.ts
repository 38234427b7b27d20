import type { XmlElement } from "../runtime/descriptor.js";
import { readTree } from "../runtime/codec/tree.js";
import { XmlReader } from "../runtime/xml/reader.js";
import type { EnvelopePart, SecurityHeader } from "./locate-parts.js";

/** The text of a child of the security header, with the namespaces that it had there: a document of its own. */
export function standAlone(
  envelope: string,
  { lookup }: SecurityHeader,
  { start, nameEnd, end }: EnvelopePart,
): string {
  const text = envelope.slice(start, end);
  const [tag = ""] = /^(?:[^>"']|"[^"]*"|'[^']*')*/.exec(text) ?? [];
  const declared = new Set(
    [...tag.matchAll(/\sxmlns(?::([^\s=]+))?\s*=/g)].map(([, name]) => name),
  );
  const used = new Set<string | undefined>(
    [...text.matchAll(/[<\s/]([^\s<>:"'=/]+):/g)].map(([, name]) => name),
  ).add(undefined);
  const declarations = [...used].flatMap((prefix) => {
    const namespace = lookup(prefix ?? "");
    if (declared.has(prefix) || prefix === "xml" || !namespace) return [];
    const name = prefix === undefined ? "xmlns" : `xmlns:${prefix}`;
    return [` ${name}="${escape(namespace)}"`];
  });
  const at = nameEnd - start;
  return text.slice(0, at) + declarations.join("") + text.slice(at);
}

function escape(text: string): string {
  return text
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/"/g, "&quot;");
}

/** The texts of all elements of a name (`{namespace}local`) in a document, its root among them. */
export function textsOf(document: string, name: string): readonly string[] {
  const reader = new XmlReader(document);
  const root = reader.peek();
  if (root === undefined) return [];
  reader.enter();
  const queue: XmlElement[] = [readTree(reader, root)];
  const texts: string[] = [];
  for (const element of queue) {
    const { children = [] } = element;
    const inside = children.filter((each) => typeof each !== "string");
    queue.push(...inside);
    const text = children.filter((each) => typeof each === "string").join("");
    if (element.name === name) texts.push(text.trim());
  }
  return texts;
}

import type { QName } from "../../model/index.js";
import { NamespaceScope } from "./namespace-scope.js";
import {
  isText,
  type WrittenAttribute,
  type WrittenElement,
  type WrittenText,
} from "./written-element.js";

/** Repetitions multiply level by level; a page that claims absurd ones is not written to its end. */
const MAXIMUM_ELEMENTS = 100_000;

/**
 * Writes an element as ASP.NET's indenting XML writer does (sample grammar A7): two blanks per level, everything after
 * text on one line, a namespace bound to any prefix in scope is used again, invented declarations last.
 */
export function writeXml(root: WrittenElement): string {
  const chunks: string[] = [];
  writeElement(root, {
    chunks,
    scope: new NamespaceScope(),
    depth: 0,
    isInline: false,
    budget: { left: MAXIMUM_ELEMENTS },
  });
  return chunks.join("");
}

interface Position {
  readonly chunks: string[];
  readonly scope: NamespaceScope;
  readonly depth: number;
  /** Text came before, in the element or around it: no more line ends. */
  readonly isInline: boolean;
  readonly budget: { left: number };
}

function writeElement(element: WrittenElement, at: Position): void {
  const { chunks, depth } = at;
  const scope = at.scope.enter();
  for (const [prefix, namespace] of element.declarations ?? [])
    scope.declare(prefix, namespace);
  const name = elementName(element.name, scope);
  const attributes = element.attributes.map((attribute) =>
    attributeText(attribute, { scope, nesting: depth + 1 }),
  );
  const texts = element.content.map((node) =>
    isText(node) ? plainText(node, scope) : node,
  );
  chunks.push(`<${name}`, ...scope.declared(), ...attributes);
  chunks.push(...scope.invented());
  if (texts.length === 0) {
    chunks.push(" />");
    return;
  }
  chunks.push(">");
  const isInline = writeContent(texts, { ...at, scope });
  if (!isInline) chunks.push(newLine(depth));
  chunks.push(`</${name}>`);
}

/** Returns whether the end tag stays on the line. */
function writeContent(
  content: readonly (WrittenElement | string)[],
  at: Position,
): boolean {
  let { isInline } = at;
  for (const node of content) {
    if (typeof node === "string") {
      at.chunks.push(escapeText(node));
      isInline = true;
      continue;
    }
    if (--at.budget.left < 0) break;
    if (!isInline) at.chunks.push(newLine(at.depth + 1));
    writeElement(node, { ...at, depth: at.depth + 1, isInline });
  }
  return isInline;
}

function elementName(name: QName, scope: NamespaceScope): string {
  const prefix = scope.prefixOf(name.namespace);
  if (prefix === undefined) scope.invent("", name.namespace);
  return qualified(prefix ?? "", name.local);
}

function attributeText(
  { name, value, suffix = "" }: WrittenAttribute,
  { scope, nesting }: { scope: NamespaceScope; nesting: number },
): string {
  const text = escapeAttribute(plainText(value, scope)) + suffix;
  if (name.namespace === "") return ` ${name.local}="${text}"`;
  let prefix = scope.prefixOf(name.namespace, { isAttribute: true });
  if (prefix === undefined) {
    prefix = scope.freshPrefix(`d${nesting}p`);
    scope.invent(prefix, name.namespace);
  }
  return ` ${qualified(prefix, name.local)}="${text}"`;
}

function plainText(text: WrittenText, scope: NamespaceScope): string {
  if (typeof text === "string") return text;
  const { namespace, local } = text.qname;
  if (namespace === "") return local;
  let prefix = scope.prefixOf(namespace, { isAttribute: true });
  if (prefix === undefined) {
    prefix = scope.freshPrefix("q");
    scope.invent(prefix, namespace);
  }
  return qualified(prefix, local);
}

function qualified(prefix: string, local: string): string {
  return prefix === "" ? local : `${prefix}:${local}`;
}

function newLine(depth: number): string {
  return `\n${"  ".repeat(depth)}`;
}

function escapeText(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}

function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', "&quot;");
}

import { spanAt } from "../source/index.js";
import { spanFrom, type Cursor, type OpenSpan } from "./cursor.js";
import { readDocumentType } from "./document-type.js";
import { MAX_DEPTH } from "./limits.js";
import { declareNamespaces, rootScope } from "./namespace-scope.js";
import type { XmlElement, XmlNode } from "./node.js";
import { normalizeLineEnds, resolveReferences } from "./references.js";
import { reportUndeclared, resolveAttributes } from "./resolve-attributes.js";
import { scanStartTag, skipSpace, type RawStartTag } from "./start-tag.js";

/** An element while it is being built. */
type GrowingElement = Omit<XmlElement, "children" | "span"> & {
  children: readonly XmlNode[];
  readonly span: OpenSpan;
};

/** An element whose end tag has not been seen. */
interface OpenElement {
  /** As written. */
  readonly name: string;
  readonly element: GrowingElement;
  /** Becomes the element's list, at its exact length, when the element ends. */
  readonly children: XmlNode[];
}

interface Tree {
  readonly cursor: Cursor;
  readonly open: OpenElement[];
  root: XmlElement | undefined;
}

/** Builds the element tree; undefined after reporting the first violation of well-formedness. */
export function buildTree(cursor: Cursor): XmlElement | undefined {
  const tree: Tree = { cursor, open: [], root: undefined };
  const { text } = cursor;
  if (text.charCodeAt(0) === 0xfeff) cursor.position = 1;
  if (text.startsWith("<?xml", cursor.position)) {
    if (!skipUntil(cursor, "?>", "XML declaration")) return undefined;
  }
  while (cursor.position < text.length) {
    const markup = text.indexOf("<", cursor.position);
    const end = markup === -1 ? text.length : markup;
    if (end > cursor.position && !addText(tree, cursor.position, end))
      return undefined;
    cursor.position = end;
    if (markup !== -1 && !readMarkup(tree)) return undefined;
  }
  return finish(tree);
}

function finish(tree: Tree): XmlElement | undefined {
  const last = tree.open.at(-1);
  const { source, sink, text } = tree.cursor;
  if (last !== undefined) {
    const end = spanAt(source, text.length, 0);
    const related = [
      {
        message: `<${last.name}> starts here`,
        span: { ...last.element.span, length: last.name.length + 1 },
      },
    ];
    sink.report(
      "xml/unclosed-element",
      { name: last.name },
      { span: end, related },
    );
    return undefined;
  }
  if (tree.root === undefined) {
    sink.report("xml/empty", {}, { span: spanAt(source, 0, 0) });
  }
  return tree.root;
}

function readMarkup(tree: Tree): boolean {
  const { cursor } = tree;
  const { text, position } = cursor;
  const next = text.charCodeAt(position + 1);
  if (next === 47 /* / */) return readEndTag(tree);
  if (next === 63 /* ? */) return readInstruction(tree);
  if (next !== 33 /* ! */) return readStartTag(tree);
  if (text.startsWith("<!--", position)) return readComment(tree);
  if (text.startsWith("<![CDATA[", position)) return readCharacterData(tree);
  if (text.startsWith("<!DOCTYPE", position)) {
    const isInProlog = tree.root === undefined && tree.open.length === 0;
    return isInProlog
      ? readDocumentType(cursor)
      : outside(tree, "a document type declaration");
  }
  const span = spanAt(cursor.source, position, 2);
  const reason = "it starts with <! and is neither a comment nor CDATA";
  cursor.sink.report("xml/malformed-tag", { reason }, { span });
  return false;
}

function readStartTag(tree: Tree): boolean {
  const { cursor, open } = tree;
  const start = cursor.position;
  if (tree.root !== undefined && open.length === 0)
    return outside(tree, "a second root element");
  if (open.length >= MAX_DEPTH) {
    const parameters = { limit: String(MAX_DEPTH) };
    cursor.sink.report("xml/too-deep", parameters, {
      span: spanAt(cursor.source, start, 1),
    });
    return false;
  }
  const span = spanFrom(cursor, start, 1);
  const tag = scanStartTag(cursor);
  if (tag === undefined) return false;
  span.length = cursor.position - start;
  const parent = open.at(-1);
  const scope = parent?.element.namespaces ?? rootScope;
  const namespaces = declareNamespaces(cursor, scope, tag.declarations);
  if (namespaces === undefined) return false;
  const element = elementOf(cursor, tag, { namespaces, span });
  if (element === undefined) return false;
  if (parent === undefined) tree.root = element;
  else addChild(parent.children, element);
  if (!tag.isEmpty) open.push({ name: tag.name.name, element, children: [] });
  return true;
}

/** White space before an element is layout; see `addText` for that behind one. */
function addChild(children: XmlNode[], element: XmlElement): void {
  const last = children.at(-1);
  if (last?.kind === "text" && isBlank(last.value)) children.pop();
  children.push(element);
}

const NO_CHILDREN: readonly XmlNode[] = [];

function elementOf(
  cursor: Cursor,
  tag: RawStartTag,
  parts: Pick<GrowingElement, "namespaces" | "span">,
): GrowingElement | undefined {
  const { prefix, local } = tag.name;
  const { namespaces, span } = parts;
  const namespace = namespaces.get(prefix) ?? "";
  if (namespace === "" && prefix !== "") {
    return reportUndeclared(cursor, prefix, span.offset + 1);
  }
  const { attributes } = tag;
  if (!resolveAttributes(cursor, attributes, namespaces)) return undefined;
  return {
    kind: "element",
    namespace,
    local,
    prefix,
    attributes,
    children: NO_CHILDREN,
    namespaces,
    span,
  };
}

function readEndTag(tree: Tree): boolean {
  const { cursor, open } = tree;
  const { text, position } = cursor;
  const last = open.pop();
  if (last === undefined) return outside(tree, "an end tag");
  const { name, element, children } = last;
  const nameStart = position + 2;
  const close = skipSpace(text, nameStart + name.length);
  if (!text.startsWith(name, nameStart) || text[close] !== ">") {
    return mismatched(tree, last);
  }
  if (children.length > 0) element.children = children.slice();
  element.span.length = close + 1 - element.span.offset;
  cursor.position = close + 1;
  return true;
}

function mismatched({ cursor }: Tree, { name, element }: OpenElement): false {
  const { text, position, source, sink } = cursor;
  const close = text.indexOf(">", position);
  if (close === -1) return unclosed(cursor, "tag");
  const found = text.slice(position + 2, close).trim();
  const span = spanAt(source, position, close + 1 - position);
  const related = [
    { message: `<${name}> starts here`, span: { ...element.span } },
  ];
  sink.report(
    "xml/mismatched-tag",
    { found, expected: name },
    { span, related },
  );
  return false;
}

function addText(tree: Tree, start: number, end: number): boolean {
  const { cursor } = tree;
  const raw = cursor.text.slice(start, end);
  const blank = isBlank(raw);
  const parent = tree.open.at(-1);
  if (parent === undefined) return blank || outside(tree, "text");
  // White space behind an element is layout; that in a leaf is its value.
  if (blank && parent.children.length > 0) return true;
  if (blank) return append(tree, { value: normalizeLineEnds(raw), start, end });
  const value = raw.includes("&")
    ? resolveReferences(cursor, start, end)
    : normalizeLineEnds(raw);
  if (value === undefined) return false;
  if (raw.includes("]]>")) {
    const span = spanAt(cursor.source, start + raw.indexOf("]]>"), 3);
    cursor.sink.report(
      "xml/malformed-tag",
      { reason: "]]> stands in text" },
      { span },
    );
    return false;
  }
  return append(tree, { value, start, end });
}

/** Adds text to the innermost open element; text beside text or CDATA becomes one node. */
function append(
  tree: Tree,
  text: {
    readonly value: string;
    readonly start: number;
    readonly end: number;
  },
): boolean {
  const children = tree.open.at(-1)?.children;
  if (children === undefined) return outside(tree, "character data");
  const last = children.at(-1);
  if (last?.kind === "text") {
    const span = { ...last.span, length: text.end - last.span.offset };
    children[children.length - 1] = {
      kind: "text",
      value: last.value + text.value,
      span,
    };
    return true;
  }
  const span = spanFrom(tree.cursor, text.start, text.end - text.start);
  children.push({ kind: "text", value: text.value, span });
  return true;
}

function readCharacterData(tree: Tree): boolean {
  const { cursor } = tree;
  const start = cursor.position;
  if (tree.open.length === 0) return outside(tree, "character data");
  if (!skipUntil(cursor, "]]>", "CDATA section")) return false;
  const value = cursor.text.slice(start + 9, cursor.position - 3);
  return append(tree, {
    value: normalizeLineEnds(value),
    start,
    end: cursor.position,
  });
}

function readComment(tree: Tree): boolean {
  const { cursor } = tree;
  const start = cursor.position;
  const end = cursor.text.indexOf("--", start + 4);
  if (end === -1) return unclosed(cursor, "comment");
  if (cursor.text[end + 2] !== ">") {
    const span = spanAt(cursor.source, end, 2);
    cursor.sink.report(
      "xml/malformed-tag",
      { reason: "-- stands in a comment" },
      { span },
    );
    return false;
  }
  cursor.position = end + 3;
  const value = normalizeLineEnds(cursor.text.slice(start + 4, end));
  const span = spanFrom(cursor, start, cursor.position - start);
  tree.open.at(-1)?.children.push({ kind: "comment", value, span });
  return true;
}

function readInstruction(tree: Tree): boolean {
  const { cursor } = tree;
  const start = cursor.position;
  if (/^<\?xml[\s?]/i.test(cursor.text.slice(start, start + 6))) {
    cursor.sink.report(
      "xml/misplaced-declaration",
      {},
      { span: spanAt(cursor.source, start, 5) },
    );
    return false;
  }
  return skipUntil(cursor, "?>", "processing instruction");
}

function skipUntil(cursor: Cursor, end: string, what: string): boolean {
  const found = cursor.text.indexOf(end, cursor.position);
  if (found === -1) return unclosed(cursor, what);
  cursor.position = found + end.length;
  return true;
}

function unclosed(cursor: Cursor, what: string): false {
  const span = spanAt(cursor.source, cursor.position, 2);
  cursor.sink.report("xml/unclosed-markup", { what }, { span });
  return false;
}

function outside(tree: Tree, what: string): false {
  const { cursor } = tree;
  const offset =
    cursor.position + (cursor.text.slice(cursor.position).search(/\S/) | 0);
  const span = spanAt(cursor.source, offset, 1);
  cursor.sink.report("xml/outside-root", { what }, { span });
  return false;
}

function isBlank(text: string): boolean {
  return !/[^ \t\r\n]/.test(text);
}

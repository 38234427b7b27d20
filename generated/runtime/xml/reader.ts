// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type { NamespaceContext } from "../descriptor.js";
import { SoapError } from "../soap-error.js";
import {
  findIllegal,
  isSpace,
  resolveReferences,
  scanText,
} from "./characters.js";
import { DEFAULT_LIMITS } from "./limits.js";
import type { Limits } from "./limits.js";
import { lineColumnAt, PathFinder } from "./locate.js";
import { NAME, NAME_HERE } from "./name-pattern.js";
import { Scope, XML_NAMESPACE } from "./scope.js";
import type { Attribute, ExpandedName } from "./scope.js";
import { NO_ATTRIBUTES, readStartTag } from "./start-tag.js";
import type { TagContent, TagContext } from "./start-tag.js";

/**
 * An element that is looked for. The reader notes how its tag was written the last time, so that finding it again in
 * the same scope is one comparison with the text.
 */
export interface NameMatcher extends ExpandedName {
  /** `<raw` and `</raw>`, where it was seen in the scope of `token`, and the prefix of `raw`. */
  open: string;
  prefix: string;
  close: string;
  token: object | undefined;
}

/** A start tag that was read. */
interface StartTag extends TagContent {
  readonly at: number;
  readonly name: ExpandedName;
  readonly close: string;
  /** Around the element. */
  readonly outer: Scope;
}

export interface ReaderMark {
  readonly pos: number;
  readonly scope: Scope;
  readonly depth: number;
  readonly isEmpty: boolean;
}

export interface FailureDetail {
  readonly expected?: string;
  readonly received?: string;
  /** Position to report; where the reader is by default. */
  readonly at?: number;
  /** Added to the path, for attributes. */
  readonly suffix?: string;
}

const OUTERMOST: ReadonlyMap<string, string> = /* @__PURE__ */ new Map([
  ["", ""],
  ["xml", XML_NAMESPACE],
]);

/**
 * A pull reader for the well-formed XML that SOAP allows: no DTD, no entities but the five. It stands in the content of
 * an element, and its caller asks for what the schema says comes next: `at`, `enter`, `text`, `leave`, or `leaf`.
 */
export class XmlReader implements NamespaceContext, TagContext {
  readonly xml: string;
  readonly maxAttributes: number;
  /** Of the content that the reader is in. */
  scope: Scope = new Scope(OUTERMOST);
  /** Attributes of the element that was entered last. */
  attributes: readonly Attribute[] = NO_ATTRIBUTES;
  pos = 0;
  /** Where the text begins that `leaf` or `text` gave. */
  textAt = 0;

  /** How many elements may be inside each other. */
  readonly maxDepth: number;
  /** How many more references there may be. */
  #references: number;
  /** The elements around, the innermost last. */
  readonly #open: StartTag[] = [];
  /** The element entered last has no content and no end tag. */
  #isEmpty = false;
  /** The start tag read last: that of the next child, if it is where the reader is. */
  #next: StartTag | undefined;
  #paths: PathFinder | undefined;

  constructor(xml: string, given: Partial<Limits> = {}) {
    const limits = { ...DEFAULT_LIMITS, ...given };
    this.xml = xml;
    this.maxAttributes = limits.maxAttributes;
    this.maxDepth = limits.maxDepth;
    this.#references = limits.maxReferences;
    if (xml.length > limits.maxSize) {
      this.fail(`the message is larger than ${limits.maxSize} characters`);
    }
    if (xml.charCodeAt(0) === 0xfeff) this.pos = 1;
    this.#readDeclaration();
  }

  lookup(prefix: string): string | undefined {
    return this.scope.lookup(prefix);
  }

  prefixFor(): string {
    return "";
  }

  /**
   * The text of the next child, if that is this element, plain and simple: no attributes, and text only. It is passed
   * then. Undefined says nothing: it may still be `at` it.
   */
  leaf(matcher: NameMatcher): string | undefined {
    const { xml } = this;
    let at = this.pos;
    if (this.#isEmpty || !isKnown(matcher, this.scope)) return undefined;
    while (isSpace(xml.charCodeAt(at))) at++;
    if (!xml.startsWith(matcher.open, at)) return undefined;
    at += matcher.open.length;
    if (xml.charCodeAt(at) !== 62) return undefined;
    const start = at + 1;
    const end = scanText(xml, start);
    if (!xml.startsWith(matcher.close, end))
      return this.#longLeaf(matcher, start);
    this.textAt = start;
    this.pos = end + matcher.close.length;
    return xml.slice(start, end);
  }

  /** A leaf with references in its text. */
  #longLeaf(matcher: NameMatcher, start: number): string | undefined {
    const before = this.pos;
    this.pos = start;
    const text = this.mixedText();
    if (this.xml.startsWith(matcher.close, this.pos)) {
      this.textAt = start;
      this.pos += matcher.close.length;
      return text;
    }
    this.pos = before;
    return undefined;
  }

  /** Whether the next child is this element. White space, comments and processing instructions before it are passed. */
  at(matcher: NameMatcher): boolean {
    if (this.#atKnown(matcher)) return true;
    if (this.peek()?.key !== matcher.key) return false;
    const { close, scope } = this.#next ?? {};
    if (close !== undefined && scope === this.scope) {
      matcher.token = scope.token;
      matcher.close = close;
      matcher.open = "<" + close.slice(2, -1);
      matcher.prefix = close.slice(2, Math.max(close.indexOf(":"), 2));
    }
    return true;
  }

  /** A tag written like the last one, without attributes. */
  #atKnown(matcher: NameMatcher): boolean {
    const { xml, scope } = this;
    if (this.#isEmpty || !isKnown(matcher, scope)) return false;
    let at = this.pos;
    while (isSpace(xml.charCodeAt(at))) at++;
    if (at === this.#next?.at) return this.#next.name === matcher;
    const end = at + matcher.open.length;
    if (!xml.startsWith(matcher.open, at) || xml.charCodeAt(end) !== 62) {
      return false;
    }
    this.pos = at;
    const content = plainTag(end + 1, scope);
    this.#note(content, { at, name: matcher, close: matcher.close });
    return true;
  }

  #note(
    { end, isEmpty, attributes, scope }: TagContent,
    { at, name, close }: Pick<StartTag, "at" | "name" | "close">,
  ): void {
    const outer = this.scope;
    this.#next = { at, name, close, end, isEmpty, attributes, scope, outer };
  }

  /** The next child element; undefined at the end of the content. Text other than white space is refused. */
  peek(): ExpandedName | undefined {
    if (this.#isEmpty) return undefined;
    if (this.pos === this.#next?.at) return this.#next.name;
    const { xml } = this;
    this.#skipMisc();
    const { pos } = this;
    if (xml.charCodeAt(pos) !== 60) {
      if (pos < xml.length || this.#open.length > 0) this.#failText();
      return undefined;
    }
    return xml.charCodeAt(pos + 1) === 47 ? undefined : this.#readTag();
  }

  #failText(): never {
    const { xml, pos } = this;
    if (pos >= xml.length) return this.fail("the document ends too early");
    const text = xml.slice(pos, Math.min(scanText(xml, pos + 1), pos + 40));
    const received = JSON.stringify(text.trimEnd());
    const expected = "an element";
    return this.fail(`unexpected text ${received}`, { expected, received });
  }

  #readTag(): ExpandedName {
    const { xml, pos: at, scope } = this;
    NAME_HERE.lastIndex = at + 1;
    if (!NAME_HERE.test(xml)) this.fail("malformed markup");
    const end = NAME_HERE.lastIndex;
    const raw = xml.slice(at + 1, end);
    const content =
      xml.charCodeAt(end) === 62
        ? plainTag(end + 1, scope)
        : readStartTag(this, end);
    const name = content.scope.resolve(raw);
    if (name === undefined) return this.fail(`undeclared prefix of <${raw}>`);
    this.#note(content, { at, name, close: `</${raw}>` });
    return name;
  }

  /** Goes into the child that `at` or `peek` found. */
  enter(): void {
    const next = this.#next;
    if (next === undefined) return;
    if (this.#open.length >= this.maxDepth) {
      this.fail(`more than ${this.maxDepth} elements inside each other`);
    }
    this.#open.push(next);
    this.scope = next.scope;
    this.attributes = next.attributes;
    this.#isEmpty = next.isEmpty;
    this.pos = next.end;
  }

  /** Leaves the element entered last and not left, which has no content left. */
  leave(): void {
    const element = this.#open.pop();
    if (element === undefined) return;
    if (this.#isEmpty) {
      this.#isEmpty = false;
    } else {
      const { close } = element;
      while (isSpace(this.xml.charCodeAt(this.pos))) this.pos++;
      if (this.xml.startsWith(close, this.pos)) this.pos += close.length;
      else this.#leaveSlowly(close);
    }
    this.scope = element.outer;
  }

  #leaveSlowly(close: string): void {
    const { xml } = this;
    this.#skipMisc();
    if (xml.charCodeAt(this.pos) !== 60) this.#failText();
    const expected = close.slice(0, -1);
    const end = xml.indexOf(">", this.pos) + 1;
    const received = xml.slice(this.pos, end);
    if (received.slice(0, -1).trimEnd() === expected) {
      this.pos = end;
    } else if (received.startsWith("</")) {
      this.fail(`${received} does not match <${expected.slice(2)}>`);
    } else {
      const detail = { expected: close, received };
      this.fail(`unexpected element ${received}`, detail);
    }
  }

  /** All text of an element that has no child elements. */
  text(): string {
    this.textAt = this.pos;
    const text = this.mixedText();
    const name = this.peek();
    if (name !== undefined) {
      const received = `<${name.local}>`;
      const detail = { expected: "text", received };
      this.fail(`unexpected element ${received}`, detail);
    }
    return text;
  }

  /** The text up to the next child element or the end of the content. */
  mixedText(): string {
    if (this.#isEmpty) return "";
    const { xml } = this;
    let text = "";
    for (;;) {
      const start = this.pos;
      this.pos = scanText(xml, start);
      if (xml.charCodeAt(this.pos) === 60) text += xml.slice(start, this.pos);
      else text += this.#readSpecial(start);
      if (xml.startsWith("<![CDATA[", this.pos)) text += this.#readCdata();
      else if (!this.#skipMarkup()) return text;
    }
  }

  /** Text with references, or with line ends that are no line feeds. */
  #readSpecial(start: number): string {
    const { xml } = this;
    const end = xml.indexOf("<", start);
    const text = xml.slice(start, end < 0 ? xml.length : end);
    const bracket = text.indexOf("]]>");
    if (bracket >= 0) this.fail("]]> in text", start + bracket);
    this.#checkLegal(text, start);
    this.pos = start + text.length;
    if (end < 0) this.fail("the document ends too early");
    for (let at = text.indexOf("&"); at >= 0; at = text.indexOf("&", at + 1)) {
      if (--this.#references < 0) this.fail("too many references", start + at);
    }
    return resolveReferences(unifyLines(text), (at) =>
      this.fail("unknown reference", {
        at: start + at,
        expected: "&lt; &gt; &amp; &quot; &apos; or a character reference",
        received: text.slice(at, at + 12),
      }),
    );
  }

  #readCdata(): string {
    const start = this.pos + 9;
    const end = this.xml.indexOf("]]>", start);
    if (end < 0) this.fail("a CDATA section without end");
    const text = this.xml.slice(start, end);
    this.#checkLegal(text, start);
    this.pos = end + 3;
    return unifyLines(text);
  }

  #checkLegal(text: string, start: number): void {
    const illegal = findIllegal(text);
    if (illegal < 0) return;
    this.fail("a character that XML does not allow", start + illegal);
  }

  /** Passes white space, comments and processing instructions. */
  #skipMisc(): void {
    const { xml } = this;
    do {
      while (isSpace(xml.charCodeAt(this.pos))) this.pos++;
    } while (xml.charCodeAt(this.pos) === 60 && this.#skipMarkup());
  }

  /** Passes one comment or processing instruction, if that is what there is. */
  #skipMarkup(): boolean {
    const { xml, pos } = this;
    const code = xml.charCodeAt(pos + 1);
    if (code !== 33 && code !== 63) return false;
    const isComment = xml.startsWith("<!--", pos);
    if (code === 33 && !isComment) {
      const isCdata = xml.startsWith("<![CDATA[", pos);
      this.fail(isCdata ? "unexpected text" : "a document type is not allowed");
    }
    const end = xml.indexOf(isComment ? "--" : "?>", pos + (isComment ? 4 : 2));
    const text = xml.slice(pos, end + (isComment ? 3 : 2));
    if (end < 0 || !(isComment ? text.endsWith(">") : isInstruction(text))) {
      const what = isComment ? "comment" : "processing instruction";
      this.fail(`malformed ${what}`);
    }
    this.#checkLegal(text, pos);
    this.pos += text.length;
    return true;
  }

  #readDeclaration(): void {
    const { xml, pos } = this;
    const next = xml.charCodeAt(pos + 5);
    if (!xml.startsWith("<?xml", pos) || !(isSpace(next) || next === 63))
      return;
    const start = xml.slice(pos, pos + 200);
    const [found] = DECLARATION.exec(start) ?? [];
    if (found === undefined) return this.fail("malformed XML declaration");
    this.pos += found.length;
  }

  /** Where the reader is, to come back to after reading ahead. */
  mark(): ReaderMark {
    const depth = this.#open.length;
    return { pos: this.pos, scope: this.scope, depth, isEmpty: this.#isEmpty };
  }

  reset(mark: ReaderMark): void {
    this.pos = mark.pos;
    this.scope = mark.scope;
    this.#open.length = mark.depth;
    this.#isEmpty = mark.isEmpty;
    this.#next = undefined;
  }

  /** Checks that nothing but comments and the like follows the root. */
  finish(): void {
    this.#skipMisc();
    if (this.pos < this.xml.length) this.fail("content after the root element");
  }

  /** The path of a position, by default of where the reader is. */
  pathAt(position = this.pos): string {
    this.#paths ??= new PathFinder(this.xml);
    return this.#paths.pathAt(this.#inside(position));
  }

  /** The end of an empty element's tag is the only place in it. */
  #inside(position: number): number {
    return this.#isEmpty && position === this.pos ? position - 1 : position;
  }

  fail(message: string, detail: FailureDetail | number = {}): never {
    const options = typeof detail === "number" ? { at: detail } : detail;
    const { at = this.pos, suffix = "", ...rest } = options;
    const path = new PathFinder(this.xml).pathAt(this.#inside(at)) + suffix;
    const { line, column } = lineColumnAt(this.xml, at);
    throw new SoapError(`${path}: ${message} (line ${line}:${column})`, {
      kind: "decode",
      path,
      line,
      column,
      ...rest,
    });
  }
}

/** XML 1.0 §2.6: a name other than `xml`. */
function isInstruction(text: string): boolean {
  const [name = "", target = ""] = /^<\?([^\s?]*)[\s?]/.exec(text) ?? [];
  return name !== "" && NAME.test(target) && !/^xml$/i.test(target);
}

const DECLARATION =
  /^<\?xml\s+version\s*=\s*(["'])1\.\d+\1(?:\s+encoding\s*=\s*(["'])[A-Za-z][-\w.]*\2)?(?:\s+standalone\s*=\s*(["'])(?:yes|no)\3)?\s*\?>/;

/** XML 1.0 §2.11. */
function unifyLines(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}

/** Whether the matcher's tags, as they were written the last time, mean the same in this scope. */
function isKnown(matcher: NameMatcher, scope: Scope): boolean {
  if (matcher.token === scope.token) return true;
  const { open, prefix, namespace } = matcher;
  if (open === "" || scope.lookup(prefix) !== namespace) return false;
  matcher.token = scope.token;
  return true;
}

function plainTag(end: number, scope: Scope): TagContent {
  return { end, isEmpty: false, attributes: NO_ATTRIBUTES, scope };
}

import type { NamespaceContext } from "../descriptor.js";
import { SoapError } from "../soap-error.js";
import { findIllegal, isSpace, readReference } from "./characters.js";
import { scanName, scanText } from "./characters.js";
import { DEFAULT_LIMITS } from "./limits.js";
import type { Limits } from "./limits.js";
import { lineColumnAt, PathFinder } from "./locate.js";
import { Scope } from "./scope.js";
import type { Attribute, ExpandedName } from "./scope.js";
import { NO_ATTRIBUTES, readStartTag } from "./start-tag.js";
import type { TagContext } from "./start-tag.js";

/**
 * An element that is looked for. The reader notes how its tag was written the last time, so that finding it again in
 * the same scope is one comparison with the text.
 */
export interface NameMatcher {
  readonly key: string;
  /** `<raw`, where it was seen in the scope of `token`. */
  open: string;
  close: string;
  token: object | undefined;
}

export function nameMatcher(key: string): NameMatcher {
  return { key, open: "", close: "", token: undefined };
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

/**
 * A pull reader for the well-formed XML that SOAP allows: no DTD, no entities but the five. It stands in the content of
 * an element, and its caller asks for what the schema says comes next: `at`, `enter`, `text`, `leave`.
 */
export class XmlReader implements NamespaceContext, TagContext {
  readonly xml: string;
  readonly maxAttributes: number;
  /** Of the content that the reader is in. */
  scope: Scope;
  /** Attributes of the element that was entered last. */
  attributes: readonly Attribute[] = NO_ATTRIBUTES;
  pos = 0;

  readonly #maxDepth: number;
  #depth = 0;
  readonly #closes: string[] = [];
  readonly #scopes: Scope[] = [];
  /** The element entered last has no content and no end tag. */
  #isEmpty = false;

  // The start tag at `#nextAt`, when that is where the reader is.
  #nextAt = -1;
  #nextName: ExpandedName | undefined;
  #nextEnd = 0;
  #nextEmpty = false;
  #nextAttributes: readonly Attribute[] = NO_ATTRIBUTES;
  #nextScope: Scope;
  #nextClose = "";
  #paths: PathFinder | undefined;

  constructor(xml: string, limits: Limits = DEFAULT_LIMITS) {
    this.xml = xml;
    this.maxAttributes = limits.maxAttributes;
    this.#maxDepth = limits.maxDepth;
    this.scope = Scope.root();
    this.#nextScope = this.scope;
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

  /** Whether the next child is this element. White space, comments and processing instructions before it are passed. */
  at(matcher: NameMatcher): boolean {
    if (this.#isEmpty) return false;
    const { xml } = this;
    let at = this.pos;
    if (at !== this.#nextAt) {
      while (isSpace(xml.charCodeAt(at))) at++;
      this.pos = at;
      if (
        matcher.token === this.scope.token &&
        xml.startsWith(matcher.open, at)
      ) {
        if (this.#noteTag(matcher, at)) return true;
      }
    } else if (
      this.#nextName === undefined &&
      matcher.close === this.#nextClose &&
      matcher.token === this.scope.token
    ) {
      return true;
    }
    return this.#atResolved(matcher);
  }

  /** A tag written like the last one. */
  #noteTag(matcher: NameMatcher, at: number): boolean {
    const { xml } = this;
    const end = at + matcher.open.length;
    const code = xml.charCodeAt(end);
    if (code === 62) {
      this.#nextEnd = end + 1;
      this.#nextEmpty = false;
      this.#nextAttributes = NO_ATTRIBUTES;
    } else if (code === 32 || code === 47) {
      const tag = readStartTag(this, end);
      // Its declarations may give the name another namespace.
      if (tag.scope !== this.scope) return false;
      this.#nextEnd = tag.end;
      this.#nextEmpty = tag.isEmpty;
      this.#nextAttributes = tag.attributes;
    } else {
      return false;
    }
    this.#nextAt = at;
    this.#nextName = undefined;
    this.#nextScope = this.scope;
    this.#nextClose = matcher.close;
    return true;
  }

  #atResolved(matcher: NameMatcher): boolean {
    if (this.peek()?.key !== matcher.key) return false;
    const isNews =
      matcher.token !== this.scope.token || matcher.close !== this.#nextClose;
    if (isNews && this.#nextScope === this.scope) {
      matcher.token = this.scope.token;
      matcher.close = this.#nextClose;
      matcher.open = "<" + this.#nextClose.slice(2, -1);
    }
    return true;
  }

  /** The next child element; undefined at the end of the content. Text other than white space is refused. */
  peek(): ExpandedName | undefined {
    if (this.#isEmpty) return undefined;
    if (this.pos === this.#nextAt && this.#nextName !== undefined) {
      return this.#nextName;
    }
    const { xml } = this;
    this.#skipMisc();
    if (xml.charCodeAt(this.pos) !== 60) {
      if (this.pos < xml.length || this.#depth > 0) this.#failText();
      return undefined;
    }
    if (xml.charCodeAt(this.pos + 1) === 47) return undefined;
    return this.#readTag();
  }

  #failText(): never {
    const { xml, pos } = this;
    if (pos >= xml.length) return this.fail("the document ends too early");
    const text = xml.slice(pos, Math.min(scanText(xml, pos + 1), pos + 40));
    const received = JSON.stringify(text.trimEnd());
    return this.fail(`unexpected text ${received}`, {
      expected: "an element",
      received,
    });
  }

  #readTag(): ExpandedName {
    const { xml, pos } = this;
    const nameEnd = scanName(xml, pos + 1);
    if (nameEnd === pos + 1) this.fail("malformed markup");
    const raw = xml.slice(pos + 1, nameEnd);
    const tag = readStartTag(this, nameEnd);
    const name = tag.scope.resolve(raw);
    if (name === undefined) return this.fail(`undeclared prefix of <${raw}>`);
    this.#nextAt = pos;
    this.#nextName = name;
    this.#nextEnd = tag.end;
    this.#nextEmpty = tag.isEmpty;
    this.#nextAttributes = tag.attributes;
    this.#nextScope = tag.scope;
    this.#nextClose = `</${raw}>`;
    return name;
  }

  /** Goes into the child that `at` or `peek` found. */
  enter(): void {
    if (this.#depth >= this.#maxDepth) {
      this.fail(`more than ${this.#maxDepth} elements inside each other`);
    }
    this.#closes[this.#depth] = this.#nextClose;
    this.#scopes[this.#depth] = this.scope;
    this.#depth++;
    this.scope = this.#nextScope;
    this.attributes = this.#nextAttributes;
    this.#isEmpty = this.#nextEmpty;
    this.pos = this.#nextEnd;
  }

  /** Leaves the element entered last and not left, which has no content left. */
  leave(): void {
    const depth = --this.#depth;
    if (this.#isEmpty) {
      this.#isEmpty = false;
    } else {
      const close = this.#closes[depth] ?? "";
      while (isSpace(this.xml.charCodeAt(this.pos))) this.pos++;
      if (this.xml.startsWith(close, this.pos)) this.pos += close.length;
      else this.#leaveSlowly(close);
    }
    this.scope = this.#scopes[depth] ?? this.scope;
  }

  #leaveSlowly(close: string): void {
    const { xml } = this;
    this.#skipMisc();
    const raw = close.slice(2, -1);
    let at = this.pos + 2 + raw.length;
    const isSame = xml.startsWith(`</${raw}`, this.pos);
    while (isSpace(xml.charCodeAt(at))) at++;
    if (isSame && xml.charCodeAt(at) === 62) {
      this.pos = at + 1;
      return;
    }
    if (xml.charCodeAt(this.pos) !== 60) this.#failText();
    const received = xml.slice(this.pos, scanName(xml, this.pos + 2)) + ">";
    if (received.startsWith("</")) {
      this.fail(`${received} does not match <${raw}>`);
    }
    this.fail(`unexpected element <${received.slice(1)}`, {
      expected: `</${raw}>`,
      received,
    });
  }

  /** All text of an element that has no child elements. */
  text(): string {
    if (this.#isEmpty) return "";
    const { xml, pos } = this;
    const end = scanText(xml, pos);
    if (xml.charCodeAt(end) === 60 && xml.charCodeAt(end + 1) === 47) {
      this.pos = end;
      return xml.slice(pos, end);
    }
    const text = this.mixedText();
    if (this.xml.charCodeAt(this.pos + 1) !== 47) {
      const name = this.peek();
      this.fail(`unexpected element <${name?.local}>`, {
        expected: "text",
        received: `<${name?.local}>`,
      });
    }
    return text;
  }

  /** The text up to the next child element or the end of the content. */
  mixedText(): string {
    if (this.#isEmpty) return "";
    const { xml } = this;
    let text = "";
    for (;;) {
      const end = scanText(xml, this.pos);
      if (end > this.pos) text += xml.slice(this.pos, end);
      this.pos = end;
      const code = xml.charCodeAt(end);
      if (code !== 60) {
        text += this.#readSpecial(code);
      } else if (xml.startsWith("<![CDATA[", end)) {
        text += this.#readCdata();
      } else if (!this.#skipMarkup()) {
        return text;
      }
    }
  }

  #readSpecial(code: number): string {
    const { xml, pos } = this;
    if (code === 38) return this.#readReference();
    if (code === 13) {
      this.pos += xml.charCodeAt(pos + 1) === 10 ? 2 : 1;
      return "\n";
    }
    if (code === 93) {
      if (xml.startsWith("]]>", pos)) this.fail("]]> in text");
      this.pos++;
      return "]";
    }
    if (pos >= xml.length) return this.fail("the document ends too early");
    if ((xml.codePointAt(pos) ?? 0) <= 0xffff) {
      this.fail("a character that XML does not allow");
    }
    this.pos += 2;
    return xml.slice(pos, pos + 2);
  }

  #readReference(): string {
    const { xml, pos } = this;
    const reference = readReference(xml, pos);
    if (reference === undefined) {
      return this.fail("unknown reference", {
        expected: "&lt; &gt; &amp; &quot; &apos; or a character reference",
        received: xml.slice(pos, pos + 12),
      });
    }
    this.pos = reference.end;
    return reference.text;
  }

  #readCdata(): string {
    const start = this.pos + 9;
    const end = this.xml.indexOf("]]>", start);
    if (end < 0) this.fail("a CDATA section without end");
    const text = this.xml.slice(start, end);
    this.#checkLegal(text, start);
    this.pos = end + 3;
    return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
  }

  #checkLegal(text: string, start: number): void {
    const illegal = findIllegal(text);
    if (illegal < 0) return;
    this.fail("a character that XML does not allow", { at: start + illegal });
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
    if (code === 63) {
      const end = xml.indexOf("?>", pos + 2);
      const nameEnd = scanName(xml, pos + 2);
      const target = xml.slice(pos + 2, nameEnd);
      const isOpen = nameEnd !== end && !isSpace(xml.charCodeAt(nameEnd));
      if (end < 0 || target === "" || isOpen || /^xml$/i.test(target)) {
        this.fail("malformed processing instruction");
      }
      this.#checkLegal(xml.slice(pos, end), pos);
      this.pos = end + 2;
      return true;
    }
    if (code !== 33) return false;
    if (!xml.startsWith("<!--", pos)) {
      const isCdata = xml.startsWith("<![CDATA[", pos);
      this.fail(isCdata ? "unexpected text" : "a document type is not allowed");
    }
    const end = xml.indexOf("--", pos + 4);
    if (end < 0 || xml.charCodeAt(end + 2) !== 62) {
      this.fail("malformed comment");
    }
    this.#checkLegal(xml.slice(pos, end), pos);
    this.pos = end + 3;
    return true;
  }

  #readDeclaration(): void {
    const rest = this.xml.slice(this.pos, this.pos + 200);
    if (!/^<\?xml[\s?]/.test(rest)) return;
    const declaration =
      /^<\?xml\s+version\s*=\s*(["'])1\.\d+\1(?:\s+encoding\s*=\s*(["'])[A-Za-z][-\w.]*\2)?(?:\s+standalone\s*=\s*(["'])(?:yes|no)\3)?\s*\?>/.exec(
        rest,
      );
    if (declaration === null) return this.fail("malformed XML declaration");
    this.pos += declaration[0].length;
  }

  /** Where the reader is, to come back to after reading ahead. */
  mark(): ReaderMark {
    return {
      pos: this.pos,
      scope: this.scope,
      depth: this.#depth,
      isEmpty: this.#isEmpty,
    };
  }

  reset(mark: ReaderMark): void {
    this.pos = mark.pos;
    this.scope = mark.scope;
    this.#depth = mark.depth;
    this.#isEmpty = mark.isEmpty;
    this.#nextAt = -1;
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
    const { at = this.pos, suffix = "", expected, received } = options;
    const path = new PathFinder(this.xml).pathAt(this.#inside(at)) + suffix;
    const { line, column } = lineColumnAt(this.xml, at);
    throw new SoapError(`${path}: ${message} (line ${line}:${column})`, {
      kind: "decode",
      path,
      line,
      column,
      ...(expected !== undefined && { expected }),
      ...(received !== undefined && { received }),
    });
  }
}

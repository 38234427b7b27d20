// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type { NamespaceContext } from "../descriptor.js";
import { SoapError } from "../soap-error.js";
import { describeValue } from "../xsd/value-error.js";
import { escapeAttribute, escapeText } from "./escape.js";
import { DEFAULT_LIMITS } from "./limits.js";
import {
  ENCODING_11,
  ENCODING_12,
  SOAP_11,
  SOAP_12,
  XSD,
  XSI,
} from "./namespaces.js";
import { NC_NAME } from "./name-pattern.js";
import { XML_NAMESPACE } from "./scope.js";
import type { ExpandedName } from "./scope.js";

const WELL_KNOWN: ReadonlyMap<string, string> = /* @__PURE__ */ new Map([
  [XSI, "xsi"],
  [XSD, "xsd"],
  [SOAP_11, "soap"],
  [SOAP_12, "soap"],
  [ENCODING_11, "soapenc"],
  [ENCODING_12, "soapenc"],
]);

/** Text is gathered in pieces of this size: one text that grows for megabytes would be copied by every collection. */
const CHUNK_SIZE = 8192;

export interface WriterOptions {
  /** Namespace that the root declares as default, so that most elements need no prefix. */
  readonly defaultNamespace?: string;
  readonly maxDepth?: number;
}

/** An element without attributes; its tags without prefix, where they are at hand. */
export interface LeafName {
  readonly namespace: string;
  readonly local: string;
  readonly startTag?: string;
  readonly endTag?: string;
}

interface OpenElement {
  readonly tag: string;
  readonly outerDefault: string;
  readonly prefixes: ReadonlyMap<string, string> | undefined;
}

/**
 * Writes one element with all in it. Prefixes are numbered in the order of first use and declared on the root, so that
 * the same value gives the same text and no element repeats a declaration.
 */
export class XmlWriter implements NamespaceContext {
  /** Properties from the operation's value to the one being written, for errors. */
  readonly path: (string | number)[] = [];
  readonly #maxDepth: number;
  readonly #prefixes = new Map<string, string>();
  readonly #declared: string[] = [];
  readonly #open: OpenElement[] = [];
  /** Finished text; the first is the root's name, behind which the declarations go. */
  readonly #chunks: string[] = [];
  #out = "";
  #default: string;
  /** The start tag written last still lacks its `>`. */
  #isPending = false;
  #numbered = 0;
  /** Open elements that declare prefixes of their own. */
  #shadowing = 0;
  /** A value needs that there is no default namespace. */
  #isUndefaulted = false;

  constructor(options: WriterOptions = {}) {
    this.#default = options.defaultNamespace ?? "";
    this.#maxDepth = options.maxDepth ?? DEFAULT_LIMITS.maxDepth;
    if (this.#default !== "") {
      this.#declared.push(` xmlns="${this.#escape(this.#default)}"`);
    }
  }

  lookup(): undefined {
    return undefined;
  }

  prefixFor(namespace: string, wanted?: string): string {
    if (namespace === "") {
      this.#isUndefaulted = true;
      return "";
    }
    if (namespace === XML_NAMESPACE) return "xml";
    const known = this.#prefixes.get(namespace);
    const isKnown = known !== undefined && !this.#isShadowed(known);
    if (isKnown && (wanted ?? known) === known) return known;
    let prefix = wanted ?? WELL_KNOWN.get(namespace);
    while (prefix === undefined || this.#isTaken(prefix)) {
      if (isKnown) return known;
      prefix = `ns${++this.#numbered}`;
    }
    this.#prefixes.set(namespace, prefix);
    this.#declared.push(` xmlns:${prefix}="${this.#escape(namespace)}"`);
    return prefix;
  }

  #isShadowed(prefix: string): boolean {
    if (this.#shadowing === 0) return false;
    return this.#open.some((element) => element.prefixes?.has(prefix) ?? false);
  }

  #isTaken(prefix: string): boolean {
    const start = ` xmlns:${prefix}="`;
    const isDeclared = this.#declared.some((text) => text.startsWith(start));
    return isDeclared || this.#isShadowed(prefix);
  }

  /** A name as text: for `xsi:type` and other values that are names. */
  qualify({ namespace, local }: ExpandedName): string {
    const prefix = this.prefixFor(namespace);
    return prefix === "" ? local : `${prefix}:${local}`;
  }

  /** `name="value"` with a space before it. */
  attribute(namespace: string, local: string, value: string): string {
    const text = escapeAttribute(value);
    if (text === undefined) this.#failCharacter(value);
    const name =
      namespace === "" ? local : `${this.prefixFor(namespace)}:${local}`;
    return ` ${name}="${text}"`;
  }

  /** Begins an element. `prefixes` are declared on it as they are, "" being the default namespace. */
  start(
    namespace: string,
    local: string,
    more: {
      readonly attributes?: string;
      readonly prefixes?: ReadonlyMap<string, string>;
    } = {},
  ): void {
    if (this.#open.length >= this.#maxDepth) this.#failDepth();
    const outerDefault = this.#default;
    const { prefixes, attributes = "" } = more;
    if (this.#isPlain(namespace) && prefixes === undefined) {
      this.#open.push({ tag: local, outerDefault, prefixes });
      this.#begin(local, attributes);
      return;
    }
    let head = this.#declareLocal(prefixes);
    if (this.#isUndefaulted || namespace === "") {
      this.#isUndefaulted = false;
      if (this.#default !== "") {
        // On the root, the declaration comes with the others.
        if (this.#open.length === 0) this.#declared.shift();
        else head += ' xmlns=""';
        this.#default = "";
      }
    }
    // Pushed first: a prefix that the element declares itself hides the one that the root declares.
    this.#open.push({ tag: "", outerDefault, prefixes });
    if (prefixes !== undefined) this.#shadowing++;
    const tag =
      namespace === this.#default
        ? local
        : `${this.prefixFor(namespace)}:${local}`;
    this.#open[this.#open.length - 1] = { tag, outerDefault, prefixes };
    this.#begin(tag, head + attributes);
  }

  #failDepth(): never {
    return this.fail(
      `at most ${this.#maxDepth} elements inside each other`,
      "more (an object that contains itself?)",
    );
  }

  /** Whether an element of the namespace needs no prefix and no declaration. */
  #isPlain(namespace: string): boolean {
    const isInside = namespace !== "" && this.#open.length > 0;
    return isInside && namespace === this.#default && !this.#isUndefaulted;
  }

  #begin(tag: string, more: string): void {
    this.#out += this.#isPending ? `><${tag}` : `<${tag}`;
    this.#isPending = true;
    if (this.#open.length === 1) this.#flushChunk();
    if (more !== "") this.#out += more;
  }

  #declareLocal(prefixes: ReadonlyMap<string, string> | undefined): string {
    if (prefixes === undefined) return "";
    let text = "";
    for (const [prefix, namespace] of prefixes) {
      if (prefix === "") {
        if (this.#open.length === 0 || namespace === this.#default) continue;
        this.#default = namespace;
      }
      const name = prefix === "" ? "xmlns" : `xmlns:${prefix}`;
      text += ` ${name}="${this.#escape(namespace)}"`;
    }
    return text;
  }

  end(): void {
    const element = this.#open.pop();
    if (element === undefined) return;
    if (element.prefixes !== undefined) this.#shadowing--;
    this.#out += this.#isPending ? "/>" : `</${element.tag}>`;
    this.#isPending = false;
    this.#default = element.outerDefault;
  }

  text(text: string): void {
    if (text === "") return;
    const escaped = escapeText(text);
    if (escaped === undefined) this.#failCharacter(text);
    this.#flush();
    this.#out += escaped;
  }

  /** Adds what another writer made. It declares its own prefixes, so it must not be in the scope of a default. */
  raw(xml: string): void {
    this.#flush();
    this.#out += xml;
  }

  #flush(): void {
    if (!this.#isPending) return;
    this.#out += ">";
    this.#isPending = false;
  }

  /** An element with nothing but text. */
  leaf(element: LeafName, text: string): void {
    const { namespace, local } = element;
    if (!this.#isPlain(namespace)) {
      this.start(namespace, local);
      this.text(text);
      this.end();
      return;
    }
    const { startTag = `<${local}>`, endTag = `</${local}>` } = element;
    const escaped = escapeText(text) ?? this.#failCharacter(text);
    this.#flush();
    this.#out += escaped === "" ? `<${local}/>` : startTag + escaped + endTag;
    if (this.#out.length > CHUNK_SIZE) this.#flushChunk();
  }

  #flushChunk(): void {
    // Reading a character makes engines put the pieces together, and drop them.
    this.#out.charCodeAt(0);
    this.#chunks.push(this.#out);
    this.#out = "";
  }

  /** What was written, with the declarations in the root. */
  finish(): string {
    this.#flushChunk();
    const [head = "", ...rest] = this.#chunks;
    return head + this.#declared.join("") + rest.join("");
  }

  #escape(namespace: string): string {
    return escapeAttribute(namespace) ?? this.#failCharacter(namespace);
  }

  #failCharacter(text: string): never {
    return this.fail("characters that XML allows", text);
  }

  /** Refuses a name that could not be read back. */
  checkName(local: string): void {
    if (!NC_NAME.test(local)) this.fail("an XML name", local);
  }

  fail(expected: string, received: unknown): never {
    const path = formatPath(this.path);
    const shown = describeValue(received);
    const where = path === "" ? "" : `${path}: `;
    throw new SoapError(`${where}expected ${expected}, received ${shown}`, {
      kind: "encode",
      path,
      expected,
      received: shown,
    });
  }
}

function formatPath(steps: readonly (string | number)[]): string {
  let text = "";
  for (const step of steps) {
    if (typeof step === "number") text += `[${step}]`;
    else text += text === "" ? step : `.${step}`;
  }
  return text;
}

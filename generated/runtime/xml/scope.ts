// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

/** An expanded name. `key` is `{namespace}local`, or `local` in no namespace: the form that names are compared in. */
export interface ExpandedName {
  readonly namespace: string;
  readonly local: string;
  readonly key: string;
}

export function expandedName(namespace: string, local: string): ExpandedName {
  const key = namespace === "" ? local : `{${namespace}}${local}`;
  return { namespace, local, key };
}

export const XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace";
export const XMLNS_NAMESPACE = "http://www.w3.org/2000/xmlns/";

/** An attribute with its value after normalisation (XML 1.0 §3.3.3). */
export interface Attribute extends ExpandedName {
  readonly value: string;
}

/** The prefixes declared on an element and around it. Elements without declarations share the scope of their parent. */
export class Scope {
  /** Stands for the scope where keeping the scope itself would keep the document. */
  readonly token: object = {};
  readonly #parent: Scope | undefined;
  readonly #bindings: ReadonlyMap<string, string>;
  #names: Map<string, ExpandedName> | undefined;
  /** The last one that was asked for. */
  #child: Scope | undefined;

  constructor(bindings: ReadonlyMap<string, string>, parent?: Scope) {
    this.#bindings = bindings;
    this.#parent = parent;
  }

  lookup(prefix: string): string | undefined {
    return this.#bindings.get(prefix) ?? this.#parent?.lookup(prefix);
  }

  /** The name of an element written `raw`, or of an attribute with a prefix; undefined when there is no such name. */
  resolve(raw: string): ExpandedName | undefined {
    this.#names ??= new Map();
    const known = this.#names.get(raw);
    if (known !== undefined) return known;
    const colon = raw.indexOf(":");
    const namespace = this.lookup(colon < 0 ? "" : raw.slice(0, colon));
    const local = raw.slice(colon + 1);
    if (namespace === undefined || !isLocalName(local, colon)) return undefined;
    const name = expandedName(namespace, local);
    this.#names.set(raw, name);
    return name;
  }

  /** The scope inside an element with these declarations; those that follow each other with the same ones share it. */
  child(bindings: ReadonlyMap<string, string>): Scope {
    const last = this.#child;
    if (last !== undefined && last.#declares(bindings)) return last;
    this.#child = new Scope(bindings, this);
    return this.#child;
  }

  #declares(bindings: ReadonlyMap<string, string>): boolean {
    if (bindings.size !== this.#bindings.size) return false;
    for (const [prefix, namespace] of bindings) {
      if (this.#bindings.get(prefix) !== namespace) return false;
    }
    return true;
  }
}

/** Namespaces in XML 1.0 §4, of a part of an XML name: one colon, not at an end, and no digit, `-` or `.` behind it. */
export function isLocalName(local: string, colon: number): boolean {
  return colon !== 0 && local.charCodeAt(0) > 58 && !local.includes(":");
}

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

/** What a start tag says besides its name. */
export interface TagContent {
  readonly isEmpty: boolean;
  readonly attributes: readonly Attribute[];
}

/** The prefixes declared on an element and around it. Elements without declarations share the scope of their parent. */
export class Scope {
  /** Stands for the scope where keeping the scope itself would keep the document. */
  readonly token: object = {};
  /** Start tags without declarations, by their text behind the name. */
  readonly tags = new Map<string, TagContent>();
  /** Names of the attributes of the last element that had any. */
  lastNames: readonly string[] = [];
  readonly #parent: Scope | undefined;
  readonly #bindings: ReadonlyMap<string, string>;
  readonly #names = new Map<string, ExpandedName>();
  readonly #attributes = new Map<string, ExpandedName>();
  readonly #children = new Map<string, Scope>();

  constructor(bindings: ReadonlyMap<string, string>, parent?: Scope) {
    this.#bindings = bindings;
    this.#parent = parent;
  }

  static root(): Scope {
    const bindings = [
      ["", ""],
      ["xml", XML_NAMESPACE],
    ] as const;
    return new Scope(new Map(bindings));
  }

  lookup(prefix: string): string | undefined {
    let namespace = this.#bindings.get(prefix);
    let scope = this.#parent;
    while (namespace === undefined && scope !== undefined) {
      namespace = scope.#bindings.get(prefix);
      scope = scope.#parent;
    }
    return namespace;
  }

  /** The name of an element written `raw`; undefined when its prefix is not declared or there are two colons. */
  resolve(raw: string): ExpandedName | undefined {
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

  /** The same for an attribute with a prefix. */
  resolveAttribute(raw: string): ExpandedName | undefined {
    const known = this.#attributes.get(raw);
    if (known !== undefined) return known;
    const colon = raw.indexOf(":");
    const namespace = this.lookup(raw.slice(0, colon));
    const local = raw.slice(colon + 1);
    if (namespace === undefined || !isLocalName(local, colon)) return undefined;
    const name = expandedName(namespace, local);
    this.#attributes.set(raw, name);
    return name;
  }

  /** The scope inside an element with these declarations; siblings with the same ones share it. */
  child(bindings: ReadonlyMap<string, string>): Scope {
    const key = JSON.stringify([...bindings]);
    const known = this.#children.get(key);
    if (known !== undefined) return known;
    const scope = new Scope(bindings, this);
    this.#children.set(key, scope);
    return scope;
  }
}

/** Namespaces in XML 1.0 §4: one colon, not at an end. */
export function isLocalName(local: string, colon: number): boolean {
  const first = local.charCodeAt(0);
  const isDigit = first >= 48 && first <= 57;
  const isStart = local !== "" && !isDigit && first !== 45 && first !== 46;
  return colon !== 0 && isStart && !local.includes(":");
}

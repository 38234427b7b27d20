interface Binding {
  readonly prefix: string;
  readonly namespace: string;
}

/** The namespace bindings in scope of one element (Namespaces in XML §6). */
export class NamespaceScope {
  readonly #outer: readonly Binding[];
  readonly #declared: Binding[] = [];
  readonly #invented: Binding[] = [];

  constructor(outer: readonly Binding[] = []) {
    this.#outer = outer;
  }

  /** The scope of a child. */
  enter(): NamespaceScope {
    return this.#isUnchanged
      ? new NamespaceScope(this.#outer)
      : new NamespaceScope(this.#all());
  }

  get #isUnchanged(): boolean {
    return this.#declared.length === 0 && this.#invented.length === 0;
  }

  #all(): readonly Binding[] {
    return [...this.#outer, ...this.#declared, ...this.#invented];
  }

  /** A declaration of the template. */
  declare(prefix: string, namespace: string): void {
    this.#declared.push({ prefix, namespace });
  }

  /** A declaration that the writer adds. */
  invent(prefix: string, namespace: string): void {
    this.#invented.push({ prefix, namespace });
  }

  /** The latest prefix of a namespace that nothing hides; '' is the default namespace, which attributes and values cannot use. */
  prefixOf(
    namespace: string,
    { isAttribute = false } = {},
  ): string | undefined {
    const hidden = new Set<string>();
    for (const binding of this.#all().toReversed()) {
      const isUsable = !isAttribute || binding.prefix !== "";
      if (
        binding.namespace === namespace &&
        isUsable &&
        !hidden.has(binding.prefix)
      )
        return binding.prefix;
      hidden.add(binding.prefix);
    }
    const isNone = namespace === "" && !isAttribute && !hidden.has("");
    return isNone ? "" : undefined;
  }

  /** The first prefix of that beginning which is not bound. */
  freshPrefix(beginning: string): string {
    const taken = new Set(this.#all().map(({ prefix }) => prefix));
    let number = 1;
    while (taken.has(`${beginning}${number}`)) number++;
    return `${beginning}${number}`;
  }

  declared(): readonly string[] {
    return this.#declared.map(text);
  }

  /** The latest invented comes first. */
  invented(): readonly string[] {
    return this.#invented.toReversed().map(text);
  }
}

function text({ prefix, namespace }: Binding): string {
  const name = prefix === "" ? "xmlns" : `xmlns:${prefix}`;
  const value = namespace
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll('"', "&quot;");
  return ` ${name}="${value}"`;
}

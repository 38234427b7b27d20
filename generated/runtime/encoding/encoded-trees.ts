// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type { XmlElement } from "../descriptor.js";
import { setOwn } from "../codec/own.js";
import { notePrefixes } from "../codec/tree.js";
import { ENCODING_11 } from "../xml/namespaces.js";
import type { EncodedNode } from "./encoded-node.js";

type Content = Omit<XmlElement, "name">;

interface Surroundings {
  /** What stands in place of a reference. */
  readonly resolve: (node: EncodedNode) => EncodedNode;
  /** Called with the depth of each element; throws where it is too deep. */
  readonly enter: (node: EncodedNode, depth: number) => void;
}

/** Turns nodes of unknown type into trees, in which what is referred to stands in place of the reference. */
export class EncodedTrees {
  readonly #around: Surroundings;
  /** What is referred to more than once is one object, so that a message cannot grow without bound. */
  readonly #made = new Map<EncodedNode, Content>();
  readonly #open = new Set<EncodedNode>();

  constructor(around: Surroundings) {
    this.#around = around;
  }

  /** The name is that of the accessor. Where an element would contain itself, the reference stays. */
  read(given: EncodedNode, name = given.name.key): XmlElement {
    const node = this.#around.resolve(given);
    if (this.#open.has(node)) {
      return { name, attributes: { href: given.href ?? "" } };
    }
    const known = this.#made.get(node);
    if (known !== undefined) return { name, ...known };
    this.#open.add(node);
    this.#around.enter(node, this.#open.size);
    const content = this.#contentOf(node);
    this.#open.delete(node);
    this.#made.set(node, content);
    return { name, ...content };
  }

  #contentOf(node: EncodedNode): Content {
    const attributes: Record<string, string> = {};
    const namespaces: Record<string, string> = {};
    for (const { key, local, namespace, value } of node.attributes) {
      const isReference =
        namespace === "" && (local === "id" || local === "href");
      const isRoot = namespace === ENCODING_11 && local === "root";
      if (isReference || isRoot) continue;
      setOwn(attributes, key, value);
      notePrefixes(node, value, namespaces);
    }
    notePrefixes(node, node.text, namespaces);
    const children = [
      ...(node.text.trim() === "" ? [] : [node.text]),
      ...node.children.map((child) => this.read(child)),
    ];
    return {
      ...(Object.keys(attributes).length > 0 && { attributes }),
      ...(children.length > 0 && { children }),
      ...(Object.keys(namespaces).length > 0 && { namespaces }),
    };
  }
}

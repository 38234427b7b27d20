// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type {
  AnyTypeDescriptor,
  ArrayTypeDescriptor,
  ComplexTypeDescriptor,
  SimpleTypeDescriptor,
  TypeDescriptor,
} from "../descriptor.js";
import { SIMPLE } from "./simple-compiler.js";
import type { Members } from "../codec/contracts.js";
import type { DecodeReader } from "../codec/decode-reader.js";
import { setOwn } from "../codec/own.js";
import { expandedName, type ExpandedName } from "../xml/scope.js";
import { applyWhiteSpace } from "../xsd/white-space.js";
import { nestRows, shapeIn, sizesIn } from "./array-shape.js";
import { membersOf, resolveType, typeNameOf } from "./encoded-members.js";
import type { EncodedNode } from "./encoded-node.js";
import { EncodedTrees } from "./encoded-trees.js";

const MOST_REFERENCES = 64;

/** Turns nodes into values. An object that is referred to twice is one object, also when it refers to itself. */
export class EncodedDecoder {
  readonly #reader: DecodeReader;
  readonly #byId = new Map<string, EncodedNode>();
  readonly #made = new Map<EncodedNode, Members>();
  readonly #trees: EncodedTrees;
  #depth = 0;

  constructor(reader: DecodeReader, roots: readonly EncodedNode[]) {
    this.#reader = reader;
    this.#trees = new EncodedTrees({
      resolve: (node) => this.#resolve(node),
      enter: (node, depth) => {
        if (this.#depth + depth > reader.maxDepth) this.#failDepth(node);
      },
    });
    for (const root of roots) this.#index(root);
  }

  #index(node: EncodedNode): void {
    if (node.id !== undefined && !this.#byId.has(node.id)) {
      this.#byId.set(node.id, node);
    }
    for (const child of node.children) this.#index(child);
  }

  /** SOAP 1.1 §5.2.1: `href="#id"` stands for the element with the `id`; nothing outside the message is looked at. */
  #resolve(node: EncodedNode): EncodedNode {
    let target = node;
    for (let count = 0; target.href !== undefined; count++) {
      const next = this.#byId.get(target.href.replace(/^#/, ""));
      const isLocal = target.href.startsWith("#");
      if (next === undefined || !isLocal || count > MOST_REFERENCES) {
        this.#fail(node, `no element for href="${target.href}"`);
      }
      target = next;
    }
    return target;
  }

  #fail(node: EncodedNode, message: string, expected?: string): never {
    return this.#reader.fail(`${node.name.local}: ${message}`, {
      suffix: `/${node.name.local}`,
      ...(expected !== undefined && { expected }),
    });
  }

  decode(given: EncodedNode, type: TypeDescriptor): unknown {
    const node = this.#resolve(given);
    if (node.isNil) return null;
    this.#depth++;
    if (this.#depth > this.#reader.maxDepth) this.#failDepth(node);
    const value =
      type.kind === "any"
        ? this.#decodeAny(node, type.types?.() ?? [], given.name)
        : this.#decodeNode(node, type);
    this.#depth--;
    return value;
  }

  /** References lead deeper than elements, whose depth the reader bounds. */
  #failDepth(node: EncodedNode): never {
    const { maxDepth } = this.#reader;
    return this.#fail(node, `more than ${maxDepth} elements inside each other`);
  }

  #decodeNode(
    node: EncodedNode,
    type: Exclude<TypeDescriptor, AnyTypeDescriptor>,
  ): unknown {
    switch (type.kind) {
      case "array":
        return this.#decodeArray(node, type);
      case "complex":
        return this.#decodeStruct(node, type);
      default:
        return this.#decodeSimple(node, type);
    }
  }

  #decodeSimple(node: EncodedNode, type: SimpleTypeDescriptor): unknown {
    const simple = SIMPLE.simple(type);
    const text = applyWhiteSpace(node.text, simple.whiteSpace);
    try {
      const { lookup } = node;
      return simple.parse(text, { lookup, prefixFor: () => "" });
    } catch (error) {
      return this.#reader.failValue(
        error,
        this.#reader.pos,
        `/${node.name.local}`,
      );
    }
  }

  #decodeStruct(node: EncodedNode, declared: ComplexTypeDescriptor): Members {
    const known = this.#made.get(node);
    if (known !== undefined) return known;
    const type = this.#variant(node, declared);
    const value: Members = {};
    this.#made.set(node, value);
    if (type !== declared) value["$type"] = type.tag ?? type.name;
    if (type.text !== undefined) {
      value["$value"] = this.#decodeSimple(node, type.text());
    }
    for (const member of membersOf(type)) {
      const { element, property = element, max = 1 } = member;
      const found = node.children.filter((each) => each.name.local === element);
      const items = found
        .map((child) => this.decode(child, resolveType(member.type)))
        // An accessor without value may be left out or nil (SOAP 1.1 §5.1).
        .filter((item) => item !== null || member.nillable === true);
      if (items.length > 0) setOwn(value, property, max > 1 ? items : items[0]);
    }
    return value;
  }

  #variant(
    node: EncodedNode,
    declared: ComplexTypeDescriptor,
  ): ComplexTypeDescriptor {
    const key = node.type?.key;
    const variants = key === undefined ? [] : (declared.derived?.() ?? []);
    const found = variants.find(
      ({ namespace, name }) =>
        name !== undefined && expandedName(namespace, name).key === key,
    );
    const type = found ?? declared;
    if (type.abstract === true) this.#fail(node, `${type.name} is abstract`);
    return type;
  }

  #decodeAny(
    node: EncodedNode,
    types: readonly (ComplexTypeDescriptor | SimpleTypeDescriptor)[],
    accessor: ExpandedName,
  ): unknown {
    const type = types.find((each) => {
      const name = typeNameOf(each);
      if (name === undefined) return false;
      return expandedName(name.namespace, name.local).key === node.type?.key;
    });
    if (type === undefined) return this.#trees.read(node, accessor.key);
    const value = this.decode(node, type);
    return type.kind === "complex"
      ? { $type: type.tag ?? type.name, ...Object(value) }
      : { $type: type.name, $value: value };
  }

  #decodeArray(node: EncodedNode, type: ArrayTypeDescriptor): unknown[] {
    const arrayType = node.encoding.get("arrayType") ?? "";
    const shape = shapeIn(arrayType, type.dimensions);
    const items: unknown[] = [];
    let next = this.#place(node, node.encoding.get("offset"), shape) ?? 0;
    for (const child of node.children) {
      const position = child.encoding.get("position");
      next = this.#place(child, position, shape) ?? next;
      while (items.length < next) items.push(null);
      items[next++] = this.decode(child, type.item());
    }
    return nestRows(items, shape);
  }

  /** `[1,2]` as a place in row-major order; a place far beyond what a message holds would cost memory only. */
  #place(
    node: EncodedNode,
    text: string | undefined,
    shape: readonly number[],
  ): number | undefined {
    if (text === undefined) return undefined;
    const place = sizesIn(text).reduce(
      (sum, index, at) => sum * (at === 0 ? 1 : (shape[at] ?? 1)) + index,
      0,
    );
    if (place <= MOST_SPARSE) return place;
    return this.#fail(node, `position ${text}`, `at most ${MOST_SPARSE}`);
  }
}

const MOST_SPARSE = 1_000_000;

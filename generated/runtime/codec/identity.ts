// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type { IdentityDescriptor, IdentityPath } from "../descriptor.js";
import type { ReaderMark } from "../xml/reader.js";
import { XSI } from "../xml/namespaces.js";
import type { Attribute } from "../xml/scope.js";
import type { CodecFeature } from "./codec-feature.js";
import type { DecodeReader } from "./decode-reader.js";
import { namespaceOf } from "./wildcard.js";

/** Where the content of an element begins. */
export interface ContentStart {
  readonly mark: ReaderMark;
  readonly attributes: readonly Attribute[];
}

/** An element or attribute as far as identity constraints look at it. */
interface Node {
  readonly key: string;
  /** Position in the message. */
  readonly at: number;
  readonly text: string;
  readonly attributes: readonly Attribute[];
  readonly children: readonly Node[];
}

/** What the fields of a selected element say. */
interface Tuple {
  readonly at: number;
  readonly texts: readonly string[];
  /** Names and types of what has the texts: equal texts of different types are different values. */
  readonly kinds: readonly string[];
}

/** Reads the content once more, without its types: few elements have such constraints. */
function readNode(reader: DecodeReader, key: string, at: number): Node {
  const { attributes } = reader;
  const children: Node[] = [];
  let text = "";
  for (;;) {
    text += reader.mixedText();
    const name = reader.peek();
    if (name === undefined) return { key, at, text, attributes, children };
    const { pos } = reader;
    reader.enter();
    // Behind the `<`: that is in the element.
    children.push(readNode(reader, name.key, pos + 1));
    reader.leave();
  }
}

function select(node: Node, path: IdentityPath): readonly Node[] {
  const found = new Set<Node>();
  for (const steps of path) {
    let nodes: readonly Node[] = [node];
    for (const step of steps) {
      nodes = nodes.flatMap((each) => follow(each, step));
    }
    for (const each of nodes) found.add(each);
  }
  return [...found];
}

function follow(node: Node, step: string): readonly Node[] {
  if (step === ".//") return withDescendants(node);
  if (!step.startsWith("@")) {
    return node.children.filter(({ key }) => fits(key, step));
  }
  const { at, attributes } = node;
  return attributes
    .filter(({ namespace, key }) => {
      return namespace !== XSI && fits(key, step.slice(1));
    })
    .map(({ key, value }) => ({
      key,
      at,
      text: value,
      attributes: [],
      children: [],
    }));
}

function withDescendants(node: Node): readonly Node[] {
  const all = [node];
  // The list grows while it is gone through.
  for (const each of all) {
    for (const child of each.children) all.push(child);
  }
  return all;
}

function fits(key: string, step: string): boolean {
  if (step === "*" || step === key) return true;
  return step.endsWith("}*") && step.slice(1, -2) === namespaceOf(key);
}

/** The tuples of the elements that have all fields. */
function tuplesOf(
  reader: DecodeReader,
  root: Node,
  constraint: IdentityDescriptor,
): readonly Tuple[] {
  const { kind, name, selector, fields } = constraint;
  return select(root, selector).flatMap((node) => {
    const found = fields.map((field) => select(node, field));
    if (found.some((nodes) => nodes.length > 1)) {
      refuse(reader, node.at, `${name}: a field that is there twice`);
    }
    const nodes = found.flat();
    if (nodes.length === fields.length) {
      const texts = nodes.map(({ text }) => text);
      return [{ at: node.at, texts, kinds: nodes.map(kindOf) }];
    }
    if (kind === "key") refuse(reader, node.at, `${name}: a part is missing`);
    return [];
  });
}

function kindOf({ key, attributes }: Node): string {
  const type = attributes.find(({ namespace, local }) => {
    return namespace === XSI && local === "type";
  });
  return type === undefined ? key : `${key} ${type.value}`;
}

function refuse(reader: DecodeReader, at: number, message: string): void {
  reader.tolerate("identity", message, { at });
}

/** Equal values may be written differently: only what is written equally counts as being there twice. */
function checkUnique(
  reader: DecodeReader,
  { name }: IdentityDescriptor,
  tuples: readonly Tuple[],
): void {
  const seen = new Set<string>();
  for (const { at, texts, kinds } of tuples) {
    const key = JSON.stringify([texts, kinds]);
    if (seen.has(key)) {
      refuse(reader, at, `${name}: ${texts.join(", ")} is there twice`);
    }
    seen.add(key);
  }
}

/** A reference that only differs in white space, in a prefix, or in the form of a number, counts as one. */
function loose(texts: readonly string[]): string {
  const plain = texts.map((text) => {
    const trimmed = text.replace(/[ \t\n\r]+/g, " ").trim();
    const local = trimmed.slice(trimmed.lastIndexOf(":") + 1);
    const number = trimmed === "" ? Number.NaN : Number(trimmed);
    return Number.isSafeInteger(number) ? number : local;
  });
  return JSON.stringify(plain);
}

function checkReferences(
  reader: DecodeReader,
  { name }: IdentityDescriptor,
  tuples: { readonly from: readonly Tuple[]; readonly to: readonly Tuple[] },
): void {
  const known = new Set(tuples.to.map(({ texts }) => loose(texts)));
  for (const { at, texts } of tuples.from) {
    if (known.has(loose(texts))) continue;
    refuse(reader, at, `${name}: there is no ${texts.join(", ")}`);
  }
}

function check(
  reader: DecodeReader,
  root: Node,
  constraints: readonly IdentityDescriptor[],
): void {
  const tuples = new Map<string, readonly Tuple[]>();
  for (const constraint of constraints) {
    const found = tuplesOf(reader, root, constraint);
    tuples.set(constraint.name, found);
    if (constraint.kind !== "keyref") checkUnique(reader, constraint, found);
  }
  for (const constraint of constraints) {
    // A key of an element further in is not looked for.
    const to = tuples.get(constraint.refer ?? "");
    const from = tuples.get(constraint.name);
    if (to === undefined || from === undefined) continue;
    checkReferences(reader, constraint, { from, to });
  }
}

/** Keys, references to them, and what is to be unique. */
export const identity: CodecFeature = {
  identity(reader, { mark, attributes }, constraints) {
    const end = reader.mark();
    const own = reader.attributes;
    reader.reset(mark);
    reader.attributes = attributes;
    const root = readNode(reader, "", mark.pos);
    reader.reset(end);
    reader.attributes = own;
    check(reader, root, constraints);
  },
};

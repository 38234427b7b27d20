import type { WildcardRule } from "../../descriptor.js";
import type { XmlWriter } from "../../xml/writer.js";
import type { ElementAccess, Members } from "../contracts.js";
import type { DecodeReader } from "../decode-reader.js";
import type { ElementCodec } from "../element.js";
import { isObject, own, setOwn } from "../own.js";
import { readTree, writeTree } from "../tree.js";
import { admits, namespaceOf } from "../wildcard.js";

/** What can stand where an element is expected, and what its value is. */
export interface LeafKind {
  /** Keys of the elements; none for a wildcard, which takes whatever `hasKey` says. */
  readonly keys: readonly string[];
  /** Elements by the name that an item of mixed content has. */
  readonly elements: ReadonlyMap<string, ElementAccess>;
  readonly hasKey: (key: string) => boolean;
  /** Whether the next child is one. */
  readonly at: (reader: DecodeReader) => boolean;
  /** Reads the next child, which is one. */
  readonly read: (reader: DecodeReader) => unknown;
  readonly write: (writer: XmlWriter, item: unknown) => void;
  /** The item of mixed content for what `read` gave. */
  readonly toContent: (item: unknown) => unknown;
  /** Set where there is only one element. */
  readonly element?: ElementCodec;
}

export function elementKind(element: ElementCodec, property: string): LeafKind {
  return {
    keys: [element.key],
    elements: new Map([[property, element]]),
    element,
    hasKey: (key) => key === element.key,
    at: (reader) => reader.at(element),
    read: (reader) => element.read(reader),
    write: (writer, item) => element.write(writer, item),
    toContent: (item) => wrap(property, item),
  };
}

function wrap(name: string, value: unknown): Members {
  const item: Members = {};
  setOwn(item, name, value);
  return item;
}

/** A member for which others may stand in: an object with one property, named after the element on the wire. */
export function substitutionKind(elements: readonly ElementCodec[]): LeafKind {
  const byKey = new Map(elements.map((element) => [element.key, element]));
  const byName = new Map<string, ElementCodec>();
  const names = new Map<string, string>();
  for (const element of byKey.values()) {
    // Two of the same local name differ by their namespace only.
    const name = byName.has(element.local) ? element.key : element.local;
    byName.set(name, element);
    names.set(element.key, name);
  }
  return {
    keys: [...byKey.keys()],
    elements: byName,
    hasKey: (key) => byKey.has(key),
    at: (reader) => byKey.has(reader.peek()?.key ?? ""),
    read(reader) {
      const key = reader.peek()?.key ?? "";
      return wrap(names.get(key) ?? "", byKey.get(key)?.read(reader));
    },
    write: (writer, item) => writeSubstitute(writer, item, byName),
    toContent: (item) => item,
  };
}

function writeSubstitute(
  writer: XmlWriter,
  item: unknown,
  byName: ReadonlyMap<string, ElementCodec>,
): void {
  const given = isObject(item) ? item : {};
  const names = Object.keys(given).filter((key) => given[key] !== undefined);
  const [name = ""] = names;
  const element = names.length === 1 ? byName.get(name) : undefined;
  if (element === undefined) {
    const known = [...byName.keys()].join(", ");
    return writer.fail(`an object with one of ${known}`, item);
  }
  writer.path.push(name);
  element.write(writer, given[name]);
  writer.path.pop();
}

/** Elements of other vocabularies, kept as trees. */
export function wildcardKind(rule: WildcardRule): LeafKind {
  return {
    keys: [],
    elements: new Map(),
    hasKey: (key) => admits(rule, namespaceOf(key)),
    at(reader) {
      const name = reader.peek();
      return name !== undefined && admits(rule, name.namespace);
    },
    read(reader) {
      const name = reader.peek();
      reader.enter();
      const tree = name && readTree(reader, name);
      reader.leave();
      return tree;
    },
    write(writer, item) {
      const name = isObject(item) ? own(item, "name") : undefined;
      if (typeof name === "string" && !admits(rule, namespaceOf(name))) {
        writer.fail("an element of a namespace admitted here", name);
      }
      writeTree(writer, item);
    },
    // Among declared elements, `children` tells a tree from a member called "name".
    toContent: (item) =>
      isObject(item)
        ? { ...item, children: own(item, "children") ?? [] }
        : item,
  };
}

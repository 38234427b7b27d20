// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type { WildcardParticle } from "../../descriptor.js";
import type { CodecFeature } from "../codec-feature.js";
import { isObject, own } from "../own.js";
import { readTree, writeTree } from "../tree.js";
import { admits, namespaceOf } from "../wildcard.js";
import type { LeafKind } from "./leaf-kind.js";

/** Elements of other vocabularies, kept as trees. */
function wildcardKind({ any: rule, process }: WildcardParticle): LeafKind {
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
      if (name !== undefined && process !== "skip") {
        reader.declarations?.checkElement(reader, name);
      }
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

/** Wildcards for elements. */
export const wildcards: CodecFeature = { any: wildcardKind };

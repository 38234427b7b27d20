// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type { ElementDescriptor, KnownElements } from "../../descriptor.js";
import { isSoapError } from "../../soap-error.js";
import { expandedName } from "../../xml/scope.js";
import { XmlWriter } from "../../xml/writer.js";
import type {
  CodecFeature,
  ElementCheck,
  ElementChecks,
} from "../codec-feature.js";
import type { Compiler } from "../contracts.js";
import { DecodeReader } from "../decode-reader.js";
import { writeTree } from "../tree.js";
import { checkChild } from "./checked-content.js";

const CACHE = /* @__PURE__ */ new WeakMap<
  KnownElements,
  ReadonlyMap<string, ElementDescriptor>
>();

function byKey(known: KnownElements): ReadonlyMap<string, ElementDescriptor> {
  const found = CACHE.get(known);
  if (found !== undefined) return found;
  const elements = new Map(
    known.elements().map((each) => {
      const { key } = expandedName(each.namespace ?? "", each.element);
      return [key, each] as const;
    }),
  );
  CACHE.set(known, elements);
  return elements;
}

/** Checks what a wildcard admits against the declarations of the SDK, both ways. */
function checksOf(known: KnownElements, compiler: Compiler): ElementChecks {
  const check: ElementCheck = (reader, name) =>
    checkChild(reader, name, (key) => {
      const descriptor = byKey(known).get(key);
      return descriptor && compiler.element(descriptor);
    });
  return {
    check,
    checkSent: (writer, item) => checkSent(writer, item, { check, compiler }),
  };
}

/** Writes the tree for itself, and reads it as its receiver does. */
function checkSent(
  writer: XmlWriter,
  item: unknown,
  {
    check,
    compiler,
  }: { readonly check: ElementCheck; readonly compiler: Compiler },
): void {
  const copy = new XmlWriter();
  copy.path.push(...writer.path);
  writeTree(copy, item);
  const reader = new DecodeReader(copy.finish(), {}, compiler);
  try {
    const name = reader.peek();
    if (name !== undefined) check(reader, name);
  } catch (error) {
    if (!isSoapError(error) || error.kind !== "decode") throw error;
    const { expected = error.message, received } = error;
    writer.fail(`${expected} at ${error.path}`, received);
  }
}

/** Elements of wildcards that the SDK has declarations of. */
export const knownElements: CodecFeature = { known: checksOf };

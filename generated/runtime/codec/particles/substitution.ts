// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type { XmlWriter } from "../../xml/writer.js";
import type { CodecFeature } from "../codec-feature.js";
import type { ElementCodec } from "../element.js";
import type { Note } from "../note.js";
import { isObject } from "../own.js";
import { wrapMember } from "./leaf-kind.js";
import type { LeafKind } from "./leaf-kind.js";

/** A member for which others may stand in: an object with one property, named after the element on the wire. */
function substitutionKind(elements: readonly ElementCodec[]): LeafKind {
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
      return wrapMember(names.get(key) ?? "", byKey.get(key)?.read(reader));
    },
    write: (writer, item, note) =>
      writeSubstitute(writer, byName, { item, note }),
    toContent: (item) => item,
  };
}

function writeSubstitute(
  writer: XmlWriter,
  byName: ReadonlyMap<string, ElementCodec>,
  { item, note }: { readonly item: unknown; readonly note: Note | undefined },
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
  element.write(writer, given[name], note);
  writer.path.pop();
}

/** Substitution groups. */
export const substitution: CodecFeature = { substitutes: substitutionKind };

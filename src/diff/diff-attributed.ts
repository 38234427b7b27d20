import {
  effectiveAttributes,
  effectiveContent,
  type ComplexType,
  type SchemaSet,
} from "../model/index.js";
import { edit, type DiffSite } from "./diff-node.js";
import { diffSimple } from "./diff-simple.js";
import { editMembers } from "./edit-members.js";
import { flattenAttributes } from "./member.js";
import { simpleShape, type SimpleShape } from "./simple-shape.js";

interface Attributed {
  /** Whether the attributes came or went. */
  readonly what: "added" | "removed";
  /** Those of the side with the attributes. */
  readonly schemas: SchemaSet;
  /** The two types in a few words. */
  readonly texts: readonly [string, string];
}

/**
 * Compares a simple type with a complex one: where that is text with attributes, the text is still the same on the wire,
 * though it is an object in the SDK; anything else is another thing altogether.
 */
export function diffAttributed(
  site: DiffSite,
  [complex, simple]: readonly [ComplexType, SimpleShape],
  { what, schemas, texts }: Attributed,
): void {
  const content = effectiveContent(schemas, complex);
  const text =
    content.contentKind === "simple"
      ? simpleShape(content.type, schemas)
      : undefined;
  if (text === undefined) return edit(site, "type-changed", texts);
  edit(site, "representation-changed", texts);
  const { attributes } = effectiveAttributes(schemas, complex);
  const members = flattenAttributes(attributes, schemas);
  if (what === "added") {
    diffSimple(site, simple, text);
    editMembers(site, { added: members, removed: [] });
  } else {
    diffSimple(site, text, simple);
    editMembers(site, { added: [], removed: members });
  }
}

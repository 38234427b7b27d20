import { XSD_NAMESPACE, type QName } from "../../model/index.js";
import type { AttributeShape, ElementShape, LeafShape } from "../shape.js";

/** A member entry of an overrides file, as JSON. */
export interface MemberEntry {
  readonly type?: string;
  readonly presence?: "required" | "optional";
  readonly nillable?: boolean;
  readonly repeated?: boolean;
  readonly values?: readonly string[];
  readonly open?: boolean;
  readonly after?: string;
  readonly members?: Readonly<Record<string, MemberEntry>>;
}

/** What real messages show of a member as an entry: its structure, never its values. */
export function entryOf(shape: ElementShape, namespace: string): MemberEntry {
  return {
    ...contentEntry(shape, shape.name.namespace || namespace),
    ...(shape.isNilSeen ? { nillable: true } : {}),
    ...(shape.isRepeated ? { repeated: true } : {}),
  };
}

function contentEntry(shape: ElementShape, namespace: string): MemberEntry {
  const { content, attributes } = shape;
  if (content.kind === "members") {
    const elements = content.members.flatMap((member) =>
      member.kind === "element" ? [member.element] : [],
    );
    return {
      members: Object.fromEntries([
        ...attributes.map(attributeEntry),
        ...elements.map((element) => [
          memberKey(element.name, namespace),
          entryOf(element, namespace),
        ]),
      ]),
    };
  }
  const type = content.kind === "leaf" ? leafType(content.leaf) : "xs:string";
  if (attributes.length === 0) return { type };
  const text = content.kind === "leaf" ? [["$value", { type }] as const] : [];
  return {
    members: Object.fromEntries([...attributes.map(attributeEntry), ...text]),
  };
}

export function attributeEntry({
  name,
  leaf,
}: AttributeShape): readonly [string, MemberEntry] {
  return [`@${memberKey(name, "")}`, { type: leafType(leaf) }];
}

/** The local name, with its namespace where that is not the one of the members around. */
export function memberKey(name: QName, namespace: string): string {
  return name.namespace === namespace
    ? name.local
    : `{${name.namespace}}${name.local}`;
}

/** Words that happen to be placeholders, and alternatives joined by “or”, are texts in a real message. */
function leafType(leaf: LeafShape): string {
  const isForm =
    leaf.kind === "type" &&
    leaf.name.namespace === XSD_NAMESPACE &&
    (leaf.note === "the form of the example value" || leaf.note === "xsi:type");
  return isForm ? `xs:${leaf.name.local}` : "xs:string";
}

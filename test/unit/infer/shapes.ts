import { qname, xsd, type Certainty } from "../../../src/model/index.js";
import type {
  AttributeShape,
  ContentShape,
  ElementShape,
  LeafShape,
  MemberShape,
} from "../../../src/infer/shape.js";
import type { Span } from "../../../src/source/index.js";

export const NAMESPACE = "urn:shop";

export function spanAt(line: number): Span {
  return { file: "page.html", line, column: 1, offset: 0, length: 1 };
}

export function leaf(
  type: string,
  certainty: Certainty = "certain",
): LeafShape {
  return { kind: "type", name: xsd(type), certainty, note: "placeholder" };
}

export function literals(
  values: readonly string[],
  certainty: Certainty = "certain",
): LeafShape {
  return { kind: "enumeration", literals: values, certainty, note: "or" };
}

/** An element of `urn:shop`: a leaf of a built-in type, or with the content given. */
export function element(
  local: string,
  content: string | LeafShape | ContentShape | readonly ElementShape[],
  more: Partial<ElementShape> = {},
): ElementShape {
  return {
    name: qname(NAMESPACE, local),
    content: contentOf(content),
    attributes: [],
    isRepeated: false,
    isMissingSomewhere: false,
    examples: [],
    isNilSeen: false,
    span: spanAt(1),
    ...more,
  };
}

function contentOf(
  content: string | LeafShape | ContentShape | readonly ElementShape[],
): ContentShape {
  if (typeof content === "string") return { kind: "leaf", leaf: leaf(content) };
  if (isList(content)) return { kind: "members", members: content.map(member) };
  return content.kind === "type" || content.kind === "enumeration"
    ? { kind: "leaf", leaf: content }
    : content;
}

/** `Array.isArray` does not tell read-only arrays from the rest. */
function isList<Item, Other>(
  value: readonly Item[] | Other,
): value is readonly Item[] {
  return Array.isArray(value);
}

export function member(shape: ElementShape): MemberShape {
  return { kind: "element", element: shape };
}

export const wildcard: MemberShape = {
  kind: "wildcard",
  role: "any",
  span: spanAt(1),
};

export const cut: ContentShape = { kind: "cut" };
export const empty: ContentShape = { kind: "empty" };

export function attribute(local: string, type: string): AttributeShape {
  return {
    name: qname("", local),
    leaf: leaf(type),
    examples: [],
    span: spanAt(1),
  };
}

/** What a shape says, without places: `Order(Id int, Line(Sku string)+ ?)`. */
export function outline(shape: ElementShape): string {
  const { content } = shape;
  const marks = `${shape.isRepeated ? "+" : ""}${shape.isMissingSomewhere ? "?" : ""}`;
  const attributes = shape.attributes.map(
    ({ name, leaf: value }) => `@${name.local} ${leafText(value)}`,
  );
  const inside =
    content.kind === "members"
      ? [...attributes, ...content.members.map(memberText)]
      : attributes;
  const text = content.kind === "leaf" ? ` ${leafText(content.leaf)}` : "";
  const hidden =
    content.kind === "cut" ? " ..." : content.kind === "empty" ? " /" : "";
  const body =
    content.kind === "members" || inside.length > 0
      ? `(${inside.join(", ")})`
      : "";
  return `${shape.name.local}${marks}${body}${text}${hidden}`;
}

function memberText(each: MemberShape): string {
  return each.kind === "wildcard" ? "*" : outline(each.element);
}

function leafText(value: LeafShape): string {
  return value.kind === "type" ? value.name.local : value.literals.join("|");
}

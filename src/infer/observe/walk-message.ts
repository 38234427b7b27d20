import {
  MICROSOFT_TYPES_NAMESPACE,
  qname,
  XSD_NAMESPACE,
  XSI_NAMESPACE,
  type ComplexType,
  type QName,
  type SampleAttribute,
  type SampleElement,
  type SchemaSet,
  type TypeDefinition,
  type TypeReference,
} from "../../model/index.js";
import type { LeafContext } from "../leaf.js";
import { mergeShapes } from "../merge-shapes.js";
import { readShape } from "../read-shape.js";
import type { ElementShape } from "../shape.js";
import { fitsBuiltin } from "./lexical-form.js";
import { memberTable, type MemberTable } from "./member-table.js";
import {
  again,
  hiddenAt,
  memberAt,
  type ObservationLog,
  type SeenShape,
} from "./observation.js";

/** Values of real messages are examples, never placeholders. */
const realMessage: LeafContext = { style: "http", isPlaceholderPage: false };

export interface Walk {
  readonly schemas: SchemaSet;
  readonly log: ObservationLog;
  /** Local names that several types have. */
  readonly sharedNames: ReadonlySet<string>;
}

export function createWalk(schemas: SchemaSet, log: ObservationLog): Walk {
  const seen = new Set<string>();
  const sharedNames = new Set<string>();
  for (const { name } of schemas.types.values()) {
    if (seen.has(name.local)) sharedNames.add(name.local);
    seen.add(name.local);
  }
  return { schemas, log, sharedNames };
}

/** Compares an element of a message with what is known of it, and notes what is new. `path` is that of the element. */
export function walkElement(
  element: SampleElement,
  {
    type,
    nillable,
  }: { readonly type: TypeReference; readonly nillable: boolean },
  { path, walk }: { readonly path: string; readonly walk: Walk },
): void {
  const { log } = walk;
  if (isNil(element)) {
    const member = memberAt(log, path);
    if (!nillable) member.nil = again(member.nil, element.span);
    return;
  }
  const stated = statedType(element);
  if (stated !== undefined && stated.namespace !== XSD_NAMESPACE) {
    walkStated(element, stated, { type, path, walk });
    return;
  }
  walkValue(element, type, { path, walk });
}

interface Place {
  readonly path: string;
  readonly walk: Walk;
}

function walkValue(
  element: SampleElement,
  type: TypeReference,
  { path, walk }: Place,
): void {
  if (type.kind === "unknown") {
    const member = memberAt(walk.log, path);
    member.content = withShape(member.content, element);
    // Only where anything may stand do messages have to say what it is (sample grammar A4, rule 27).
    if (statedType(element) !== undefined) member.isUntyped = true;
    return;
  }
  if (type.kind === "anonymous")
    return walkType(element, type.type, { path, walk });
  const { namespace, local } = type.name;
  const isBuiltin =
    namespace === XSD_NAMESPACE || namespace === MICROSOFT_TYPES_NAMESPACE;
  const named = walk.schemas.types.get(type.name.key);
  if (named !== undefined)
    walkType(element, named, {
      path: named.kind === "complex" ? typePath(named.name, walk) : path,
      walk,
    });
  else if (isBuiltin) checkLeaf(element, local, { path, walk });
}

/** A type's path: its name, with the namespace where another has the same. */
function typePath({ local, key }: QName, { sharedNames }: Walk): string {
  return sharedNames.has(local) ? key : local;
}

function walkType(
  element: SampleElement,
  type: TypeDefinition,
  place: Place,
): void {
  if (type.kind === "complex") walkStructure(element, type, place);
  else if (type.variety === "atomic") walkAtomic(element, type, place);
}

function walkAtomic(
  element: SampleElement,
  type: Extract<TypeDefinition, { variety: "atomic" }>,
  { path, walk }: Place,
): void {
  const text = textOf(element);
  const known = type.facets.flatMap(({ kind, value }) =>
    kind === "enumeration" ? [value] : [],
  );
  if (known.length === 0) return walkValue(element, type.base, { path, walk });
  if (text === undefined || known.includes(text)) return;
  const member = memberAt(walk.log, path);
  const parts = text.split(/\s+/);
  if (parts.length > 1 && parts.every((part) => known.includes(part)))
    member.combined = again(member.combined, element.span);
  else if (text !== "")
    member.literals.set(text, again(member.literals.get(text), element.span));
}

function checkLeaf(
  element: SampleElement,
  local: string,
  { path, walk }: Place,
): void {
  const text = textOf(element);
  const hasChildren = childrenOf(element).length > 0;
  if (local === "anyType" || (text === undefined && !hasChildren)) return;
  if (!hasChildren && fitsBuiltin(text ?? "", local)) return;
  const member = memberAt(walk.log, path);
  member.mistyped = withShape(member.mistyped, element);
}

/** `xsi:type`: a known type is walked as such; an unknown one extends what was expected. */
function walkStated(
  element: SampleElement,
  stated: QName,
  { type, path, walk }: Place & { readonly type: TypeReference },
): void {
  const known = walk.schemas.types.get(stated.key);
  if (known !== undefined) {
    const at = known.kind === "complex" ? typePath(known.name, walk) : path;
    return walkType(element, known, { path: at, walk });
  }
  const expected =
    type.kind === "named" ? walk.schemas.types.get(type.name.key) : undefined;
  if (expected?.kind !== "complex")
    return walkValue(element, type, { path, walk });
  const derived = walk.log.derived.get(stated.local);
  walk.log.derived.set(stated.local, {
    ...again(derived, element.span),
    base: typePath(expected.name, walk),
  });
  walkStructure(element, expected, { path: stated.local, walk });
}

function walkStructure(
  element: SampleElement,
  type: ComplexType,
  place: Place,
): void {
  const table = memberTable(type, place.walk.schemas);
  walkAttributes(element, table, place);
  walkText(element, table, place);
  const counts = new Map<string, number>();
  let before = "";
  for (const child of childrenOf(element)) {
    const { key, local } = child.name;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    const member = table.elements.get(key);
    const path = `${place.path}/${local}`;
    if (member === undefined) {
      if (!table.allowsAnyElement) noteHidden(child, { before, count }, place);
    } else {
      if (count === 2 && !member.isRepeated) {
        const seen = memberAt(place.walk.log, path);
        seen.repeated = again(seen.repeated, child.span);
      }
      walkElement(child, member.declaration, { path, walk: place.walk });
    }
    before = local;
  }
  for (const [key, { declaration, isRequired }] of table.elements) {
    if (!isRequired || counts.has(key)) continue;
    const path = `${place.path}/${declaration.name.local}`;
    const seen = memberAt(place.walk.log, path);
    seen.missing = again(seen.missing, element.span);
  }
}

function noteHidden(
  child: SampleElement,
  { before, count }: { readonly before: string; readonly count: number },
  { path, walk }: Place,
): void {
  const hidden = hiddenAt(walk.log, path);
  const known = hidden.elements.get(child.name.key);
  const seen = withShape(known, child);
  const isRepeated = seen.shape.isRepeated || count > 1;
  hidden.elements.set(child.name.key, {
    ...seen,
    shape: { ...seen.shape, isRepeated },
    after: known?.after ?? before,
  });
}

function walkAttributes(
  element: SampleElement,
  table: MemberTable,
  { path, walk }: Place,
): void {
  if (element.attributes.length === 0) return;
  const { attributes } = readShape({ ...element, content: [] }, realMessage);
  for (const attribute of attributes) {
    const { key } = attribute.name;
    if (table.attributes.has(key) || table.allowsAnyAttribute) continue;
    const hidden = hiddenAt(walk.log, path);
    const known = hidden.attributes.get(key);
    hidden.attributes.set(key, {
      ...again(known, attribute.span),
      attribute: known?.attribute ?? attribute,
    });
  }
}

/** Text where the type has none: help pages show it only of types without attributes (sample grammar A4, rule 17). */
function walkText(
  element: SampleElement,
  table: MemberTable,
  { path, walk }: Place,
): void {
  const text = textOf(element);
  if (text === undefined || text === "" || table.isMixed) return;
  if (table.text !== undefined) {
    walkValue(element, table.text, { path: `${path}/$value`, walk });
    return;
  }
  if (table.elements.size > 0 || table.allowsAnyElement) return;
  if (childrenOf(element).length > 0) return;
  const hidden = hiddenAt(walk.log, path);
  hidden.text = withShape(hidden.text, { ...element, attributes: [] });
}

/** What was seen, and the shape of one more instance with it. */
function withShape(
  seen: SeenShape | undefined,
  element: SampleElement,
): SeenShape {
  const shape = withoutValues(readShape(element, realMessage));
  const merged =
    seen === undefined
      ? shape
      : mergeShapes(seen.shape, shape, {
          path: [],
          onConflict: () => undefined,
        });
  return { ...again(seen, element.span), shape: merged };
}

/** Only structure is learnt: the values of messages are nobody's business, and would pile up. */
function withoutValues(shape: ElementShape): ElementShape {
  const { content, attributes } = shape;
  return {
    ...shape,
    examples: [],
    attributes: attributes.map((each) => ({ ...each, examples: [] })),
    content:
      content.kind === "members"
        ? {
            ...content,
            members: content.members.map((member) =>
              member.kind === "element"
                ? { kind: "element", element: withoutValues(member.element) }
                : member,
            ),
          }
        : content,
  };
}

function childrenOf(element: SampleElement): readonly SampleElement[] {
  return element.content.filter((node) => node.kind === "element");
}

function textOf(element: SampleElement): string | undefined {
  const text = element.content.find((node) => node.kind === "text");
  return text?.text;
}

export function isNil(element: SampleElement): boolean {
  const value = instanceAttribute(element, "nil")?.value;
  return value === "true" || value === "1";
}

function instanceAttribute(
  { attributes }: SampleElement,
  local: string,
): SampleAttribute | undefined {
  const name = qname(XSI_NAMESPACE, local);
  return attributes.find((attribute) => attribute.name === name);
}

function statedType(element: SampleElement): QName | undefined {
  const value = instanceAttribute(element, "type")?.value.trim() ?? "";
  const match = /^(?:([^:\s]+):)?([^:\s]+)$/.exec(value);
  const local = match?.[2];
  if (local === undefined) return undefined;
  const namespace = element.namespaces.get(match?.[1] ?? "");
  return namespace === undefined ? undefined : qname(namespace, local);
}

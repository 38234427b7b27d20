import type {
  AnyTypeDescriptor,
  ArrayTypeDescriptor,
  ComplexTypeDescriptor,
  ElementDescriptor,
  SimpleTypeDescriptor,
  TypeDescriptor,
} from "../../runtime/descriptor.js";
import { convertSimple, type JsonDirection } from "./json-leaf.js";
import { membersOf, type MemberRule } from "./member-rules.js";

/** A value of a type, to or from JSON; the shape stays, only leaves change. */
export function convertValue(
  type: TypeDescriptor,
  value: unknown,
  direction: JsonDirection,
): unknown {
  if (value === null || value === undefined) return value;
  switch (type.kind) {
    case "complex":
      return convertComplex(type, value, direction);
    case "array":
      return convertArray(type, value, direction);
    case "any":
      return convertAny(type, value, direction);
    default:
      return convertSimple(type, value, direction);
  }
}

export function convertElement(
  element: ElementDescriptor,
  value: unknown,
  direction: JsonDirection,
): unknown {
  const { type } = element;
  return convertValue(
    typeof type === "function" ? type() : type,
    value,
    direction,
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !ArrayBuffer.isView(value)
  );
}

function convertComplex(
  declared: ComplexTypeDescriptor,
  value: unknown,
  direction: JsonDirection,
): unknown {
  if (!isRecord(value)) return value;
  const type = actualType(declared, value["$type"]);
  return mapMembers(value, membersOf(type), direction);
}

/** `$type` names the type that stands in (XML Schema part 1 §2.6.1). */
function actualType(
  declared: ComplexTypeDescriptor,
  tag: unknown,
): ComplexTypeDescriptor {
  const derived = declared.derived?.() ?? [];
  return (
    derived.find(({ tag: own, name }) => (own ?? name) === tag) ?? declared
  );
}

function mapMembers(
  value: Readonly<Record<string, unknown>>,
  rules: ReadonlyMap<string, MemberRule>,
  direction: JsonDirection,
): unknown {
  return Object.fromEntries(
    Object.entries(value).map(([property, member]) => {
      const rule = rules.get(property);
      return [
        property,
        rule === undefined ? member : applyRule(rule, member, direction),
      ];
    }),
  );
}

function applyRule(
  rule: MemberRule,
  value: unknown,
  direction: JsonDirection,
): unknown {
  switch (rule.kind) {
    case "simple":
      return convertSimple(rule.type, value, direction);
    case "element":
      return rule.isRepeated && Array.isArray(value)
        ? value.map((item) => convertElement(rule.element, item, direction))
        : convertElement(rule.element, value, direction);
    case "members":
      return eachRecord(value, (record) =>
        mapMembers(record, rule.members(), direction),
      );
  }
}

function eachRecord(
  value: unknown,
  convert: (record: Readonly<Record<string, unknown>>) => unknown,
): unknown {
  if (Array.isArray(value))
    return value.map((item) => (isRecord(item) ? convert(item) : item));
  return isRecord(value) ? convert(value) : value;
}

/** Arrays of several dimensions are arrays of arrays. */
function convertArray(
  type: ArrayTypeDescriptor,
  value: unknown,
  direction: JsonDirection,
): unknown {
  const convertAt = (item: unknown, depth: number): unknown =>
    depth > 0 && Array.isArray(item)
      ? item.map((each) => convertAt(each, depth - 1))
      : convertValue(type.item(), item, direction);
  return convertAt(value, type.dimensions ?? 1);
}

/** A typed value where its `$type` is known; XML trees are JSON already. */
function convertAny(
  { types }: AnyTypeDescriptor,
  value: unknown,
  direction: JsonDirection,
): unknown {
  if (!isRecord(value)) return value;
  const found = types?.().find((type) => tagOf(type) === value["$type"]);
  return found === undefined ? value : convertValue(found, value, direction);
}

function tagOf(type: ComplexTypeDescriptor | SimpleTypeDescriptor): unknown {
  if (type.kind === "complex") return type.tag ?? type.name;
  return type.name;
}

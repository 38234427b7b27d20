import {
  APACHE_NAMESPACE,
  qname,
  XSD_NAMESPACE,
  type QName,
} from "../model/index.js";
import type { TypeClass } from "./type-classes.js";
import { elementMembers, type ElementShape } from "./shape.js";

/** Gives every inferred type a name that no other has, best evidence first (sample grammar A10, rule 4). */
export interface TypeNames {
  /** The name of a struct type. */
  ofClass(type: TypeClass): QName;
  /** The name of an enumeration, shared by all uses of equal literals in one namespace. */
  ofEnumeration(literals: readonly string[], use: EnumerationUse): QName;
}

export interface EnumerationUse {
  /** Element or attribute it was seen on. */
  readonly name: QName;
  /** Name of the type around it. */
  readonly parentName: string;
  readonly namespace: string;
  /** Where a sample says what the type is called. */
  readonly typeName?: QName;
}

export function nameTypes(
  classes: readonly TypeClass[],
  namespace: string,
): TypeNames {
  const taken = new Set<string>();
  const claim: Claim = (name, parentName) => {
    const free = freeName(name, parentName, taken);
    taken.add(free.key);
    return free;
  };
  const names = nameClasses(classes, namespace, claim);
  const enumerations = new Map<string, QName>();
  return {
    ofClass: (type) =>
      names.get(type) ?? qname(namespace, type.shape.name.local),
    ofEnumeration(literals, use) {
      const { typeName } = use;
      const key = [typeName?.key ?? use.namespace, ...literals].join("\n");
      const known = enumerations.get(key);
      if (known !== undefined) return known;
      const wanted = typeName ?? qname(use.namespace, use.name.local);
      const name = claim(wanted, use.parentName);
      enumerations.set(key, name);
      return name;
    },
  };
}

/** The name wanted where it is free, else one made of it and the name of the type around. */
type Claim = (name: QName, parentName: string) => QName;

/** Types that a sample names come first, array wrappers last: they are called after their items. */
function nameClasses(
  classes: readonly TypeClass[],
  namespace: string,
  claim: Claim,
): ReadonlyMap<TypeClass, QName> {
  const names = new Map<TypeClass, QName>();
  for (const type of classes) {
    const evidence = type.shape.typeName;
    if (evidence !== undefined) names.set(type, claim(evidence.name, ""));
  }
  const unnamed = classes.filter((type) => !names.has(type));
  for (const type of unnamed.filter((each) => !isArrayWrapper(each))) {
    const name = qname(
      typeNamespace(type.shape, namespace),
      type.itemName ?? type.shape.name.local,
    );
    names.set(type, claim(name, parentNameOf(type)));
  }
  for (const type of unnamed.filter(isArrayWrapper)) {
    const name = arrayName(type, names, namespace);
    names.set(type, claim(name, parentNameOf(type)));
  }
  return names;
}

/** A type lives where its members live; an unqualified member says nothing. */
export function typeNamespace(shape: ElementShape, fallback: string): string {
  const qualified = elementMembers(shape.content).find(
    (member) => member.name.namespace !== "",
  );
  return (
    qualified?.name.namespace ??
    (shape.name.namespace === "" ? fallback : shape.name.namespace)
  );
}

function isArrayWrapper(type: TypeClass): boolean {
  if (type.shape.content.kind !== "members" || type.shape.attributes.length > 0)
    return false;
  if (type.shape.content.array !== undefined) return true;
  const [only] = type.shape.content.members;
  return (
    type.shape.content.members.length === 1 &&
    only?.kind === "element" &&
    only.element.isRepeated
  );
}

/** Array wrappers are called `ArrayOf` plus the item type in nine of ten services. */
function arrayName(
  type: TypeClass,
  names: ReadonlyMap<TypeClass, QName>,
  namespace: string,
): QName {
  const { content } = type.shape;
  if (content.kind === "members" && content.array !== undefined)
    return encodedArrayName(content.array.itemType, namespace);
  const [item] = elementMembers(content);
  const itemClass =
    item === undefined ? undefined : type.members.get(item.name.key);
  const itemName =
    itemClass === undefined ? item?.name.local : names.get(itemClass)?.local;
  return qname(
    typeNamespace(type.shape, namespace),
    arrayOf(itemName ?? type.shape.name.local),
  );
}

/** Nothing shows where the type of an encoded array lives: it is taken to live with its items. */
function encodedArrayName(itemType: QName, namespace: string): QName {
  const isBuiltin =
    itemType.namespace === XSD_NAMESPACE ||
    itemType.namespace === APACHE_NAMESPACE;
  return qname(
    isBuiltin ? namespace : itemType.namespace,
    arrayOf(itemType.local),
  );
}

function arrayOf(local: string): string {
  return `ArrayOf${local.charAt(0).toUpperCase()}${local.slice(1)}`;
}

function parentNameOf(type: TypeClass): string {
  return type.parent.typeName?.name.local ?? type.parent.name.local;
}

function freeName(
  name: QName,
  parentName: string,
  taken: ReadonlySet<string>,
): QName {
  if (!taken.has(name.key)) return name;
  const qualified = qname(name.namespace, `${parentName}${name.local}`);
  if (parentName !== "" && !taken.has(qualified.key)) return qualified;
  for (let suffix = 2; ; suffix++) {
    const numbered = qname(name.namespace, `${name.local}${suffix}`);
    if (!taken.has(numbered.key)) return numbered;
  }
}

import {
  anonymous,
  named,
  xsd,
  type Origin,
  type SimpleType,
  type TypeReference,
} from "../../model/index.js";
import {
  isSaid,
  overridden,
  reportNotApplicable,
  reportUnnecessary,
  type Applying,
} from "./applying.js";
import type { Stated } from "./overrides-document.js";
import type { Workspace } from "./workspace.js";

/** The literals of an enumeration; open ones take other values too. */
interface Enumeration {
  readonly values: readonly string[];
  readonly isOpen: boolean;
  readonly base: TypeReference;
  readonly origin: Origin;
}

export interface EnumerationFacts {
  readonly values?: Stated<readonly string[]>;
  readonly open?: Stated<boolean>;
}

/** The enumeration that the facts make of a type; undefined when they change nothing. */
export function enumerationFrom(
  type: TypeReference,
  { values, open }: EnumerationFacts,
  applying: Applying,
): SimpleType | undefined {
  const current = enumerationIn(type, applying.workspace);
  const isSettled = current !== undefined && isSaid(current.origin);
  const sameValues =
    values !== undefined &&
    current !== undefined &&
    values.value.join("\n") === current.values.join("\n");
  const sameOpen = open?.value === current?.isOpen;
  if (values !== undefined && sameValues && isSettled)
    reportUnnecessary(applying, "values", values);
  if (open !== undefined && sameOpen && isSettled)
    reportUnnecessary(applying, "open", open);
  const literals = values?.value ?? current?.values;
  const span = (values ?? open)?.span;
  if (span === undefined) return undefined;
  if (literals === undefined) {
    const reason = "it is no enumeration; give its values too";
    reportNotApplicable(applying, { fact: "open", reason }, span);
    return undefined;
  }
  return makeEnumeration({
    values: literals,
    isOpen: open?.value ?? current?.isOpen ?? false,
    base: current?.base ?? textBase(type),
    origin: overridden(span),
  });
}

/** Literals restrict the built-in type that a leaf had; anything else was text. */
function textBase(type: TypeReference): TypeReference {
  return type.kind === "named" && type.name === xsd(type.name.local)
    ? type
    : named(xsd("string"));
}

/** An open enumeration is a union with `xs:string`, as schemas write it. */
function makeEnumeration(enumeration: Enumeration): SimpleType {
  const { values, isOpen, base, origin } = enumeration;
  const closed: SimpleType = {
    kind: "simple",
    variety: "atomic",
    base,
    facets: values.map((value) => ({ kind: "enumeration", value, origin })),
    origin,
  };
  if (!isOpen) return closed;
  return {
    kind: "simple",
    variety: "union",
    memberTypes: [anonymous(closed), named(xsd("string"))],
    origin,
  };
}

function enumerationIn(
  reference: TypeReference,
  { types }: Workspace,
): Enumeration | undefined {
  if (reference.kind === "unknown") return undefined;
  const type =
    reference.kind === "named" ? types.get(reference.name.key) : reference.type;
  if (type?.kind !== "simple" || type.variety === "list") return undefined;
  if (type.variety === "atomic") return closedEnumeration(type);
  const [first, second] = type.memberTypes;
  const isOpen =
    type.memberTypes.length === 2 &&
    second?.kind === "named" &&
    second.name === xsd("string");
  if (!isOpen || first?.kind !== "anonymous") return undefined;
  const inner = first.type;
  if (inner.kind !== "simple" || inner.variety !== "atomic") return undefined;
  const closed = closedEnumeration(inner);
  return closed && { ...closed, isOpen: true };
}

function closedEnumeration(
  type: Extract<SimpleType, { variety: "atomic" }>,
): Enumeration | undefined {
  const values = type.facets.flatMap(({ kind, value }) =>
    kind === "enumeration" ? [value] : [],
  );
  if (values.length === 0) return undefined;
  return { values, isOpen: false, base: type.base, origin: type.origin };
}

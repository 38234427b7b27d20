import {
  anonymous,
  type Origin,
  type TypeReference,
} from "../../model/index.js";
import {
  isSaid,
  overridden,
  reportUnnecessary,
  typeOf,
  type Applying,
} from "./applying.js";
import { enumerationFrom } from "./enumeration-facts.js";
import type { MemberFacts } from "./overrides-document.js";

/** What elements, attributes and parts have in common. */
export interface Valued {
  readonly type: TypeReference;
  readonly origin: Origin;
  readonly documentation?: string;
}

/** A value with the type, literals and documentation that an entry states. */
export function withValueFacts<Value extends Valued>(
  value: Value,
  facts: MemberFacts,
  applying: Applying,
): Value {
  return withDocumentation(
    withLiterals(withType(value, facts, applying), facts, applying),
    facts,
    applying,
  );
}

function withType<Value extends Valued>(
  value: Value,
  { type: stated }: MemberFacts,
  applying: Applying,
): Value {
  const type = stated && typeOf(stated, applying);
  if (stated === undefined || type === undefined) return value;
  if (!sameType(value.type, type))
    return { ...value, type, origin: overridden(stated.span) };
  if (!isSaid(value.origin))
    return { ...value, origin: overridden(stated.span) };
  reportUnnecessary(applying, "type", stated);
  return value;
}

/** A type written in place without facets is the one it restricts. */
function sameType(current: TypeReference, stated: TypeReference): boolean {
  if (stated.kind !== "named" || current.kind === "unknown") return false;
  if (current.kind === "named") return current.name === stated.name;
  const { type } = current;
  const isPlain =
    type.kind === "simple" &&
    type.variety === "atomic" &&
    type.facets.length === 0;
  return isPlain && sameType(type.base, stated);
}

function withLiterals<Value extends Valued>(
  value: Value,
  facts: MemberFacts,
  applying: Applying,
): Value {
  const type = enumerationFrom(value.type, facts, applying);
  return type === undefined
    ? value
    : { ...value, type: anonymous(type), origin: type.origin };
}

export function withDocumentation<Value extends { documentation?: string }>(
  value: Value,
  { documentation }: Pick<MemberFacts, "documentation">,
  applying: Applying,
): Value {
  if (documentation === undefined) return value;
  if (value.documentation === documentation.value)
    reportUnnecessary(applying, "documentation", documentation);
  return { ...value, documentation: documentation.value };
}

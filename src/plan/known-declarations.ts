import type {
  AttributeDeclaration,
  NamespaceConstraint,
  Wildcard,
} from "../model/index.js";
import type { PlanContext } from "./context.js";
import { elementConstant } from "./element-constant.js";
import {
  array,
  object,
  reference,
  text,
  thunk,
  type Expression,
} from "./expression.js";
import { namespaceOf } from "./namespace-of.js";
import { planSimpleReference } from "./references.js";

/**
 * The constant that lists the global elements which a wildcard admits; undefined where there are none, or where it
 * skips them. What is only sent as the body of a message is left out: no service nests its messages, and SDKs would
 * carry all of them for one wildcard.
 */
export function knownElements(
  { namespaces, processContents }: Wildcard,
  context: PlanContext,
): Expression | undefined {
  if (processContents === "skip") return undefined;
  const names = [...context.model.schemas.elements.values()]
    .map(({ name }) => name)
    .filter((name) => admits(namespaces, name.namespace))
    .filter((name) => !context.bodies.has(name.key));
  if (names.length === 0) return undefined;
  return constantOf("KnownElements", namespaces, {
    context,
    entries: () => ({
      elements: thunk(
        array(
          names.map((name) =>
            reference("schemas", elementConstant(name, context)),
          ),
        ),
      ),
    }),
  });
}

/** The same for the global attributes that an attribute wildcard admits. */
export function knownAttributes(
  { namespaces, processContents }: Wildcard,
  context: PlanContext,
): Expression | undefined {
  if (processContents === "skip") return undefined;
  const declarations = [...context.model.schemas.attributes.values()].filter(
    ({ name }) => admits(namespaces, name.namespace),
  );
  if (declarations.length === 0) return undefined;
  return constantOf("KnownAttributes", namespaces, {
    context,
    entries: () => ({
      attributes: thunk(
        array(declarations.map((each) => describeGlobal(each, context))),
      ),
    }),
  });
}

function describeGlobal(
  { name, type, fixed }: AttributeDeclaration,
  context: PlanContext,
): Expression {
  const use = {
    ownerKey: "@",
    ownerName: "",
    local: name.local,
    namespace: name.namespace,
  };
  return object({
    attribute: text(name.local),
    namespace: name.namespace === "" ? undefined : namespaceOf(name.namespace),
    type: planSimpleReference(type, use, context).descriptor,
    fixed: fixed === undefined ? undefined : text(fixed),
  });
}

interface Listing {
  readonly context: PlanContext;
  readonly entries: () => Readonly<Record<string, Expression>>;
}

/** One constant for each set of namespaces. */
function constantOf(
  type: "KnownElements" | "KnownAttributes",
  namespaces: NamespaceConstraint,
  { context, entries }: Listing,
): Expression {
  const key = `${type}:${JSON.stringify(namespaces)}`;
  let known = context.known.get(key);
  if (known === undefined) {
    const local =
      type === "KnownElements" ? "knownElements" : "knownAttributes";
    const name = context.names.give(key, local);
    known = { name, type, value: object(entries()) };
    context.known.set(key, known);
  }
  return reference("schemas", known.name);
}

/** XML Schema part 1 §3.10.4: `##other` leaves out names without namespace too. */
function admits(rule: NamespaceConstraint, namespace: string): boolean {
  switch (rule.kind) {
    case "any":
      return true;
    case "not":
      return namespace !== rule.namespace && namespace !== "";
    case "in":
      return rule.namespaces.includes(namespace);
  }
}

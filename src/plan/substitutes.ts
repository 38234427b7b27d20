import {
  named,
  type ComplexType,
  type DerivationMethod,
  type ElementDeclaration,
  type TypeDefinition,
  type TypeReference,
} from "../model/index.js";
import type { PlanContext } from "./context.js";

/**
 * The elements that may stand where one is referred to, itself first unless it is abstract (XML Schema part 1 §3.3.6).
 * Undefined where only itself may.
 */
export function substitutesOf(
  head: ElementDeclaration,
  context: PlanContext,
): readonly ElementDeclaration[] | undefined {
  if (head.scope !== "global") return undefined;
  const found = [...membersOf(head, context)].filter(
    (member) => !member.isAbstract,
  );
  return found.length === 1 && found[0] === head ? undefined : found;
}

/** The head and the members of its group, abstract ones too. */
function membersOf(
  head: ElementDeclaration,
  context: PlanContext,
): ReadonlySet<ElementDeclaration> {
  const { elements } = context.model.schemas;
  const found = new Set([head]);
  const block = head.block ?? [];
  if (block.includes("substitution")) return found;
  for (const element of found) {
    for (const { key } of context.substitutes.get(element.name.key) ?? []) {
      const member = elements.get(key);
      if (member !== undefined) found.add(member);
    }
  }
  const isBlocked = (member: ElementDeclaration): boolean =>
    derivationOf(member.type, head.type, context).some((step) =>
      [...block, ...step.blocked].includes(step.method),
    );
  return new Set(
    [...found].filter((each) => each === head || !isBlocked(each)),
  );
}

interface Step {
  readonly method: DerivationMethod;
  /** What the types from here to the head's block. */
  readonly blocked: readonly DerivationMethod[];
}

/** How a member's type derives from the head's, the member's own step first; none where it does not, or only from `xs:anyType`. */
function derivationOf(
  type: TypeReference,
  head: TypeReference,
  context: PlanContext,
): readonly Step[] {
  const goal = definitionOf(head, context);
  const methods: DerivationMethod[] = [];
  const blocked: DerivationMethod[] = [];
  const seen = new Set<TypeDefinition>();
  let current = definitionOf(type, context);
  while (current !== undefined && current !== goal && !seen.has(current)) {
    seen.add(current);
    methods.push(methodOf(current));
    const base = baseOf(current);
    current = base === undefined ? undefined : definitionOf(base, context);
    if (current?.kind === "complex") blocked.push(...(current.block ?? []));
  }
  return methods.map((method) => ({ method, blocked }));
}

function methodOf(type: TypeDefinition): DerivationMethod {
  if (type.kind === "simple") return "restriction";
  return type.derivation ?? (isText(type) ? "extension" : "restriction");
}

/** Adds attributes to a simple type: that is its base, and it says no other. */
function isText({ base, content }: ComplexType): boolean {
  return base === undefined && content.contentKind === "simple";
}

function baseOf(type: TypeDefinition): TypeReference | undefined {
  if (type.kind === "simple")
    return type.variety === "atomic" ? type.base : undefined;
  if (type.base !== undefined) return named(type.base);
  return type.content.contentKind === "simple" ? type.content.type : undefined;
}

function definitionOf(
  type: TypeReference,
  context: PlanContext,
): TypeDefinition | undefined {
  if (type.kind === "anonymous") return type.type;
  return type.kind === "named"
    ? context.model.schemas.types.get(type.name.key)
    : undefined;
}

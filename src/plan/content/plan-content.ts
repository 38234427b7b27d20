import {
  XML_NAMESPACE,
  type AttributeDeclaration,
  type AttributeUse,
  type ComplexType,
  type ElementDeclaration,
  type Particle,
  type QName,
  type TypeReference,
} from "../../model/index.js";
import { describedBy } from "../documentation.js";
import type { PlanContext, PlannedComplexType } from "../context.js";
import { fixedType } from "../enumeration.js";
import { extendedBase } from "../hierarchy.js";
import { knownAttributes, knownElements } from "../known-declarations.js";
import {
  narrowReference,
  planReference,
  planSimpleReference,
} from "../references.js";
import { substitutesOf } from "../substitutes.js";
import type { ValuePlan } from "../value-plan.js";
import {
  isRepeated,
  type AttributePlan,
  type ContentPlan,
  type ElementMember,
  type GroupMember,
  type MemberPlan,
  type SubstitutePlan,
} from "./content-plan.js";
import { createPropertyScope, type PropertyScope } from "./property-scope.js";

interface Owner {
  readonly key: string;
  readonly name: string;
  readonly namespace: string;
  readonly context: PlanContext;
}

/** Decides the members of a complex type: what it adds when it extends another, all of them otherwise. */
export function planContent(
  type: PlannedComplexType,
  context: PlanContext,
): ContentPlan {
  const owner: Owner = {
    key: type.key,
    name: type.name,
    namespace: type.namespace,
    context,
  };
  const { definition } = type;
  const scope = createPropertyScope(baseProperties(definition, context));
  const members = planRoot(definition, scope, owner);
  const attributes = attributeUses(definition, context).flatMap((use) =>
    planAttribute(use, scope, owner),
  );
  const text = planText(definition, owner);
  return {
    isMixed: isMixed(definition, context),
    attributes,
    members,
    ...(text === undefined ? {} : { text }),
    ...planAnyAttribute(definition, context),
  };
}

function planAnyAttribute(
  { anyAttribute }: ComplexType,
  context: PlanContext,
): Pick<ContentPlan, "anyAttribute" | "knownAttributes"> {
  if (anyAttribute === undefined) return {};
  const known = knownAttributes(anyAttribute, context);
  return {
    anyAttribute: anyAttribute.namespaces,
    ...(known === undefined ? {} : { knownAttributes: known }),
  };
}

/** What extends mixed content is mixed, even where only attributes are added (part 1 §3.4.2). */
function isMixed(definition: ComplexType, context: PlanContext): boolean {
  const { contentKind } = definition.content;
  if (contentKind === "mixed" || contentKind === "simple")
    return contentKind === "mixed";
  return extendedBase(definition, context)?.content().isMixed === true;
}

function baseProperties(
  definition: ComplexType,
  context: PlanContext,
): ReadonlySet<string> {
  const names = new Set<string>();
  const seen = new Set<PlannedComplexType>();
  let base = extendedBase(definition, context);
  while (base !== undefined && !seen.has(base)) {
    seen.add(base);
    const content = base.content();
    for (const attribute of content.attributes) names.add(attribute.property);
    collectProperties(content.members, names);
    base = extendedBase(base.definition, context);
  }
  return names;
}

function collectProperties(
  members: readonly MemberPlan[],
  names: Set<string>,
): void {
  for (const member of members) {
    if (member.kind !== "group") names.add(member.property);
    else if (member.property !== undefined) names.add(member.property);
    else collectProperties(member.members, names);
  }
}

function planRoot(
  definition: ComplexType,
  scope: PropertyScope,
  owner: Owner,
): readonly MemberPlan[] {
  const { content } = definition;
  if (content.contentKind !== "elementOnly" && content.contentKind !== "mixed")
    return [];
  return content.particle === undefined
    ? []
    : planParticle(content.particle, scope, owner);
}

/** The plan of a particle; a plain sequence melts into what is around it. */
function planParticle(
  particle: Particle,
  scope: PropertyScope,
  owner: Owner,
): readonly MemberPlan[] {
  const { term, min, max } = particle;
  if (max === 0) return [];
  switch (term.kind) {
    case "element":
      return [planElement(particle, term.declaration, { scope, owner })];
    case "elementRef": {
      const declaration = owner.context.model.schemas.elements.get(
        term.name.key,
      );
      return declaration === undefined
        ? []
        : [planElement(particle, declaration, { scope, owner })];
    }
    case "wildcard": {
      const property = scope.give("$any");
      const known = knownElements(term, owner.context);
      return [
        {
          ...term,
          min,
          max,
          property,
          ...(known === undefined ? {} : { known }),
        },
      ];
    }
    case "groupRef":
      return [];
    case "group":
      return planGroup(particle, term, { scope, owner });
  }
}

interface Place {
  readonly scope: PropertyScope;
  readonly owner: Owner;
}

function planGroup(
  { min, max }: Particle,
  term: Extract<Particle["term"], { kind: "group" }>,
  { scope, owner }: Place,
): readonly MemberPlan[] {
  const inner = isRepeated(max) ? createPropertyScope() : scope;
  const only = term.particles.length === 1 ? term.particles[0] : undefined;
  if (
    only !== undefined &&
    only.max === 1 &&
    only.min === 1 &&
    isElementTerm(only)
  ) {
    return planParticle({ ...only, min, max }, scope, owner);
  }
  const members =
    term.compositor === "choice"
      ? planBranches(term.particles, inner, owner)
      : term.particles.flatMap((particle) =>
          planParticle(particle, inner, owner),
        );
  if (members.length === 0) return [];
  if (term.compositor === "sequence" && max === 1 && min === 1) return members;
  const group: GroupMember = {
    kind: "group",
    compositor: term.compositor,
    min,
    max,
    members,
  };
  return isRepeated(max)
    ? [{ ...group, property: scope.give(`$${term.compositor}`) }]
    : [group];
}

function isElementTerm(particle: Particle): boolean {
  return (
    particle.term.kind === "element" || particle.term.kind === "elementRef"
  );
}

/** Each branch is one member; branches may share property names. */
function planBranches(
  particles: readonly Particle[],
  scope: PropertyScope,
  owner: Owner,
): readonly MemberPlan[] {
  const forks: PropertyScope[] = [];
  const branches = particles.flatMap((particle): readonly MemberPlan[] => {
    const fork = scope.fork();
    forks.push(fork);
    const members = planParticle(particle, fork, owner);
    if (members.length === 1) return members;
    return members.length === 0
      ? []
      : [{ kind: "group", compositor: "sequence", min: 1, max: 1, members }];
  });
  scope.join(forks);
  return branches;
}

function planElement(
  particle: Particle,
  declaration: ElementDeclaration,
  { scope, owner }: Place,
): ElementMember {
  const { fixed } = declaration;
  const free = elementValue(declaration, owner);
  const value = fixValue(
    free,
    { type: declaration.type, fixed },
    owner.context,
  );
  const substitutes = planSubstitutes(declaration, owner);
  const documentation = particle.documentation ?? describedBy(declaration);
  return {
    kind: "element",
    property: scope.give(declaration.name.local),
    name: declaration.name,
    min: particle.min,
    max: particle.max,
    value,
    nillable: declaration.nillable,
    ...declaredRules(declaration),
    ...(substitutes === undefined ? {} : { substitutes }),
    ...(documentation === undefined ? {} : { documentation }),
    ...(value.unknownReason === undefined
      ? {}
      : { unknownReason: value.unknownReason }),
    examples: declaration.examples ?? [],
    origin: declaration.origin,
    presenceOrigin: particle.origin,
  };
}

/** What a declaration says of its values beside their type. */
function declaredRules(
  declaration: ElementDeclaration,
): Pick<SubstitutePlan, "default" | "fixed" | "identity" | "block"> {
  const { default: given, fixed, identity, block } = declaration;
  return {
    ...(given === undefined ? {} : { default: given }),
    ...(fixed === undefined ? {} : { fixed }),
    ...(identity === undefined ? {} : { identity }),
    ...(block === undefined ? {} : { block }),
  };
}

/** A fixed value is the only one, and so its type. */
function fixValue<Value extends ValuePlan>(
  value: Value,
  {
    type,
    fixed,
  }: { readonly type: TypeReference; readonly fixed: string | undefined },
  context: PlanContext,
): Value {
  const only =
    fixed === undefined ? undefined : fixedType(type, fixed, context);
  return only === undefined ? value : { ...value, type: only };
}

/** A global element's anonymous type belongs to the element, a local one's to the type around it. */
export function elementValue(
  declaration: ElementDeclaration,
  owner: Owner,
): ValuePlan & { readonly unknownReason?: string } {
  const { name, scope, type } = declaration;
  const documentation = describedBy(declaration);
  const use =
    scope === "global"
      ? {
          ownerKey: "element",
          ownerName: "",
          local: name.local,
          namespace: name.namespace,
          documentation,
        }
      : {
          ownerKey: owner.key,
          ownerName: owner.name,
          local: name.local,
          namespace: owner.namespace,
          documentation,
        };
  const key =
    scope === "global" ? { ...use, ownerKey: `element:${name.key}` } : use;
  const value = planReference(type, key, owner.context);
  return declaration.block === undefined
    ? value
    : narrowReference(value, declaration.block, owner.context);
}

/** Elements that may stand in for a global element; undefined where there are none. */
function planSubstitutes(
  head: ElementDeclaration,
  owner: Owner,
): readonly SubstitutePlan[] | undefined {
  const scope = createPropertyScope();
  return substitutesOf(head, owner.context)?.map((declaration) => ({
    name: declaration.name,
    property: scope.give(declaration.name.local),
    value: elementValue(declaration, owner),
    nillable: declaration.nillable,
    ...declaredRules(declaration),
  }));
}

/** Own attributes; for a restriction also those of the base that it does not repeat or prohibit. */
function attributeUses(
  definition: ComplexType,
  context: PlanContext,
): readonly AttributeUse[] {
  if (definition.derivation !== "restriction" || definition.base === undefined)
    return definition.attributes;
  const uses = new Map<string, AttributeUse>();
  const seen = new Set<string>();
  const add = (type: ComplexType): void => {
    const baseKey = type.base?.key;
    const base =
      baseKey === undefined || seen.has(baseKey)
        ? undefined
        : context.model.schemas.types.get(baseKey);
    if (baseKey !== undefined) seen.add(baseKey);
    if (base?.kind === "complex") add(base);
    for (const use of type.attributes) uses.set(attributeName(use).key, use);
  };
  add(definition);
  return [...uses.values()];
}

function attributeName(use: AttributeUse): QName {
  return use.attribute.kind === "attribute"
    ? use.attribute.declaration.name
    : use.attribute.name;
}

function planAttribute(
  use: AttributeUse,
  scope: PropertyScope,
  owner: Owner,
): readonly AttributePlan[] {
  if (use.use === "prohibited") return [];
  const declaration = attributeDeclaration(use, owner.context);
  if (declaration === undefined) return [];
  const { name } = declaration;
  const fixed = use.fixed ?? declaration.fixed;
  const defaultValue = use.default ?? declaration.default;
  const documentation = use.documentation ?? declaration.documentation;
  const anonymous = {
    ownerKey: `${owner.key}/@`,
    ownerName: owner.name,
    local: name.local,
    namespace: owner.namespace,
  };
  return [
    {
      property: scope.give(
        name.namespace === XML_NAMESPACE ? `xml:${name.local}` : name.local,
      ),
      name,
      value: fixValue(
        planSimpleReference(declaration.type, anonymous, owner.context),
        { type: declaration.type, fixed },
        owner.context,
      ),
      isRequired: use.use === "required",
      ...(defaultValue === undefined ? {} : { default: defaultValue }),
      ...(fixed === undefined ? {} : { fixed }),
      ...(documentation === undefined ? {} : { documentation }),
      examples: declaration.examples ?? [],
      origin: declaration.origin,
      presenceOrigin: use.origin,
    },
  ];
}

function attributeDeclaration(
  use: AttributeUse,
  context: PlanContext,
): AttributeDeclaration | undefined {
  if (use.attribute.kind === "attribute") return use.attribute.declaration;
  return context.model.schemas.attributes.get(use.attribute.name.key);
}

/** The text of simple content; an extension of a type with simple content keeps that type's text. */
function planText(
  definition: ComplexType,
  owner: Owner,
): ValuePlan | undefined {
  if (definition.content.contentKind !== "simple") return undefined;
  if (extendedBase(definition, owner.context)?.content().text !== undefined)
    return undefined;
  const use = {
    ownerKey: owner.key,
    ownerName: owner.name,
    local: "$value",
    namespace: owner.namespace,
  };
  return planSimpleReference(definition.content.type, use, owner.context);
}

import type {
  ComplexTypeDescriptor,
  ElementDescriptor,
  ElementParticle,
  GroupParticle,
  ParticleDescriptor,
  SimpleTypeDescriptor,
} from "../../runtime/descriptor.js";

/** What a property of a value holds. */
export type MemberRule =
  | { readonly kind: "simple"; readonly type: SimpleTypeDescriptor }
  | {
      readonly kind: "element";
      readonly element: ElementDescriptor;
      readonly isRepeated: boolean;
    }
  /** Objects with members of their own, one or several: a repeated group, substitutes, mixed content. */
  | {
      readonly kind: "members";
      readonly members: () => ReadonlyMap<string, MemberRule>;
    };

type Rules = Map<string, MemberRule>;

const known = new WeakMap<ComplexTypeDescriptor, Rules>();

/** The properties of a complex type's values, those of its bases among them. */
export function membersOf(
  type: ComplexTypeDescriptor,
): ReadonlyMap<string, MemberRule> {
  const found = known.get(type);
  if (found !== undefined) return found;
  const rules: Rules = new Map(
    type.base === undefined ? [] : membersOf(type.base()),
  );
  known.set(type, rules);
  for (const attribute of type.attributes?.() ?? []) {
    const property = attribute.property ?? attribute.attribute;
    rules.set(property, { kind: "simple", type: attribute.type });
  }
  if (type.text !== undefined)
    rules.set("$value", { kind: "simple", type: type.text() });
  addParticles(rules, type.members?.() ?? []);
  if (type.mixed === true)
    rules.set("$content", { kind: "members", members: () => rules });
  return rules;
}

function addParticles(
  rules: Rules,
  particles: readonly ParticleDescriptor[],
): void {
  for (const particle of particles) {
    if ("element" in particle) addElement(rules, particle);
    else if ("group" in particle) addGroup(rules, particle);
  }
}

function addElement(rules: Rules, particle: ElementParticle): void {
  const { element, property = element, max = 1, substitutes } = particle;
  const isRepeated = max > 1 || rules.has(property);
  rules.set(
    property,
    substitutes === undefined
      ? { kind: "element", element: particle, isRepeated }
      : { kind: "members", members: () => elementRules(substitutes()) },
  );
}

/** One property for each element that may stand there. */
function elementRules(elements: readonly ElementDescriptor[]): Rules {
  const rules: Rules = new Map();
  addParticles(rules, elements);
  return rules;
}

/** Groups that occur once are part of the object around them. */
function addGroup(rules: Rules, group: GroupParticle): void {
  const { max = 1, particles, property = `$${group.group}` } = group;
  if (max === 1) return addParticles(rules, particles);
  rules.set(property, {
    kind: "members",
    members: () => {
      const inner: Rules = new Map();
      addParticles(inner, particles);
      return inner;
    },
  });
}

import type {
  AttributeUse,
  ComplexType,
  Documented,
  ElementDeclaration,
  Example,
  Model,
  Origin,
  Particle,
  TypeReference,
} from "../model/index.js";
import {
  describeReference,
  enumerationOf,
  isOpenEnumeration,
} from "./describe-type.js";
import { inspectFact } from "./inspect-fact.js";
import type { InspectedMember, InspectedPresence } from "./inspection.js";

/** Types defined in place are shown this deep; deeper nesting does not occur outside attacks. */
const maxDepth = 60;

/** Where a walk through a content model is. */
interface Walk {
  readonly model: Model;
  readonly depth: number;
  /** Some group around may be left out. */
  readonly isOptional: boolean;
  /** Some group around may be repeated. */
  readonly isRepeated: boolean;
  readonly choice?: number;
  /** Choices of the type numbered so far. */
  readonly choices: { count: number };
}

/** The members of a complex type: attributes, then content; not those of its base. */
export function inspectContent(
  type: ComplexType,
  model: Model,
  depth = 0,
): readonly InspectedMember[] {
  const attributes = type.attributes.flatMap((use) =>
    inspectAttribute(use, model),
  );
  const { content } = type;
  switch (content.contentKind) {
    case "empty":
      return attributes;
    case "simple":
      return [...attributes, textMember(type, content.type)];
    case "elementOnly":
    case "mixed": {
      const { particle } = content;
      const choices = { count: 0 };
      const walk = {
        model,
        depth,
        isOptional: false,
        isRepeated: false,
        choices,
      };
      const members =
        particle === undefined ? [] : inspectParticle(particle, walk);
      return [...attributes, ...members];
    }
  }
}

function textMember(owner: Documented, type: TypeReference): InspectedMember {
  return {
    name: "$value",
    namespace: "",
    kind: "text",
    ...occurrence(1, 1),
    presence: "required",
    ...inspectReference(type),
    fact: inspectFact(owner.origin),
  };
}

function inspectAttribute(
  use: AttributeUse,
  model: Model,
): readonly InspectedMember[] {
  if (use.use === "prohibited") return [];
  const { attribute } = use;
  const declaration =
    attribute.kind === "attribute"
      ? attribute.declaration
      : model.schemas.attributes.get(attribute.name.key);
  const name =
    attribute.kind === "attribute"
      ? attribute.declaration.name
      : attribute.name;
  const isRequired = use.use === "required";
  const type: TypeReference = declaration?.type ?? unresolved;
  return [
    {
      name: name.local,
      namespace: name.namespace,
      kind: "attribute",
      presence: isRequired ? "required" : "optional",
      ...occurrence(isRequired ? 1 : 0, 1),
      ...inspectReference(type),
      ...exampleOf(declaration?.examples),
      ...documentationOf(use, declaration),
      ...factsOf(declaration?.origin ?? use.origin, use.origin),
    },
  ];
}

const unresolved: TypeReference = {
  kind: "unknown",
  reason: "it is not declared",
};

/** The members that a particle brings, in order. */
export function inspectParticle(
  particle: Particle,
  walk: Walk,
): readonly InspectedMember[] {
  const { term } = particle;
  switch (term.kind) {
    case "element":
      return [elementMember(particle, term.declaration, walk)];
    case "elementRef": {
      const declaration = walk.model.schemas.elements.get(term.name.key);
      return declaration === undefined
        ? []
        : [elementMember(particle, declaration, walk)];
    }
    case "wildcard":
      return [wildcardMember(particle, walk)];
    case "groupRef": {
      const group = walk.model.schemas.groups.get(term.name.key);
      return group === undefined || walk.depth >= maxDepth
        ? []
        : inspectParticle(group.particle, deeper(walk, particle));
    }
    case "group": {
      if (walk.depth >= maxDepth) return [];
      const isChoice =
        term.compositor === "choice" && term.particles.length > 1;
      const inner = deeper(walk, particle);
      const choice = isChoice ? { choice: ++walk.choices.count } : {};
      return term.particles.flatMap((one) =>
        inspectParticle(one, { ...inner, ...choice }),
      );
    }
  }
}

function deeper(walk: Walk, { min, max }: Particle): Walk {
  return {
    ...walk,
    depth: walk.depth + 1,
    isOptional: walk.isOptional || min === 0,
    isRepeated: walk.isRepeated || max === "unbounded" || max > 1,
  };
}

function elementMember(
  particle: Particle,
  declaration: ElementDeclaration,
  walk: Walk,
): InspectedMember {
  const { min, max } = particle;
  const { name, type, nillable } = declaration;
  const isOptional = min === 0 || walk.isOptional || walk.choice !== undefined;
  const isArray = max === "unbounded" || max > 1 || walk.isRepeated;
  const inner = inspectReference(type, walk);
  return {
    name: name.local,
    namespace: name.namespace,
    kind: "element",
    presence: presenceOf(isOptional, nillable),
    ...occurrence(min, max),
    ...(walk.choice === undefined ? {} : { choice: walk.choice }),
    ...inner,
    type: isArray ? `${inner.type}[]` : inner.type,
    ...exampleOf(declaration.examples),
    ...documentationOf(particle, declaration),
    ...factsOf(declaration.origin, particle.origin),
  };
}

function wildcardMember(particle: Particle, walk: Walk): InspectedMember {
  const { min, max } = particle;
  return {
    name: "$any",
    namespace: "",
    kind: "wildcard",
    type: "any XML",
    values: [],
    members: [],
    presence: presenceOf(min === 0 || walk.isOptional, false),
    ...occurrence(min, max),
    ...documentationOf(particle),
    fact: inspectFact(particle.origin),
  };
}

type Shape = Pick<InspectedMember, "type" | "values" | "open" | "members">;

/** A use of a type; what is defined in place is shown with its literals and members. */
export function inspectReference(
  reference: TypeReference,
  walk?: Pick<Walk, "model" | "depth">,
): Shape {
  const type = describeReference(reference);
  if (reference.kind !== "anonymous") return { type, values: [], members: [] };
  const inner = reference.type;
  if (inner.kind === "simple") {
    const open = isOpenEnumeration(inner) ? ({ open: true } as const) : {};
    return { type, values: enumerationOf(inner), ...open, members: [] };
  }
  const isShown = walk !== undefined && walk.depth < maxDepth;
  const members = isShown
    ? inspectContent(inner, walk.model, walk.depth + 1)
    : [];
  return { type, values: [], members };
}

function presenceOf(isOptional: boolean, nillable: boolean): InspectedPresence {
  if (isOptional) return nillable ? "optional-nillable" : "optional";
  return nillable ? "nillable" : "required";
}

function occurrence(
  min: number,
  max: number | "unbounded",
): Pick<InspectedMember, "min" | "max"> {
  return { min, max };
}

function exampleOf(
  examples: readonly Example[] | undefined,
): Pick<InspectedMember, "example"> {
  const [first] = examples ?? [];
  return first === undefined ? {} : { example: first.text };
}

/** The use is documented more to the point than what is used. */
function documentationOf(
  use: Documented,
  declaration?: Documented,
): Pick<InspectedMember, "documentation"> {
  const documentation = use.documentation ?? declaration?.documentation;
  return documentation === undefined ? {} : { documentation };
}

function factsOf(
  origin: Origin,
  presence: Origin,
): Pick<InspectedMember, "fact" | "presenceFact"> {
  const isSame =
    origin.how === presence.how &&
    origin.certainty === presence.certainty &&
    origin.note === presence.note;
  return {
    fact: inspectFact(origin),
    ...(isSame ? {} : { presenceFact: inspectFact(presence) }),
  };
}

import type {
  AttributeUse,
  ComplexType,
  ElementDeclaration,
  Model,
  Origin,
  Particle,
  TypeReference,
} from "../model/index.js";

/** How many facts of a model are how sure. */
export interface Account {
  readonly certain: number;
  readonly likely: number;
  readonly assumed: number;
  readonly unknown: number;
  /** Those of the certain ones that an overrides file says. */
  readonly overridden: number;
}

const none: Account = {
  certain: 0,
  likely: 0,
  assumed: 0,
  unknown: 0,
  overridden: 0,
};

type Counts = { -readonly [Name in keyof Account]: number };

function countOrigin({ how, certainty }: Origin, counts: Counts): void {
  if (how === "override" && certainty === "certain") counts.overridden++;
  if (certainty === "unknown") counts.unknown++;
  else if (how === "assumed") counts.assumed++;
  else if (certainty === "certain") counts.certain++;
  else counts.likely++;
}

/** Counts the types and occurrences of all members. */
export function accountFor(model: Model): Account {
  const counts: Counts = { ...none };
  const count = (origin: Origin): void => countOrigin(origin, counts);
  const visitReference = (reference: TypeReference): void => {
    if (reference.kind === "anonymous" && reference.type.kind === "complex") {
      visitContent(reference.type);
    }
  };
  const visitElement = (declaration: ElementDeclaration): void => {
    count(declaration.origin);
    visitReference(declaration.type);
  };
  const visitParticle = (particle: Particle): void => {
    const { term } = particle;
    if (term.kind === "group") return term.particles.forEach(visitParticle);
    count(particle.origin);
    if (term.kind === "element") visitElement(term.declaration);
  };
  const visitContent = (type: ComplexType): void => {
    type.attributes.forEach((use: AttributeUse) => count(use.origin));
    const { content } = type;
    if (
      content.contentKind !== "elementOnly" &&
      content.contentKind !== "mixed"
    )
      return;
    if (content.particle !== undefined) visitParticle(content.particle);
  };
  for (const element of model.schemas.elements.values())
    visitReference(element.type);
  for (const type of model.schemas.types.values())
    if (type.kind === "complex") visitContent(type);
  return counts;
}

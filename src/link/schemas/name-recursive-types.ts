import {
  named,
  qname,
  type ElementDeclaration,
  type ModelGroupDefinition,
  type Particle,
  type QName,
  type Term,
  type TypeReference,
} from "../../model/index.js";
import type { OpenSchemaSet } from "./joined-schemas.js";
import { mapSame } from "./map-same.js";
import { strongComponents } from "./strong-components.js";

/**
 * Gives a name to types without one that are in a model group and lead back to it: a group may contain itself inside an
 * element (XML Schema part 1 §3.8.6 forbids it among the particles only), and what is put in place would never end.
 */
export function nameRecursiveTypes(schemas: OpenSchemaSet): void {
  const uses = new Map(
    [...schemas.groups].map(([key, { particle }]) => [
      key,
      groupsIn(particle.term),
    ]),
  );
  const component = strongComponents(
    schemas.groups.keys(),
    (key) => uses.get(key) ?? [],
  );
  for (const [key, definition] of schemas.groups) {
    const isBack = (name: string): boolean =>
      component.get(name) === component.get(key);
    if (![...(uses.get(key) ?? [])].some(isBack)) continue;
    schemas.groups.set(key, nameTypes(definition, isBack, schemas));
  }
}

function nameTypes(
  definition: ModelGroupDefinition,
  isBack: (group: string) => boolean,
  schemas: OpenSchemaSet,
): ModelGroupDefinition {
  const change = (particle: Particle): Particle => {
    const term = changeTerm(particle.term);
    return term === particle.term ? particle : { ...particle, term };
  };
  const changeTerm = (term: Term): Term => {
    if (term.kind === "group") {
      const particles = mapSame(term.particles, change);
      return particles === term.particles ? term : { ...term, particles };
    }
    if (term.kind !== "element") return term;
    const { declaration } = term;
    const leadsBack = [...groupsInType(declaration.type)].some(isBack);
    if (!leadsBack) return term;
    const type = declareType(definition.name, declaration, schemas);
    return { ...term, declaration: { ...declaration, type } };
  };
  return { ...definition, particle: change(definition.particle) };
}

/** `Expression.not` for the element `not` of the group `Expression`. */
function declareType(
  group: QName,
  { name: element, type }: ElementDeclaration,
  { types }: OpenSchemaSet,
): TypeReference {
  if (type.kind !== "anonymous") return type;
  const wanted = `${group.local}.${element.local}`;
  let name = qname(group.namespace, wanted);
  for (let count = 2; types.has(name.key); count++) {
    name = qname(group.namespace, `${wanted}.${count}`);
  }
  types.set(name.key, { ...type.type, name });
  return named(name);
}

/** Keys of the groups that a term refers to, in types without a name, too. */
function groupsIn(
  term: Term,
  found: Set<string> = new Set(),
): ReadonlySet<string> {
  if (term.kind === "groupRef") found.add(term.name.key);
  if (term.kind === "element") groupsInType(term.declaration.type, found);
  if (term.kind !== "group") return found;
  for (const particle of term.particles) groupsIn(particle.term, found);
  return found;
}

function groupsInType(
  type: TypeReference,
  found: Set<string> = new Set(),
): ReadonlySet<string> {
  if (type.kind !== "anonymous" || type.type.kind !== "complex") return found;
  const { content } = type.type;
  if (content.contentKind !== "elementOnly" && content.contentKind !== "mixed")
    return found;
  return content.particle === undefined
    ? found
    : groupsIn(content.particle.term, found);
}

import type { ComplexType, Content, Particle } from "../../model/index.js";
import { childElements, type XmlElement } from "../../xml/index.js";
import { ATTRIBUTE_CHILDREN, readAttributeList } from "./attribute-list.js";
import { GROUP_CHILDREN, readParticle } from "./particle.js";
import { schemaLocal } from "./schema-children.js";
import type { SchemaContext } from "./schema-context.js";
import { reportUnknown } from "./unknown-construct.js";

/** What the children of `xs:complexType` decide about the type. */
export type TypeBody = Pick<
  ComplexType,
  | "base"
  | "derivation"
  | "content"
  | "attributes"
  | "attributeGroups"
  | "anyAttribute"
>;

/** Children that the drafts allowed directly inside a type, beside groups. */
const BARE_PARTICLES: ReadonlySet<string> = new Set(["element", "any"]);

/** Content model and attributes that stand directly among the children of a type or derivation. */
export function readPlainBody(
  parent: XmlElement,
  isMixed: boolean,
  context: SchemaContext,
): TypeBody {
  const particles: Particle[] = [];
  for (const child of childElements(parent)) {
    const local = schemaLocal(child);
    if (ATTRIBUTE_CHILDREN.has(local)) continue;
    if (!GROUP_CHILDREN.has(local) && !BARE_PARTICLES.has(local)) {
      reportUnknown(child, parent, context);
      continue;
    }
    const particle = readParticle(child, context);
    if (particle !== undefined && !isEmptyGroup(particle))
      particles.push(particle);
  }
  const content = contentOf(particles, isMixed);
  return { content, ...readAttributeList(parent, context) };
}

/** A sequence or all without children is no content (part 1 §3.4.2); so is a choice that need not occur. */
function isEmptyGroup({ term, min }: Particle): boolean {
  if (term.kind !== "group" || term.particles.length > 0) return false;
  return term.compositor !== "choice" || min === 0;
}

function contentOf(particles: readonly Particle[], isMixed: boolean): Content {
  const [first] = particles;
  if (first === undefined) {
    return isMixed ? { contentKind: "mixed" } : { contentKind: "empty" };
  }
  const { origin } = first;
  const term = { kind: "group", compositor: "sequence", particles } as const;
  const particle =
    particles.length === 1 && isGroup(first)
      ? first
      : { min: 1, max: 1, term, origin };
  return { contentKind: isMixed ? "mixed" : "elementOnly", particle };
}

function isGroup({ term }: Particle): boolean {
  return term.kind === "group" || term.kind === "groupRef";
}

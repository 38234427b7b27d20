import type { ModelGroup, Particle, Term } from "../../model/index.js";
import {
  attribute,
  childElements,
  elementName,
  type XmlElement,
} from "../../xml/index.js";
import { readDocumented } from "./annotation.js";
import { readElement } from "./element-declaration.js";
import { checkAttributes } from "./known-attributes.js";
import { readOccurs } from "./occurs.js";
import { readReference } from "./reference.js";
import { schemaLocal } from "./schema-children.js";
import type { SchemaContext } from "./schema-context.js";
import { reportUnknown } from "./unknown-construct.js";
import { HONOURED, reportVersion11 } from "./version-1-1.js";
import { readWildcard } from "./wildcard.js";

export const GROUP_CHILDREN: ReadonlySet<string> = new Set([
  "sequence",
  "choice",
  "all",
  "group",
]);

/** A particle; undefined when the element is none, declares nothing usable (reported), or may not occur (`maxOccurs="0"`). */
export function readParticle(
  element: XmlElement,
  context: SchemaContext,
): Particle | undefined {
  const term = readTerm(element, context);
  if (term === undefined) return undefined;
  const occurs = readOccurs(element, context);
  if (occurs.max === 0) return undefined;
  return { ...occurs, term, ...readDocumented(element) };
}

function readTerm(
  element: XmlElement,
  context: SchemaContext,
): Term | undefined {
  const local = schemaLocal(element);
  switch (local) {
    case "element":
      return readElementTerm(element, context);
    case "sequence":
    case "choice":
    case "all":
      return readGroup(element, local, context);
    case "group": {
      checkAttributes(element, context);
      const name = readReference(element, "ref", context);
      return name === undefined ? undefined : { kind: "groupRef", name };
    }
    case "any":
      return readWildcard(element, context);
    default:
      return undefined;
  }
}

function readElementTerm(
  element: XmlElement,
  context: SchemaContext,
): Term | undefined {
  if (attribute(element, "ref") !== undefined) {
    checkAttributes(element, context);
    const name = readReference(element, "ref", context);
    return name === undefined ? undefined : { kind: "elementRef", name };
  }
  const declaration = readElement(element, "local", context);
  return declaration === undefined
    ? undefined
    : { kind: "element", declaration };
}

const PARTICLES: ReadonlySet<string> = new Set([
  ...GROUP_CHILDREN,
  "element",
  "any",
]);

/** The group of an `xs:sequence`, `xs:choice` or `xs:all` (part 1 §3.8.2). */
export function readGroup(
  element: XmlElement,
  compositor: ModelGroup["compositor"],
  context: SchemaContext,
): ModelGroup {
  checkAttributes(element, context);
  const particles: Particle[] = [];
  for (const child of childElements(element)) {
    if (!PARTICLES.has(schemaLocal(child))) {
      reportUnknown(child, element, context);
      continue;
    }
    const particle = readParticle(child, context);
    if (particle === undefined) continue;
    particles.push(particle);
    if (compositor === "all") checkMemberOfAll(particle, child, context);
  }
  return { kind: "group", compositor, particles };
}

/** Version 1.0 has elements in `xs:all` that occur once at most (part 1 §3.8.6, All Group Limited). */
function checkMemberOfAll(
  { term, max }: Particle,
  element: XmlElement,
  context: SchemaContext,
): void {
  const isElement = term.kind === "element" || term.kind === "elementRef";
  if (isElement && max === 1) return;
  const construct = isElement
    ? "An element of xs:all that may repeat"
    : `<${elementName(element)}> in xs:all`;
  reportVersion11(construct, HONOURED, { element, context });
}

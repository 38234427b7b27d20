import type { ElementDeclaration } from "./element-declaration.js";
import type { Origin } from "./origin.js";
import type { Particle } from "./particle.js";
import type { QName } from "./qname.js";
import type {
  ComplexType,
  TypeDefinition,
  TypeReference,
} from "./type-definition.js";

/** A member of which the pages show no content, and no override says any. */
export interface UnknownMember {
  /** From the type or the root of a message on, as overrides files write it: `Order/Attachment`. */
  readonly path: string;
  readonly name: string;
  readonly reason: string;
  /** It is known to have members or attributes, only not which. */
  readonly isCutOff: boolean;
  readonly origin: Origin;
}

/** Where to look: the named components of schemas, whether they are linked or not. */
export interface UnknownIn {
  readonly elements: Iterable<ElementDeclaration>;
  readonly types: Iterable<TypeDefinition & { readonly name: QName }>;
  /** Parts of messages that are of a type, with their paths. */
  readonly parts?: readonly UnknownPart[];
}

export interface UnknownPart {
  readonly path: string;
  readonly name: string;
  readonly type: TypeReference;
  readonly origin: Origin;
}

/** All members of which nothing is known, in document order. */
export function listUnknown(schemas: UnknownIn): readonly UnknownMember[] {
  const [elements, types] = [[...schemas.elements], [...schemas.types]];
  const elementName = namesApart(elements);
  const typeName = namesApart(types);
  const found: UnknownMember[] = [];
  for (const element of elements)
    visitElement(element, elementName(element.name), found);
  for (const type of types)
    if (type.kind === "complex") visitType(type, typeName(type.name), found);
  for (const { type, ...part } of schemas.parts ?? [])
    visitReference(type, part, found);
  return found;
}

/** Local names where they tell components apart, names with their namespace elsewhere. */
function namesApart(
  components: readonly { readonly name: QName }[],
): (name: QName) => string {
  const keys = new Map<string, string>();
  const shared = new Set<string>();
  for (const { name } of components) {
    const known = keys.get(name.local) ?? name.key;
    if (known !== name.key) shared.add(name.local);
    keys.set(name.local, known);
  }
  return ({ local, key }) => (shared.has(local) ? key : local);
}

function visitElement(
  { name, type, origin }: ElementDeclaration,
  path: string,
  found: UnknownMember[],
): void {
  visitReference(type, { path, name: name.local, origin }, found);
}

function visitReference(
  type: TypeReference,
  member: Pick<UnknownMember, "path" | "name" | "origin">,
  found: UnknownMember[],
): void {
  if (type.kind === "unknown") {
    const isCutOff = type.isComplex === true;
    found.push({ ...member, reason: type.reason, isCutOff });
  } else if (type.kind === "anonymous" && type.type.kind === "complex") {
    visitType(type.type, member.path, found);
  }
}

function visitType(
  { attributes, content }: ComplexType,
  path: string,
  found: UnknownMember[],
): void {
  for (const { attribute } of attributes) {
    if (attribute.kind !== "attribute") continue;
    const { name, type, origin } = attribute.declaration;
    const member = { path: `${path}/@${name.local}`, name: name.local, origin };
    visitReference(type, member, found);
  }
  if (content.contentKind === "elementOnly" || content.contentKind === "mixed")
    visitParticle(content.particle, path, found);
}

function visitParticle(
  particle: Particle | undefined,
  path: string,
  found: UnknownMember[],
): void {
  const term = particle?.term;
  if (term?.kind === "group") {
    for (const each of term.particles) visitParticle(each, path, found);
  } else if (term?.kind === "element") {
    const { declaration } = term;
    visitElement(declaration, `${path}/${declaration.name.local}`, found);
  }
}

import type {
  ElementDeclaration,
  Example,
  Model,
  Particle,
  TypeDefinition,
  TypeReference,
} from "../../model/index.js";

/** The files whose samples show example values instead of placeholders. */
export function filesWithExamples(model: Model): ReadonlySet<string> {
  const files = new Set<string>();
  for (const element of model.schemas.elements.values())
    visitElement(element, files);
  for (const type of model.schemas.types.values()) visitType(type, files);
  return files;
}

/** A single word may be the literal of an enumeration, which a generator does show. */
const WORD = /^[\p{L}_][\p{L}\p{N}_.-]*$/u;

function add(
  examples: readonly Example[] | undefined,
  files: Set<string>,
): void {
  for (const { text, origin } of examples ?? [])
    if (!WORD.test(text)) files.add(origin.span.file);
}

function visitElement(
  { examples, type }: ElementDeclaration,
  files: Set<string>,
): void {
  add(examples, files);
  visitReference(type, files);
}

/** Named types are visited on their own. */
function visitReference(type: TypeReference, files: Set<string>): void {
  if (type.kind === "anonymous") visitType(type.type, files);
}

function visitType(type: TypeDefinition, files: Set<string>): void {
  if (type.kind === "simple") return;
  add(type.examples, files);
  const { content } = type;
  if (content.contentKind === "simple") visitReference(content.type, files);
  else if (content.contentKind !== "empty" && content.particle !== undefined)
    visitParticle(content.particle, files);
}

function visitParticle({ term }: Particle, files: Set<string>): void {
  if (term.kind === "element") visitElement(term.declaration, files);
  else if (term.kind === "group") {
    for (const particle of term.particles) visitParticle(particle, files);
  }
}

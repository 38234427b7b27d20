import type {
  Body,
  ComplexType,
  ElementDeclaration,
  Model,
  Operation,
  PartType,
  TypeReference,
} from "../../src/model/index.js";

/** How deep help pages go (sample grammar A4, rule 10). */
const DEPTH = 4;

/**
 * The members that the help page of an operation shows, as `Wrapper/member/member` and `…/@attribute`: rules 9 to 18 of
 * the sample grammar. What a base type, a group inside a group and anything below the limit declares is not among them.
 */
export function shownPaths(
  model: Model,
  { bindings }: Operation,
): ReadonlySet<string> {
  const paths = new Set<string>();
  const bodies = bindings.flatMap(({ request, response }) => [
    request.body,
    ...(response === undefined ? [] : [response.body]),
  ]);
  const wrapper = bodies.findLast(({ kind }) => kind === "element");
  for (const body of bodies) {
    const root = rootOf(body, model, wrapper);
    if (root === undefined) continue;
    paths.add(root.path);
    walk(root, 0, { model, paths });
  }
  return paths;
}

interface Place {
  readonly path: string;
  readonly type: TypeReference | undefined;
}

interface Walk {
  readonly model: Model;
  readonly paths: Set<string>;
}

/** The root of an HTTP reply is the result itself: it stands for the first member of the SOAP reply. */
function rootOf(
  body: Body,
  model: Model,
  wrapper: Body | undefined,
): Place | undefined {
  if (body.kind === "element") {
    const element = model.schemas.elements.get(body.name.key);
    return { path: body.name.local, type: element?.type };
  }
  if (body.kind !== "xml" || wrapper?.kind !== "element") return undefined;
  const reply = model.schemas.elements.get(wrapper.name.key);
  const [result] = declarations(complexType(model, reply?.type));
  if (result === undefined) return undefined;
  const path = `${wrapper.name.local}/${result.name.local}`;
  return { path, type: partType(body.type, model) };
}

function partType(part: PartType, model: Model): TypeReference | undefined {
  return part.kind === "type"
    ? part.reference
    : model.schemas.elements.get(part.name.key)?.type;
}

function walk({ path, type }: Place, depth: number, at: Walk): void {
  const complex = complexType(at.model, type);
  if (complex === undefined || depth >= DEPTH) return;
  for (const { attribute } of complex.attributes)
    if (attribute.kind === "attribute")
      at.paths.add(`${path}/@${attribute.declaration.name.local}`);
  for (const { name, type: inner } of declarations(complex)) {
    const member = `${path}/${name.local}`;
    at.paths.add(member);
    walk({ path: member, type: inner }, depth + 1, at);
  }
}

function complexType(
  model: Model,
  reference: TypeReference | undefined,
): ComplexType | undefined {
  const type =
    reference?.kind === "named"
      ? model.schemas.types.get(reference.name.key)
      : reference?.kind === "anonymous"
        ? reference.type
        : undefined;
  return type?.kind === "complex" ? type : undefined;
}

function declarations(
  type: ComplexType | undefined,
): readonly ElementDeclaration[] {
  const content = type?.content;
  if (
    content?.contentKind !== "elementOnly" &&
    content?.contentKind !== "mixed"
  )
    return [];
  const term = content.particle?.term;
  if (term?.kind !== "group") return [];
  return term.particles.flatMap(({ term: each }) =>
    each.kind === "element" ? [each.declaration] : [],
  );
}

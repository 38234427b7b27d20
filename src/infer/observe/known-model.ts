import {
  type ComplexType,
  type ElementDeclaration,
  type Model,
  type SimpleType,
  type TypeDefinition,
  type TypeReference,
} from "../../model/index.js";
import {
  parseOverridePath,
  stepNames,
  type PathStep,
} from "../overrides/override-path.js";
import { memberTable } from "./member-table.js";
import type { Known } from "./propose.js";

/** Answers what a proposal asks of the model. */
export function knownOf(model: Model): Known {
  const types = [...model.schemas.types.values()];
  const elements = [...model.schemas.elements.values()];
  const typeNamed = (step: PathStep): TypeDefinition | undefined =>
    types.find(({ name }) => stepNames(step, name));
  const find = (path: string): Place | undefined => {
    const parsed = parseOverridePath(path);
    if (parsed === undefined) return undefined;
    const type = typeNamed(parsed.start);
    const element = elements.find(({ name }) => stepNames(parsed.start, name));
    let place: Place | undefined =
      type === undefined
        ? element && { element, type: resolve(element.type, model) }
        : { type };
    for (const step of parsed.steps)
      place = place && memberOf(place, step, model);
    return place;
  };
  return {
    isType: (path) => {
      const parsed = parseOverridePath(path);
      return parsed !== undefined && typeNamed(parsed.start) !== undefined;
    },
    valuesAt: (path) => {
      const type = find(path)?.type;
      return type?.kind === "simple" ? literalsOf(type) : [];
    },
    hasOwn: (path, local) => {
      const type = find(path)?.type;
      if (type?.kind !== "complex") return false;
      if (local === "") return type.base === undefined;
      return ownElements(type).includes(local);
    },
    namespaceAt: (path) => {
      const place = find(path);
      return (place && namespaceOf(place, model)) ?? mainNamespace(model);
    },
  };
}

interface Place {
  readonly element?: ElementDeclaration;
  readonly type?: TypeDefinition | undefined;
}

function resolve(
  reference: TypeReference,
  { schemas }: Model,
): TypeDefinition | undefined {
  if (reference.kind === "unknown") return undefined;
  return reference.kind === "anonymous"
    ? reference.type
    : schemas.types.get(reference.name.key);
}

function memberOf(
  { type }: Place,
  step: PathStep,
  model: Model,
): Place | undefined {
  if (type?.kind !== "complex") return undefined;
  const table = memberTable(type, model.schemas);
  if (step.kind === "text")
    return table.text && { type: resolve(table.text, model) };
  for (const { declaration } of table.elements.values())
    if (stepNames(step, declaration.name))
      return { element: declaration, type: resolve(declaration.type, model) };
  return undefined;
}

/** Elements right in the outermost group: an added member can follow these. */
function ownElements({ content }: ComplexType): readonly string[] {
  if (content.contentKind !== "elementOnly" && content.contentKind !== "mixed")
    return [];
  const term = content.particle?.term;
  if (term?.kind !== "group") return [];
  return term.particles.flatMap(({ term: inner }) =>
    inner.kind === "element" ? [inner.declaration.name.local] : [],
  );
}

function literalsOf(type: SimpleType): readonly string[] {
  if (type.variety !== "atomic") return [];
  return type.facets.flatMap(({ kind, value }) =>
    kind === "enumeration" ? [value] : [],
  );
}

/** Where the members live, as `placeMembers` decides it for those that are added. */
function namespaceOf(
  { element, type }: Place,
  model: Model,
): string | undefined {
  const complex: ComplexType | undefined =
    type?.kind === "complex" ? type : undefined;
  const first =
    complex && [...memberTable(complex, model.schemas).elements.values()][0];
  return (
    first?.declaration.name.namespace ??
    element?.name.namespace ??
    complex?.name?.namespace
  );
}

function mainNamespace({ schemas }: Model): string {
  for (const { name } of schemas.elements.values()) return name.namespace;
  return "";
}

import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostic } from "../../src/diagnostics/index.js";
import type {
  ComplexType,
  ElementDeclaration,
  Model,
  Particle,
  TypeReference,
} from "../../src/model/index.js";
import { readModel } from "../../src/pipeline.js";

export const root = join(import.meta.dirname, "../..");

/** The folder of documents that are only there for measuring; undefined on machines without it. */
export const shared = [join(root, "../shared")].find((path) =>
  existsSync(join(path, "seeds")),
);

export interface InferredFiles {
  readonly model: Model;
  readonly diagnostics: readonly Diagnostic[];
}

export function readFiles(
  inputs: readonly string[],
  name = "service",
): Promise<InferredFiles> {
  return readModel(
    { name, inputs, folder: "" },
    {
      cwd: root,
      importExtension: ".js",
      severities: new Map(),
      offline: true,
      catalog: new Map(),
      typeMap: new Map(),
    },
  );
}

/** A member as a test wants to see it. */
export interface Member {
  readonly name: string;
  /** Name of the type; the literals of an enumeration; "unknown". */
  readonly type: string;
  readonly min: number;
  readonly max: number | "unbounded";
  readonly nillable: boolean;
  readonly certainty: string;
  readonly presence: string;
  readonly documentation?: string | undefined;
  readonly examples: readonly string[];
  readonly line: number;
}

/** The members that a path of element names leads to, from a global element on. */
export function membersAt(
  model: Model,
  ...path: readonly string[]
): readonly Member[] {
  const [start = "", ...rest] = path;
  const global = [...model.schemas.elements.values()].find(
    ({ name }) => name.local === start,
  );
  let type = complexType(model, global?.type);
  for (const step of rest) {
    const declaration = particles(type)
      .map(declarationOf)
      .find((each) => each?.name.local === step);
    type = complexType(model, declaration?.type);
  }
  return particles(type).flatMap((particle) => {
    const declaration = declarationOf(particle);
    return declaration === undefined
      ? []
      : [memberOf(model, particle, declaration)];
  });
}

function complexType(
  model: Model,
  type: TypeReference | undefined,
): ComplexType | undefined {
  const definition =
    type?.kind === "named"
      ? model.schemas.types.get(type.name.key)
      : type?.kind === "anonymous"
        ? type.type
        : undefined;
  return definition?.kind === "complex" ? definition : undefined;
}

function particles(type: ComplexType | undefined): readonly Particle[] {
  if (type?.content.contentKind !== "elementOnly") return [];
  const { term } = type.content.particle;
  return term.kind === "group" ? term.particles : [];
}

function declarationOf({ term }: Particle): ElementDeclaration | undefined {
  return term.kind === "element" ? term.declaration : undefined;
}

function memberOf(
  model: Model,
  particle: Particle,
  declaration: ElementDeclaration,
): Member {
  return {
    name: declaration.name.local,
    type: describe(model, declaration.type),
    min: particle.min,
    max: particle.max,
    nillable: declaration.nillable,
    certainty: declaration.origin.certainty,
    presence: particle.origin.certainty,
    documentation: declaration.documentation,
    examples: (declaration.examples ?? []).map(({ text }) => text),
    line: declaration.origin.span.line,
  };
}

function describe(model: Model, type: TypeReference): string {
  if (type.kind !== "named") return type.kind;
  const definition = model.schemas.types.get(type.name.key);
  if (definition?.kind !== "simple" || definition.variety !== "atomic")
    return type.name.local;
  return definition.facets.map((facet) => facet.value).join("|");
}

/** `name: type` lines. */
export function outline(members: readonly Member[]): readonly string[] {
  return members.map(({ name, type, min, max }) => {
    const times = max === 1 ? (min === 0 ? "?" : "") : "[]";
    return `${name}${times}: ${type}`;
  });
}

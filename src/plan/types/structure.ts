import type { PlanContext } from "../context.js";
import {
  globalType,
  intersection,
  keyword,
  typeName,
  type TypeExpression,
} from "../type-expression.js";
import type { PropertyPlan, TypeDeclaration } from "./type-declaration.js";

/** An object type being put together: its properties, what is a choice among them, and the types its parts need. */
export interface Structure {
  readonly name: string;
  /** Key of the schema type it belongs to. */
  readonly key: string;
  readonly context: PlanContext;
  readonly properties: PropertyPlan[];
  readonly choices: TypeExpression[];
  readonly declarations: TypeDeclaration[];
}

export function createStructure(
  name: string,
  key: string,
  context: PlanContext,
): Structure {
  return { name, key, context, properties: [], choices: [], declarations: [] };
}

/** A structure within another one. */
export function createPart(around: Structure, name: string): Structure {
  return createStructure(name, around.key, around.context);
}

/** A name for a part of a type, after the type. */
export function givePartName(structure: Structure, suffix: string): string {
  const wanted = `${structure.name}${suffix}`;
  const { names } = structure.context;
  const position = structure.declarations.length;
  return names.give(
    `part:${structure.key}:${structure.name}:${suffix}:${position}`,
    wanted,
  );
}

/** What a structure takes over from the type it extends. */
export interface Inherited {
  readonly type: TypeExpression;
  /** Then no interface can extend it. */
  readonly hasChoices: boolean;
}

/** The structure's declaration and those of its parts: an interface, or an intersection where choices are in it. */
export function declareStructure(
  structure: Structure,
  doc: readonly string[],
  inherited?: Inherited,
): readonly TypeDeclaration[] {
  const hasChoices =
    structure.choices.length > 0 || inherited?.hasChoices === true;
  const own = hasChoices
    ? declareIntersection(structure, doc, inherited)
    : [declareInterface(structure, doc, inherited)];
  return [...own, ...structure.declarations];
}

function declareInterface(
  { name, properties }: Structure,
  doc: readonly string[],
  inherited: Inherited | undefined,
): TypeDeclaration {
  if (properties.length === 0) {
    const type =
      inherited?.type ??
      globalType("Record", keyword("string"), keyword("never"));
    return { kind: "alias", name, doc, type };
  }
  const base = inherited === undefined ? {} : { extends: inherited.type };
  return { kind: "interface", name, doc, ...base, properties };
}

function declareIntersection(
  { name, key, context, properties, choices }: Structure,
  doc: readonly string[],
  inherited: Inherited | undefined,
): readonly TypeDeclaration[] {
  const parts =
    inherited === undefined ? choices : [inherited.type, ...choices];
  if (properties.length === 0)
    return [{ kind: "alias", name, doc, type: intersection(parts) }];
  const fieldsName = context.names.give(
    `fields:${key}:${name}`,
    `${name}Fields`,
  );
  const type = intersection([typeName(fieldsName), ...parts]);
  return [
    { kind: "alias", name, doc, type },
    { kind: "interface", name: fieldsName, doc: [], properties },
  ];
}

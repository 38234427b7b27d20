import type { DiagnosticSink } from "../diagnostics/index.js";
import type {
  AttributeUse,
  ElementDeclaration,
  Origin,
  SchemaSet,
  TypeReference,
} from "../model/index.js";
import { checkFacets } from "./check-facets.js";
import {
  createValueSpaces,
  readValue,
  type ValueSpaces,
} from "./value-space.js";
import { visitValues } from "./visit-values.js";

/**
 * Reports values in schemas that no message can hold: facets that are no values of their base or exclude each other, default
 * and fixed values that their types refuse. What can be made of the schema is made all the same.
 */
export function checkValues(schemas: SchemaSet, sink: DiagnosticSink): void {
  const spaces = createValueSpaces(schemas);
  visitValues(schemas, {
    simpleType(type) {
      if (type.variety === "atomic" && type.facets.length > 0)
        checkFacets(type, spaces, sink);
    },
    element: (element) => checkElement(element, { schemas, spaces, sink }),
    attribute: (use) => checkAttribute(use, { schemas, spaces, sink }),
  });
}

interface Checking {
  readonly schemas: SchemaSet;
  readonly spaces: ValueSpaces;
  readonly sink: DiagnosticSink;
}

function checkElement(element: ElementDeclaration, checking: Checking): void {
  if (element.default === undefined && element.fixed === undefined) return;
  checkConstraint(
    { ...element, type: textType(element.type, checking.schemas) },
    element.name.local,
    checking,
  );
}

/** The type of an element's text: that of simple content for a complex type. */
function textType(
  type: TypeReference,
  schemas: SchemaSet,
): TypeReference | undefined {
  if (type.kind === "unknown") return undefined;
  const definition =
    type.kind === "named" ? schemas.types.get(type.name.key) : type.type;
  if (definition?.kind !== "complex") return type;
  const { content } = definition;
  return content.contentKind === "simple" ? content.type : undefined;
}

function checkAttribute(use: AttributeUse, checking: Checking): void {
  const declaration =
    use.attribute.kind === "attribute"
      ? use.attribute.declaration
      : checking.schemas.attributes.get(use.attribute.name.key);
  if (declaration === undefined) return;
  const { name, type, origin } = declaration;
  const own = { type, default: use.default, fixed: use.fixed };
  const isOwn = own.default !== undefined || own.fixed !== undefined;
  checkConstraint(
    isOwn ? { ...own, origin: use.origin } : { ...declaration, origin },
    name.local,
    checking,
  );
}

interface Constraint {
  readonly type: TypeReference | undefined;
  readonly default?: string | undefined;
  readonly fixed?: string | undefined;
  readonly origin: Origin;
}

function checkConstraint(
  constraint: Constraint,
  name: string,
  { spaces, sink }: Checking,
): void {
  if (constraint.type === undefined) return;
  for (const kind of ["default", "fixed"] as const) {
    const value = constraint[kind];
    if (value === undefined) continue;
    const codec = spaces.codecOf(constraint.type);
    const read = codec && readValue(codec, value);
    if (read === undefined || !("expected" in read)) continue;
    const parameters = { kind, value, name, expected: read.expected };
    const { span } = constraint.origin;
    sink.report("xsd/invalid-default", parameters, { span });
  }
}

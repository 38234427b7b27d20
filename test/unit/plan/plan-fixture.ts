import { createSink } from "../../../src/diagnostics/index.js";
import { materialize } from "../../../src/dynamic/index.js";
import {
  named,
  qname,
  type Facet,
  type Model,
  type Origin,
  type QName,
  type SchemaSet,
  type SimpleType,
  type TypeReference,
} from "../../../src/model/index.js";
import type { PlanContext, PlannedType } from "../../../src/plan/context.js";
import { planContent } from "../../../src/plan/content/plan-content.js";
import type { Expression } from "../../../src/plan/expression.js";
import type { SdkPlan } from "../../../src/plan/index.js";
import { createNameScope } from "../../../src/plan/names/name-scope.js";

export const origin: Origin = {
  span: { file: "a.xsd", line: 1, column: 1, offset: 0, length: 1 },
  how: "declared",
  certainty: "certain",
};

export function facet(kind: Facet["kind"], value: string): Facet {
  return { kind, value, origin };
}

export function restriction(
  base: QName | TypeReference,
  ...facets: readonly Facet[]
): SimpleType {
  return {
    kind: "simple",
    variety: "atomic",
    base: "kind" in base ? base : named(base),
    facets,
    origin,
  };
}

/** A context in which the given simple types are declared, by local name in `urn:t`. */
export function contextOf(
  simpleTypes: Readonly<Record<string, SimpleType>>,
): PlanContext {
  const entries = Object.entries(simpleTypes).map(([local, type]) => {
    const name = qname("urn:t", local);
    return [name.key, { ...type, name }] as const;
  });
  const schemas: SchemaSet = {
    types: new Map(entries),
    elements: new Map(),
    attributes: new Map(),
    groups: new Map(),
    attributeGroups: new Map(),
  };
  const model: Model = { schemas, services: [], operations: [] };
  const types = new Map<string, PlannedType>(
    entries.map(([key, definition]) => [
      key,
      {
        kind: "simple",
        key,
        name: definition.name.local,
        namespace: "urn:t",
        definition,
      },
    ]),
  );
  const context: PlanContext = {
    model,
    sink: createSink(),
    streamsBinary: false,
    names: createNameScope({ previous: {} }),
    types,
    anonymousSimpleTypes: new Map(),
    elements: new Map(),
    bodies: new Set(),
    known: new Map(),
    bareElements: new Map(),
    elementBodies: new Map(),
    sharedDeclarations: new Map(),
    uncheckedPatterns: new Set(),
    derived: new Map(),
    substitutes: new Map(),
    planContent: (type) => planContent(type, context),
  };
  return context;
}

/** The value that an expression prints; descriptors by name where it refers to them. */
export function valueOf(
  expression: Expression,
  descriptors: Readonly<Record<string, Expression>> = {},
): unknown {
  const plan: SdkPlan = {
    name: "t",
    streamsBinary: false,
    types: [],
    schemas: [
      {
        path: "schemas",
        namespace: "urn:t",
        descriptors: Object.entries(descriptors).map(([name, value]) => ({
          name,
          type: "SimpleTypeDescriptor",
          value,
        })),
      },
    ],
    services: [],
    operations: [],
    names: {},
  };
  return materialize(plan).value(expression);
}

import { nearest, type DiagnosticSink } from "../diagnostics/index.js";
import type { Model, Operation, Service } from "../model/index.js";
import { createReach } from "./reach.js";

/** What to keep; patterns with `*` for any characters. Absent means all. */
export interface Selection {
  readonly operations?: readonly string[] | undefined;
  readonly services?: readonly string[] | undefined;
  readonly ports?: readonly string[] | undefined;
}

/** The part of a model that a selection names, and what that reaches. Patterns that name nothing are reported. */
export function pruneModel(
  model: Model,
  selection: Selection,
  sink: DiagnosticSink,
): Model {
  if (
    selection.operations === undefined &&
    selection.services === undefined &&
    selection.ports === undefined
  ) {
    return model;
  }
  const services = keepServices(model.services, selection);
  const bindings = new Set(
    services.flatMap((service) =>
      service.ports.map((port) => port.binding.key),
    ),
  );
  const isOperation = matchNames(selection.operations);
  const narrows =
    selection.services !== undefined || selection.ports !== undefined;
  const operations = model.operations
    .filter((operation) => isOperation(operation.name))
    .map((operation) =>
      narrows ? withBindings(operation, bindings) : operation,
    )
    .filter((operation) => !narrows || operation.bindings.length > 0);
  reportUnmatched(model, selection, { sink, isEmpty: operations.length === 0 });
  return { services, operations, schemas: reachableSchemas(model, operations) };
}

interface Outcome {
  readonly sink: DiagnosticSink;
  /** Nothing at all is left: an error. */
  readonly isEmpty: boolean;
}

function reportUnmatched(
  model: Model,
  selection: Selection,
  { sink, isEmpty }: Outcome,
): void {
  const severity = isEmpty ? "error" : "warning";
  const unmatched = unmatchedPatterns(model, selection);
  for (const parameters of unmatched)
    sink.report("link/nothing-selected", parameters, { severity });
  if (!isEmpty || unmatched.length > 0) return;
  // Each pattern has a match, but nothing matches all of them.
  const { operations = [], services = [], ports = [] } = selection;
  const pattern = [...operations, ...services, ...ports].join(" and ");
  const parameters = { kind: "operation", pattern, suggestion: "" };
  sink.report("link/nothing-selected", parameters, { severity });
}

interface Unmatched {
  readonly kind: string;
  readonly pattern: string;
  readonly suggestion: string;
}

function unmatchedPatterns(
  { operations, services }: Model,
  selection: Selection,
): readonly Unmatched[] {
  const ports = services.flatMap((service) => service.ports);
  const compared = [
    ["operation", selection.operations, operations.map(({ name }) => name)],
    ["service", selection.services, services.map(({ name }) => name.local)],
    ["port", selection.ports, ports.map(({ name }) => name)],
  ] as const;
  return compared.flatMap(([kind, patterns = [], names]) =>
    patterns.flatMap((pattern) => {
      if (names.some(matchNames([pattern]))) return [];
      const near = nearest(pattern, names);
      const suggestion = near === undefined ? "" : `; did you mean "${near}"?`;
      return [{ kind, pattern, suggestion }];
    }),
  );
}

/** Whether a name matches one of the patterns, in which `*` is any characters; everything does where there are none. */
export function matchNames(
  patterns: readonly string[] | undefined,
): (name: string) => boolean {
  if (patterns === undefined) return () => true;
  const sources = patterns.map((pattern) =>
    pattern
      .split("*")
      .map((text) => text.replace(/[.+?^${}()|[\]\\]/g, "\\$&"))
      .join(".*"),
  );
  const expression = new RegExp(`^(?:${sources.join("|")})$`, "u");
  return (name) => expression.test(name);
}

function keepServices(
  services: readonly Service[],
  selection: Selection,
): readonly Service[] {
  const isService = matchNames(selection.services);
  const isPort = matchNames(selection.ports);
  return services
    .filter((service) => isService(service.name.local))
    .map((service) => ({
      ...service,
      ports: service.ports.filter((port) => isPort(port.name)),
    }))
    .filter((service) => service.ports.length > 0);
}

function withBindings(
  operation: Operation,
  bindings: ReadonlySet<string>,
): Operation {
  return {
    ...operation,
    bindings: operation.bindings.filter((binding) =>
      bindings.has(binding.binding.key),
    ),
  };
}

/** Walks from the messages; groups are already expanded. */
function reachableSchemas(
  model: Model,
  operations: readonly Operation[],
): Model["schemas"] {
  const reach = createReach(model);
  for (const operation of operations) {
    for (const { request, response, faults } of operation.bindings) {
      reach.envelope(request);
      if (response !== undefined) reach.envelope(response);
      for (const fault of faults) reach.part(fault.type);
    }
  }
  reach.finish();
  const { schemas } = model;
  const keep = <Value>(
    map: ReadonlyMap<string, Value>,
    keys: ReadonlySet<string>,
  ): ReadonlyMap<string, Value> =>
    new Map([...map].filter(([key]) => keys.has(key)));
  return {
    ...schemas,
    types: keep(schemas.types, reach.types),
    elements: keep(schemas.elements, reach.elements),
    attributes: keep(schemas.attributes, reach.attributes),
  };
}

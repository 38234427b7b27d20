import type { Expression, ObjectEntry, SdkPlan } from "../plan/index.js";
import type {
  OperationDescriptor,
  ServiceDescriptor,
  TypeDescriptor,
  ElementDescriptor,
} from "../runtime/descriptor.js";
import { binaryContent } from "../runtime/packaging/binary-content.js";
import * as features from "../runtime/features.js";
import * as xsd from "../runtime/xsd.js";

/** The descriptors of an SDK in memory: the same that its files would hold. */
export interface MaterializedSdk {
  /** By function name. */
  readonly operations: ReadonlyMap<string, OperationDescriptor>;
  /** By name of the service. */
  readonly services: ReadonlyMap<string, ServiceDescriptor>;
  /** Types and elements by the names of their constants. */
  readonly descriptors: ReadonlyMap<string, TypeDescriptor | ElementDescriptor>;
  /** A fixture or other value of the plan, as a value. */
  value(expression: Expression): unknown;
}

/** Builds what `schemas.ts` and `operations.ts` would export, without files; constants on first use. */
export function materialize(plan: SdkPlan): MaterializedSdk {
  const sources = createSources(plan);
  const valuesOf = <Value>(
    entries: readonly (readonly [string, Expression])[],
  ): ReadonlyMap<string, Value> =>
    // The plan's expressions are descriptors: the same data is type-checked where it is printed.
    new Map(
      entries.map(([name, value]) => [name, build(value, sources) as Value]),
    );
  const names = plan.schemas.flatMap(({ descriptors }) =>
    descriptors.map(({ name }) => name),
  );
  return {
    operations: valuesOf(
      plan.operations.map(({ functionName, descriptor }) => [
        functionName,
        descriptor,
      ]),
    ),
    services: valuesOf(
      plan.services.map(({ name, descriptor }) => [name, descriptor]),
    ),
    descriptors: valuesOf(
      names.map((name) => [
        name,
        { kind: "reference", module: "schemas", name },
      ]),
    ),
    value: (expression) => build(expression, sources),
  };
}

/** What references of the plan point at. */
interface Sources {
  /** The constants of `schemas.ts` by name, each built when it is first asked for. */
  constant(name: string): unknown;
  /** One string for each namespace, as literals are in files: comparing a string with itself takes no time. */
  namespace(name: string): string;
}

function createSources(plan: SdkPlan): Sources {
  const descriptors = new Map(
    plan.schemas.flatMap((module) =>
      module.descriptors.map(({ name, value }) => [name, value] as const),
    ),
  );
  const built = new Map<string, unknown>();
  const namespaces = new Map<string, string>();
  const sources: Sources = {
    constant(name) {
      const source = descriptors.get(name);
      if (!built.has(name) && source !== undefined)
        built.set(name, build(source, sources));
      return built.get(name);
    },
    namespace(name) {
      if (!namespaces.has(name)) namespaces.set(name, name);
      return namespaces.get(name) ?? name;
    },
  };
  return sources;
}

const builtins: Readonly<Record<string, unknown>> = xsd;
const codecFeatures: Readonly<Record<string, unknown>> = features;

function build(expression: Expression, sources: Sources): unknown {
  switch (expression.kind) {
    case "string":
    case "number":
    case "bigint":
    case "boolean":
      return expression.value;
    case "null":
      return null;
    case "bytes": {
      const bytes = Uint8Array.from(expression.value);
      return expression.isContent === true ? binaryContent(bytes) : bytes;
    }
    case "array":
      return expression.items.map((item) => build(item, sources));
    case "object":
      return buildObject(expression.entries, sources);
    case "thunk":
      return () => build(expression.body, sources);
    case "reference":
      if (expression.module === "namespaces")
        return sources.namespace(expression.name);
      if (expression.module === "features")
        return codecFeatures[expression.name];
      return expression.module === "xsd"
        ? builtins[expression.name]
        : sources.constant(expression.name);
  }
}

/** Like an object literal, but `__proto__` is an ordinary property. */
function buildObject(
  entries: readonly ObjectEntry[],
  sources: Sources,
): object {
  const object: Record<string, unknown> = {};
  for (const { key, value } of entries) {
    const built = build(value, sources);
    if (key !== "__proto__") object[key] = built;
    else
      Object.defineProperty(object, key, {
        value: built,
        enumerable: true,
        configurable: true,
        writable: true,
      });
  }
  return object;
}

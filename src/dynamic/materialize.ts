import type { Expression, ObjectEntry, SdkPlan } from "../plan/index.js";
import type {
  OperationDescriptor,
  ServiceDescriptor,
  TypeDescriptor,
  ElementDescriptor,
} from "../runtime/descriptor.js";
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
  const constant = descriptorConstants(plan);
  const valuesOf = <Value>(
    entries: readonly (readonly [string, Expression])[],
  ): ReadonlyMap<string, Value> =>
    // The plan's expressions are descriptors: the same data is type-checked where it is printed.
    new Map(
      entries.map(([name, value]) => [name, build(value, constant) as Value]),
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
    value: (expression) => build(expression, constant),
  };
}

/** The constants of `schemas.ts` by name, each built when it is first asked for. */
function descriptorConstants(plan: SdkPlan): (name: string) => unknown {
  const sources = new Map(
    plan.schemas.flatMap(({ descriptors }) =>
      descriptors.map(({ name, value }) => [name, value] as const),
    ),
  );
  const built = new Map<string, unknown>();
  const constant = (name: string): unknown => {
    const source = sources.get(name);
    if (!built.has(name) && source !== undefined)
      built.set(name, build(source, constant));
    return built.get(name);
  };
  return constant;
}

const builtins: Readonly<Record<string, unknown>> = xsd;
const codecFeatures: Readonly<Record<string, unknown>> = features;

function build(
  expression: Expression,
  constant: (name: string) => unknown,
): unknown {
  switch (expression.kind) {
    case "string":
    case "number":
    case "bigint":
    case "boolean":
      return expression.value;
    case "null":
      return null;
    case "bytes":
      return Uint8Array.from(expression.value);
    case "array":
      return expression.items.map((item) => build(item, constant));
    case "object":
      return buildObject(expression.entries, constant);
    case "thunk":
      return () => build(expression.body, constant);
    case "reference":
      if (expression.module === "namespaces") return expression.name;
      if (expression.module === "features")
        return codecFeatures[expression.name];
      return expression.module === "xsd"
        ? builtins[expression.name]
        : constant(expression.name);
  }
}

/** Like an object literal, but `__proto__` is an ordinary property. */
function buildObject(
  entries: readonly ObjectEntry[],
  constant: (name: string) => unknown,
): object {
  const object: Record<string, unknown> = {};
  for (const { key, value } of entries) {
    const built = build(value, constant);
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

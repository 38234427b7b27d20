import type { DiagnosticSink } from "../diagnostics/index.js";
import type { Model, QName } from "../model/index.js";
import { describeType, type DescriptorDeclaration } from "./descriptors.js";
import { descriptorOfElement } from "./elements.js";
import { planContent } from "./content/plan-content.js";
import { withFeatures } from "./codec-features.js";
import type { PlanContext, PlannedType } from "./context.js";
import { createNameScope } from "./names/name-scope.js";
import { safeFileName, safeTypeName } from "./names/identifiers.js";
import { planOperation } from "./operations.js";
import { planType } from "./references.js";
import type {
  OperationPlan,
  SchemaModule,
  SdkPlan,
  TypeModule,
} from "./sdk-plan.js";
import {
  nameServices,
  planService,
  serviceCreateName,
  type NamedService,
} from "./services.js";
import { declareType } from "./types/declare-type.js";
import type { TypeDeclaration } from "./types/type-declaration.js";
import { soapArrayOf } from "./soap-array.js";
import { reservedExports } from "./reserved-exports.js";

export interface PlanOptions {
  readonly sink: DiagnosticSink;
  /** Name of the SDK's folder. */
  readonly name: string;
  /** The manifest's name table of the previous run. */
  readonly previousNames: Readonly<Record<string, string>>;
  /** XSD type → representation of its values, where that is not the usual one. */
  readonly typeMap?: ReadonlyMap<string, string>;
}

/** Decides everything of an SDK: names, modules, types, descriptors, operations, fixtures. */
export function planSdk(model: Model, options: PlanOptions): SdkPlan {
  const context = createContext(model, options);
  const files = createNameScope({
    previous: ownNames(options, "file:"),
    ignoresCase: true,
    reserved: ["index"],
  });
  const services = nameServices(model, options.name);
  const operations = planOperations(services, files, context);
  const servicePlans = services.map((service) =>
    planService(service, operations, context),
  );
  const messages = operations.flatMap(({ plan }) => plan.declarations);
  for (const { name } of model.schemas.elements.values()) {
    descriptorOfElement(name, context);
  }
  const modules = planModules(context, messages);
  return {
    name: options.name,
    streamsBinary: context.streamsBinary,
    services: servicePlans,
    operations: withFeatures(
      operations.map(({ plan }) => plan),
      modules.schemas,
    ),
    ...modules,
    names: Object.fromEntries([
      ...context.names.table(),
      ...files.table().map(([key, name]) => [`file:${key}`, name] as const),
    ]),
  };
}

function ownNames(
  { previousNames }: PlanOptions,
  prefix: string,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(previousNames).flatMap(([key, name]) =>
      key.startsWith(prefix) ? [[key.slice(prefix.length), name]] : [],
    ),
  );
}

function createContext(
  model: Model,
  { sink, previousNames, typeMap }: PlanOptions,
): PlanContext {
  const streamsBinary = typeMap?.get("xs:base64Binary") === "stream";
  const names = createNameScope({
    previous: typeNames(previousNames),
    reserved: reservedExports(streamsBinary),
  });
  const types = new Map<string, PlannedType>();
  const context: PlanContext = {
    model,
    sink,
    streamsBinary,
    names,
    types,
    anonymousSimpleTypes: new Map(),
    elements: new Map(),
    bodies: bodyElements(model),
    known: new Map(),
    elementBodies: new Map(),
    bareElements: new Map(),
    sharedDeclarations: new Map(),
    uncheckedPatterns: new Set(),
    derived: derivations(model),
    substitutes: substitutions(model),
    planContent: (type) => planContent(type, context),
  };
  for (const [key, definition] of model.schemas.types) {
    const { local, namespace } = definition.name;
    const name = names.give(`type:${key}`, safeTypeName(local));
    types.set(key, planType(definition, { key, name, namespace }, context));
  }
  return context;
}

/** Keys of the elements that are the body of a message. */
function bodyElements({ operations }: Model): ReadonlySet<string> {
  const envelopes = operations.flatMap(({ bindings }) =>
    bindings.flatMap(({ request, response }) => [request, response]),
  );
  return new Set(
    envelopes.flatMap((envelope) =>
      envelope?.body.kind === "element" ? [envelope.body.name.key] : [],
    ),
  );
}

/** What is not about files. */
function typeNames(
  names: PlanOptions["previousNames"],
): PlanOptions["previousNames"] {
  return Object.fromEntries(
    Object.entries(names).filter(([key]) => !key.startsWith("file:")),
  );
}

function derivations(model: Model): ReadonlyMap<string, readonly QName[]> {
  const derived = new Map<string, QName[]>();
  for (const type of model.schemas.types.values()) {
    if (type.kind !== "complex" || type.base === undefined) continue;
    if (soapArrayOf(type) !== undefined) continue;
    append(derived, type.base.key, type.name);
  }
  return derived;
}

function substitutions(model: Model): ReadonlyMap<string, readonly QName[]> {
  const members = new Map<string, QName[]>();
  for (const element of model.schemas.elements.values()) {
    if (element.substitutionGroup !== undefined)
      append(members, element.substitutionGroup.key, element.name);
  }
  return members;
}

function append(map: Map<string, QName[]>, key: string, name: QName): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [name]);
  else known.push(name);
}

interface PlannedOperation {
  readonly plan: OperationPlan;
  readonly portNames: ReadonlySet<string>;
}

function planOperations(
  services: readonly NamedService[],
  files: ReturnType<typeof createNameScope>,
  context: PlanContext,
): readonly PlannedOperation[] {
  const ports = new Map<string, string[]>();
  const createNames = new Map<string, string>();
  for (const { service, ports: named } of services) {
    for (const { name, port } of named) {
      ports.set(port.binding.key, [
        ...(ports.get(port.binding.key) ?? []),
        name,
      ]);
      if (!createNames.has(port.binding.key))
        createNames.set(port.binding.key, serviceCreateName(service, context));
    }
  }
  const createName = (binding: string): string =>
    createNames.get(binding) ?? "createClient";
  return context.model.operations.flatMap((operation) => {
    const plan = planOperation(operation, {
      context,
      files,
      ports,
      createName,
    });
    const names = operation.bindings.flatMap(
      (binding) => ports.get(binding.binding.key) ?? [],
    );
    return plan === undefined ? [] : [{ plan, portNames: new Set(names) }];
  });
}

/** Types and descriptors of one namespace share a file; with one namespace there is one file of each. */
function planModules(
  context: PlanContext,
  messages: readonly TypeDeclaration[],
): Pick<SdkPlan, "types" | "schemas"> {
  const { declarations, descriptors } = declareAll(context, messages);
  return {
    types: moduleList(declarations, "types").map(
      ([path, namespace, items]): TypeModule => ({
        path,
        namespace,
        declarations: items,
      }),
    ),
    schemas: moduleList(descriptors, "schemas").map(
      ([path, namespace, items]): SchemaModule => ({
        path,
        namespace,
        descriptors: items,
      }),
    ),
  };
}

/** All declarations and descriptors by namespace. */
function declareAll(
  context: PlanContext,
  messages: readonly TypeDeclaration[],
): {
  readonly declarations: ReadonlyMap<string, readonly TypeDeclaration[]>;
  readonly descriptors: ReadonlyMap<string, readonly DescriptorDeclaration[]>;
} {
  const declarations = new Map<string, TypeDeclaration[]>();
  const descriptors = new Map<string, DescriptorDeclaration[]>();
  // Planning a type may declare anonymous ones; a map's iteration sees what is added while it runs.
  for (const type of context.types.values()) {
    appendAll(declarations, type.namespace, declareType(type, context));
    appendAll(descriptors, type.namespace, [describeType(type, context)]);
  }
  const [main] = declarations.keys();
  const shared = [...context.sharedDeclarations.values(), ...messages];
  appendAll(declarations, main ?? "", shared);
  for (const { namespace, ...descriptor } of context.elements.values()) {
    appendAll(descriptors, namespace, [descriptor]);
  }
  const [first] = descriptors.keys();
  appendAll(descriptors, first ?? "", [...context.known.values()]);
  return { declarations, descriptors };
}

function appendAll<Item>(
  map: Map<string, Item[]>,
  key: string,
  items: readonly Item[],
): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [...items]);
  else for (const item of items) known.push(item);
}

function moduleList<Item>(
  byNamespace: ReadonlyMap<string, readonly Item[]>,
  folder: string,
): readonly (readonly [
  path: string,
  namespace: string,
  items: readonly Item[],
])[] {
  const used = [...byNamespace].filter(([, items]) => items.length > 0);
  if (used.length <= 1) {
    const [only] = used;
    return [[folder, only?.[0] ?? "", only?.[1] ?? []]];
  }
  const scope = createNameScope({ previous: {}, ignoresCase: true });
  return used.map(([namespace, items]) => [
    `${folder}/${scope.give(namespace, moduleName(namespace))}`,
    namespace,
    items,
  ]);
}

/** The last telling part of a namespace name: `urn:example:orders` → `orders`. */
function moduleName(namespace: string): string {
  const parts = namespace
    .split(/[/:#?]/)
    .filter(
      (part) =>
        /[A-Za-z]/.test(part) && !/^(https?|urn|www|org|com|net)$/i.test(part),
    );
  return namespace === ""
    ? "no-namespace"
    : safeFileName(parts.at(-1) ?? namespace);
}

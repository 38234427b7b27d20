import type { DiagnosticSink } from "../diagnostics/index.js";
import type { Documented, QName, SchemaFragment } from "../model/index.js";
import {
  readSchema,
  redefineAttributeGroup,
  redefineGroup,
  redefineType,
  type Redefinitions,
  type SchemaReference,
} from "../read/xsd/index.js";
import type { XmlElement } from "../xml/index.js";

/** A schema document read for one namespace: a chameleon is read once for each namespace that includes it. */
export interface SchemaInstance {
  readonly root: XmlElement;
  fragment: SchemaFragment;
  readonly references: readonly SchemaReference[];
  /** Instances that this one includes or redefines. */
  readonly included: Set<SchemaInstance>;
  /** Something imports it as it is, without giving it a namespace. */
  isImported: boolean;
}

export interface Redefinition extends Redefinitions {
  readonly target: SchemaInstance;
}

export interface SchemaInstances {
  readonly all: readonly SchemaInstance[];
  /** The instance of a schema element for a namespace, and whether it was read just now. */
  readonly get: (
    root: XmlElement,
    namespace: string,
  ) => { instance: SchemaInstance; isNew: boolean };
}

export function createSchemaInstances(sink: DiagnosticSink): SchemaInstances {
  const known = new Map<XmlElement, Map<string, SchemaInstance>>();
  const all: SchemaInstance[] = [];
  return {
    all,
    get(root, namespace) {
      const own = root.attributes.find(
        ({ local, prefix }) => local === "targetNamespace" && prefix === "",
      );
      const target = own?.value.trim() || namespace;
      const instances = known.get(root) ?? new Map<string, SchemaInstance>();
      known.set(root, instances);
      const found = instances.get(target);
      if (found !== undefined) return { instance: found, isNew: false };
      const document = readSchema(root, { sink, targetNamespace: namespace });
      const instance = {
        root,
        ...document,
        included: new Set<SchemaInstance>(),
        isImported: false,
      };
      instances.set(target, instance);
      all.push(instance);
      return { instance, isNew: true };
    },
  };
}

/** Applies redefinitions, the innermost first; reports those of components that are not there. */
export function applyRedefinitions(
  redefinitions: readonly Redefinition[],
  sink: DiagnosticSink,
): void {
  for (const redefinition of redefinitions.toReversed()) {
    const { target, components } = redefinition;
    const scope = reachable(target);
    if (redefinition.isOverride) {
      override(components, scope, sink);
      continue;
    }
    for (const type of components.types) {
      apply(
        { scope, list: "types", component: type, join: redefineType },
        sink,
      );
    }
    for (const group of components.groups) {
      apply(
        { scope, list: "groups", component: group, join: redefineGroup },
        sink,
      );
    }
    for (const group of components.attributeGroups) {
      const join = redefineAttributeGroup;
      apply({ scope, list: "attributeGroups", component: group, join }, sink);
    }
  }
}

/** Puts components whole into the place of those of their names. */
function override(
  components: SchemaFragment,
  scope: readonly SchemaInstance[],
  sink: DiagnosticSink,
): void {
  for (const list of LISTS) {
    for (const component of components[list]) {
      apply({ scope, list, component, join: (_, next) => next }, sink);
    }
  }
}

function reachable(start: SchemaInstance): readonly SchemaInstance[] {
  const found = new Set([start]);
  for (const instance of found) {
    for (const next of instance.included) found.add(next);
  }
  return [...found];
}

const LISTS = [
  "types",
  "elements",
  "attributes",
  "groups",
  "attributeGroups",
] as const;
type RedefinedList = (typeof LISTS)[number];

interface Application<List extends RedefinedList> {
  readonly scope: readonly SchemaInstance[];
  readonly list: List;
  readonly component: SchemaFragment[List][number];
  readonly join: (
    original: SchemaFragment[List][number],
    next: SchemaFragment[List][number],
  ) => SchemaFragment[List][number];
}

const KINDS = {
  types: "type",
  elements: "element",
  attributes: "attribute",
  groups: "group",
  attributeGroups: "attribute group",
} as const;

function apply<List extends RedefinedList>(
  { scope, list, component, join }: Application<List>,
  sink: DiagnosticSink,
): void {
  for (const instance of scope) {
    const components: readonly SchemaFragment[List][number][] =
      instance.fragment[list];
    const index = components.findIndex(({ name }) => name === component.name);
    const original = components[index];
    if (original === undefined) continue;
    const replaced = components.with(index, join(original, component));
    instance.fragment = { ...instance.fragment, [list]: replaced };
    return;
  }
  report(component, KINDS[list], sink);
}

function report(
  { name, origin }: Documented & { readonly name: QName },
  kind: string,
  sink: DiagnosticSink,
): void {
  const parameters = { kind, name: name.local };
  sink.report("xsd/not-a-redefinition", parameters, { span: origin.span });
}

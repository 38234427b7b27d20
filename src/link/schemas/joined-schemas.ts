import type { DiagnosticSink } from "../../diagnostics/index.js";
import type {
  Documented,
  QName,
  SchemaFragment,
  SchemaSet,
} from "../../model/index.js";

type Open<List> =
  List extends ReadonlyMap<infer Key, infer Value> ? Map<Key, Value> : never;
/** A schema set that is being built. */
export type OpenSchemaSet = {
  readonly [Key in keyof SchemaSet]: Open<SchemaSet[Key]>;
};

/** Joins the components of all fragments; the first of several of one name stays, and is reported when they differ. */
export function joinSchemas(
  fragments: readonly SchemaFragment[],
  sink: DiagnosticSink,
): OpenSchemaSet {
  const set: OpenSchemaSet = {
    types: new Map(),
    elements: new Map(),
    attributes: new Map(),
    groups: new Map(),
    attributeGroups: new Map(),
  };
  for (const fragment of fragments) {
    join(set.types, fragment.types, { kind: "type", sink });
    join(set.elements, fragment.elements, { kind: "element", sink });
    join(set.attributes, fragment.attributes, { kind: "attribute", sink });
    join(set.groups, fragment.groups, { kind: "group", sink });
    join(set.attributeGroups, fragment.attributeGroups, {
      kind: "attribute group",
      sink,
    });
  }
  return set;
}

function join<Component extends Documented & { readonly name: QName }>(
  known: Map<string, Component>,
  components: readonly Component[],
  { kind, sink }: { readonly kind: string; readonly sink: DiagnosticSink },
): void {
  for (const component of components) {
    const first = known.get(component.name.key);
    if (first === undefined) {
      known.set(component.name.key, component);
    } else if (first !== component && meaning(first) !== meaning(component)) {
      const { span } = component.origin;
      const related = [
        { message: "first declared here", span: first.origin.span },
      ];
      sink.report(
        "link/duplicate-component",
        { kind, name: component.name.key },
        { span, related },
      );
    }
  }
}

/** What a component says, without where and how it is described. */
function meaning(component: unknown): string {
  return JSON.stringify(component, (key, value: unknown) =>
    key === "origin" || key === "documentation" ? undefined : value,
  );
}

import type { DiagnosticSink } from "../diagnostics/index.js";
import type {
  Binding,
  Fragment,
  Message,
  PortType,
  SchemaSet,
  ServiceDeclaration,
} from "../model/index.js";
import { createDanglingNames, type DanglingNames } from "./dangling-names.js";

/** All fragments' components by name. */
export interface LinkContext {
  readonly messages: ReadonlyMap<string, Message>;
  readonly portTypes: ReadonlyMap<string, PortType>;
  readonly bindings: ReadonlyMap<string, Binding>;
  readonly services: readonly ServiceDeclaration[];
  readonly schemas: SchemaSet;
  readonly sink: DiagnosticSink;
  readonly dangling: DanglingNames;
}

export function createLinkContext(
  fragments: readonly Fragment[],
  schemas: SchemaSet,
  sink: DiagnosticSink,
): LinkContext {
  return {
    messages: byName(fragments.flatMap((fragment) => fragment.messages)),
    portTypes: byName(fragments.flatMap((fragment) => fragment.portTypes)),
    bindings: byName(fragments.flatMap((fragment) => fragment.bindings)),
    services: fragments.flatMap((fragment) => fragment.services),
    schemas,
    sink,
    dangling: createDanglingNames(),
  };
}

/** The first of a name wins; documents loaded twice repeat theirs. */
function byName<Component extends { readonly name: { readonly key: string } }>(
  components: readonly Component[],
): ReadonlyMap<string, Component> {
  const map = new Map<string, Component>();
  for (const component of components)
    if (!map.has(component.name.key)) map.set(component.name.key, component);
  return map;
}

import type {
  ElementDeclaration,
  Fragment,
  Message,
  ModelGroupDefinition,
  QName,
  SchemaFragment,
  TypeDefinition,
} from "../../model/index.js";

export type NamedType = TypeDefinition & { readonly name: QName };

/** The components of all fragments by name, while overrides change them one by one. */
export interface Workspace {
  fragments: readonly Fragment[];
  readonly types: Map<string, NamedType>;
  readonly elements: Map<string, ElementDeclaration>;
  readonly groups: Map<string, ModelGroupDefinition>;
  readonly messages: Map<string, Message>;
  /** Keys of types and elements of schemas that are built in. */
  readonly wellKnown: ReadonlySet<string>;
  /** Types that get another name: key → the new name. They keep the old one until all entries are applied. */
  readonly renamed: Map<string, QName>;
}

export function createWorkspace(fragments: readonly Fragment[]): Workspace {
  const schemas = fragments.flatMap((fragment) => fragment.schemas);
  const builtIn = schemas.filter(({ isWellKnown }) => isWellKnown === true);
  return {
    fragments,
    types: byName(schemas.flatMap(({ types }) => types)),
    elements: byName(schemas.flatMap(({ elements }) => elements)),
    groups: byName(schemas.flatMap(({ groups }) => groups)),
    messages: byName(fragments.flatMap(({ messages }) => messages)),
    wellKnown: new Set(
      builtIn.flatMap(({ types, elements }) =>
        [...types, ...elements].map(({ name }) => name.key),
      ),
    ),
    renamed: new Map(),
  };
}

/** The first of a name wins, as in linking. */
function byName<Component extends { readonly name: QName }>(
  components: readonly Component[],
): Map<string, Component> {
  const map = new Map<string, Component>();
  for (const component of components)
    if (!map.has(component.name.key)) map.set(component.name.key, component);
  return map;
}

/** The fragments with everything that was changed or added. */
export function finishWorkspace(workspace: Workspace): readonly Fragment[] {
  const { types, elements, groups, messages } = workspace;
  const left = {
    types: new Map(types),
    elements: new Map(elements),
    groups: new Map(groups),
    messages: new Map(messages),
  };
  const known = workspace.fragments.map((fragment) => ({
    ...fragment,
    messages: fragment.messages.flatMap((one) => take(left.messages, one)),
    schemas: fragment.schemas.map((schema) => ({
      ...schema,
      types: schema.types.flatMap((type) => take(left.types, type)),
      elements: schema.elements.flatMap((one) => take(left.elements, one)),
      groups: schema.groups.flatMap((group) => take(left.groups, group)),
    })),
  }));
  const added = addedSchemas(
    [...left.types.values()],
    [...left.elements.values()],
  );
  const [first, ...rest] = known;
  return first === undefined
    ? []
    : [{ ...first, schemas: [...first.schemas, ...added] }, ...rest];
}

/** A component as it is now, once: repetitions of a document loaded twice go. */
function take<Component extends { readonly name: QName }>(
  left: Map<string, Component>,
  { name }: Component,
): readonly Component[] {
  const now = left.get(name.key);
  left.delete(name.key);
  return now === undefined ? [] : [now];
}

function addedSchemas(
  types: readonly NamedType[],
  elements: readonly ElementDeclaration[],
): readonly SchemaFragment[] {
  const namespaces = new Set(
    [...types, ...elements].map(({ name }) => name.namespace),
  );
  return [...namespaces].map((namespace) => ({
    namespace,
    types: types.filter(({ name }) => name.namespace === namespace),
    elements: elements.filter(({ name }) => name.namespace === namespace),
    attributes: [],
    groups: [],
    attributeGroups: [],
  }));
}

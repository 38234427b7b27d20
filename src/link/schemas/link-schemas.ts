import type { DiagnosticSink } from "../../diagnostics/index.js";
import type {
  Message,
  QName,
  SchemaFragment,
  SchemaSet,
} from "../../model/index.js";
import type { Span } from "../../source/index.js";
import { checkFinal } from "./check-final.js";
import { cutCircularTypes } from "./circular-types.js";
import { cutDeepDerivations } from "./deep-derivations.js";
import { dropUnused, type ComponentUse } from "./drop-unused.js";
import { joinSchemas } from "./joined-schemas.js";
import { expandAttributeGroup, linkAttribute } from "./link-attributes.js";
import { expandGroup, linkElement, MAX_EXPANSION } from "./link-particles.js";
import { linkType } from "./link-type.js";
import { nameRecursiveTypes } from "./name-recursive-types.js";
import type { SchemaLinker } from "./schema-linker.js";
import { linkSubstitutionGroups } from "./substitution-groups.js";
import { isDeclared } from "./type-reference.js";
import { createUnresolved } from "./unresolved.js";

/** A reference to a component from outside the schemas: a message part names an element or a type. */
export interface ExternalUse {
  readonly kind: "type" | "element";
  readonly name: QName;
  readonly span: Span;
}

/** What message parts refer to. */
export function messageUses(
  messages: readonly Message[],
): readonly ExternalUse[] {
  const uses: ExternalUse[] = [];
  for (const { element, type, origin } of messages.flatMap(
    ({ parts }) => parts,
  )) {
    const { span } = origin;
    if (element !== undefined)
      uses.push({ kind: "element", name: element, span });
    if (type?.kind === "named")
      uses.push({ kind: "type", name: type.name, span });
  }
  return uses;
}

export interface LinkSchemasOptions {
  readonly uses?: readonly ExternalUse[];
}

/**
 * Joins schema fragments: every reference is resolved or reported, once for each missing component; model groups and
 * attribute groups are put in place; nothing derives from itself any more.
 */
export function linkSchemas(
  fragments: readonly SchemaFragment[],
  sink: DiagnosticSink,
  options: LinkSchemasOptions = {},
): SchemaSet {
  const declared = joinSchemas(fragments, sink);
  const unresolved = createUnresolved(declared);
  cutCircularTypes(declared, sink);
  cutDeepDerivations(declared, sink);
  checkFinal(declared, sink);
  nameRecursiveTypes(declared);
  linkSubstitutionGroups(declared, unresolved, sink);
  const linker: SchemaLinker = {
    declared,
    unresolved,
    sink,
    groups: new Map(),
    attributeGroups: new Map(),
    path: [],
    expansionLeft: MAX_EXPANSION,
    linkType,
  };
  const linked = linkComponents(linker);
  const uses = options.uses ?? [];
  checkUses(uses, linker);
  unresolved.report(sink);
  const isBuiltIn = fragments.some(({ isWellKnown }) => isWellKnown === true);
  return isBuiltIn ? dropUnused(linked, fragments, uses.map(asUse)) : linked;
}

function asUse({ kind, name }: ExternalUse): ComponentUse {
  return { kind: kind === "type" ? "types" : "elements", name };
}

function linkComponents(linker: SchemaLinker): SchemaSet {
  const { declared } = linker;
  return {
    types: mapValues(declared.types, (type) => linkType(type, linker)),
    elements: mapValues(declared.elements, (element) =>
      linkElement(element, linker),
    ),
    attributes: mapValues(declared.attributes, (attribute) =>
      linkAttribute(attribute, linker),
    ),
    groups: mapValues(declared.groups, (definition) => {
      const { name, origin } = definition;
      const term = expandGroup(name, origin, linker);
      return { ...definition, particle: { min: 1, max: 1, term, origin } };
    }),
    attributeGroups: mapValues(declared.attributeGroups, (definition) => {
      const { name, origin, documentation } = definition;
      const expanded = expandAttributeGroup(name, origin.span, linker);
      const described =
        documentation === undefined ? { origin } : { origin, documentation };
      return { name, ...expanded, attributeGroups: [], ...described };
    }),
  };
}

function mapValues<Value>(
  map: ReadonlyMap<string, Value>,
  change: (value: Value) => Value,
): Map<string, Value> {
  const changed = new Map<string, Value>();
  for (const [key, value] of map) changed.set(key, change(value));
  return changed;
}

function checkUses(uses: readonly ExternalUse[], linker: SchemaLinker): void {
  for (const { kind, name, span } of uses) {
    const isKnown =
      kind === "type"
        ? isDeclared(name, linker)
        : linker.declared.elements.has(name.key);
    if (!isKnown) linker.unresolved.add(kind, name, span);
  }
}

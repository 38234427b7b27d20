import { nearest, type DiagnosticSink } from "../../diagnostics/index.js";
import {
  builtinTypes,
  qname,
  XSD_NAMESPACE,
  type QName,
} from "../../model/index.js";
import type { Span } from "../../source/index.js";
import type { OpenSchemaSet } from "./joined-schemas.js";

export type ComponentKind =
  "type" | "element" | "attribute" | "group" | "attribute-group";

interface Missing {
  readonly kind: ComponentKind;
  readonly name: QName;
  readonly uses: Span[];
}

/** References to what is not declared, by what they miss. */
export interface Unresolved {
  add(kind: ComponentKind, name: QName, span: Span): void;
  /** One diagnostic for each missing component, with all its users. */
  report(sink: DiagnosticSink): void;
}

/** Suggestions compare with every name there is; beyond this many missing ones they would not be read. */
const MAX_SUGGESTIONS = 25;

export function createUnresolved(schemas: OpenSchemaSet): Unresolved {
  const missing = new Map<string, Missing>();
  return {
    add(kind, name, span) {
      const key = `${kind} ${name.key}`;
      const known = missing.get(key);
      if (known === undefined) missing.set(key, { kind, name, uses: [span] });
      else known.uses.push(span);
    },
    report(sink) {
      let suggestions = 0;
      for (const { kind, name, uses } of missing.values()) {
        const hint =
          suggestions++ < MAX_SUGGESTIONS ? hintFor(kind, name, schemas) : "";
        const [span, ...others] = uses;
        const related = others.map((use) => ({
          message: "also used here",
          span: use,
        }));
        sink.report(
          `link/unresolved-${kind}`,
          { name: name.key, hint },
          { span, related },
        );
      }
    },
  };
}

function hintFor(
  kind: ComponentKind,
  name: QName,
  schemas: OpenSchemaSet,
): string {
  const names = namesOf(kind, schemas);
  const sameNamespace = names.filter(
    ({ namespace }) => namespace === name.namespace,
  );
  const near = nearest(
    name.local,
    sameNamespace.map(({ local }) => local),
  );
  if (near !== undefined)
    return `; did you mean ${qname(name.namespace, near).key}?`;
  const elsewhere = names.find(({ local }) => local === name.local);
  if (elsewhere !== undefined) return `; did you mean ${elsewhere.key}?`;
  if (sameNamespace.length > 0 || isKnown(name.namespace, schemas)) return "";
  return name.namespace === ""
    ? ": nothing without a namespace is"
    : `: nothing in the namespace "${name.namespace}" is`;
}

function namesOf(
  kind: ComponentKind,
  schemas: OpenSchemaSet,
): readonly QName[] {
  const components = {
    type: schemas.types,
    element: schemas.elements,
    attribute: schemas.attributes,
    group: schemas.groups,
    "attribute-group": schemas.attributeGroups,
  }[kind];
  const names = [...components.values()].map((component) => component.name);
  if (kind !== "type") return names;
  return [
    ...names,
    ...[...builtinTypes.keys()].map((local) => qname(XSD_NAMESPACE, local)),
  ];
}

function isKnown(namespace: string, schemas: OpenSchemaSet): boolean {
  return [schemas.types, schemas.elements].some((components) =>
    [...components.values()].some(({ name }) => name.namespace === namespace),
  );
}

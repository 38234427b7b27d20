import { describeReference } from "../export/index.js";
import type {
  ComplexType,
  SchemaSet,
  SimpleType,
  TypeDefinition,
  TypeReference,
} from "../model/index.js";
import {
  countPairs,
  nodeOfTypes,
  type DiffContext,
  type NamedType,
} from "./diff-context.js";
import { edit, type DiffSite } from "./diff-node.js";
import { diffAttributed } from "./diff-attributed.js";
import { diffSimple } from "./diff-simple.js";
import { addMatch } from "./name-matches.js";
import { simpleShape, type SimpleShape } from "./simple-shape.js";

/** An old type is compared with the types of its own name and this many others, so that the work stays in bounds. */
const maxPairs = 8;

type References = readonly [TypeReference, TypeReference];

/** Compares what two uses of types stand for. */
export function diffReferences(
  site: DiffSite,
  references: References,
  context: DiffContext,
): void {
  const [old, current] = references;
  const was = resolve(old, context.old.schemas);
  const is = resolve(current, context.new.schemas);
  if (was.kind === "unknown" || is.kind === "unknown") {
    if (was.kind === is.kind) return;
    const rule = was.kind === "unknown" ? "became-known" : "became-unknown";
    return edit(site, rule, describe(references));
  }
  if (was.kind === "complex" && is.kind === "complex") {
    if (!isSame(was.type, is.type, context))
      edit(site, "type-replaced", describe(references));
    return diffComplexUses(site, [was.type, is.type], context);
  }
  if (was.kind === "complex" && is.kind === "simple")
    return diffAttributed(site, [was.type, is.shape], {
      what: "removed",
      schemas: context.old.schemas,
      texts: describe(references),
    });
  if (was.kind === "simple" && is.kind === "complex")
    return diffAttributed(site, [is.type, was.shape], {
      what: "added",
      schemas: context.new.schemas,
      texts: describe(references),
    });
  if (was.kind === "complex" || is.kind === "complex") return;
  if (was.type?.name !== undefined && is.type?.name !== undefined) {
    if (isSame(was.type, is.type, context)) {
      const node = nodeOfTypes(was.type, is.type, context);
      site.node.uses.push({ step: site.at, node });
      return;
    }
  }
  diffSimple(site, was.shape, is.shape);
}

function describe([old, current]: References): readonly [string, string] {
  return [describeReference(old), describeReference(current)];
}

type Resolved =
  | { readonly kind: "unknown" }
  | { readonly kind: "complex"; readonly type: ComplexType }
  | {
      readonly kind: "simple";
      readonly shape: SimpleShape;
      /** Absent for built-in types. */
      readonly type?: SimpleType;
    };

/** Any type and what no document defines are unknown. */
function resolve(reference: TypeReference, schemas: SchemaSet): Resolved {
  const type = definitionOf(reference, schemas);
  if (type?.kind === "complex") return { kind: "complex", type };
  const shape = simpleShape(reference, schemas);
  if (shape === undefined) return { kind: "unknown" };
  return type === undefined
    ? { kind: "simple", shape }
    : { kind: "simple", shape, type };
}

function definitionOf(
  reference: TypeReference,
  schemas: SchemaSet,
): TypeDefinition | undefined {
  if (reference.kind === "unknown") return undefined;
  return reference.kind === "named"
    ? schemas.types.get(reference.name.key)
    : reference.type;
}

/** Other types are compared too: the name is one change, what differs on the wire are others. */
function diffComplexUses(
  site: DiffSite,
  [was, is]: readonly [ComplexType, ComplexType],
  context: DiffContext,
): void {
  if (!isSame(was, is, context) && countPairs(was, context) >= maxPairs) return;
  const node = nodeOfTypes(was, is, context);
  site.node.uses.push({ step: site.at, node });
}

/** Whether the one became the other: by name, or because neither has another partner, so that it was renamed. */
function isSame(
  was: TypeDefinition,
  is: TypeDefinition,
  context: DiffContext,
): boolean {
  if (!isNamed(was) || !isNamed(is)) return was.name === is.name;
  const { newOf, oldOf } = context.types;
  const partner = newOf.get(was.name.key);
  if (partner !== undefined) return partner === is;
  if (oldOf.has(is.name.key) || was.kind !== is.kind) return false;
  addMatch(context.types, was, is);
  const node = nodeOfTypes(was, is, context);
  const site = { node, at: "", old: was.origin, new: is.origin };
  edit(site, "type-renamed", [was.name.local, is.name.local]);
  return true;
}

function isNamed(type: TypeDefinition): type is NamedType {
  return type.name !== undefined;
}

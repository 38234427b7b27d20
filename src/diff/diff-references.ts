import { describeReference } from "../export/index.js";
import {
  xsd,
  type ComplexType,
  type SchemaSet,
  type SimpleType,
  type TypeDefinition,
  type TypeReference,
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
import type { RuleName } from "./rules.js";
import { simpleShape, type SimpleShape } from "./simple-shape.js";

/** An old type is compared with the types of its own name and this many others, so that the work stays in bounds. */
const maxPairs = 8;

const anyType = xsd("anyType");

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
  if (!isKnown(was) || !isKnown(is))
    return diffUnknown(site, [was, is], references);
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

/** Any element on one side is another type of the SDK, with more or fewer values; what is unknown may be any of them. */
function diffUnknown(
  site: DiffSite,
  [was, is]: readonly [Resolved, Resolved],
  references: References,
): void {
  if (was.kind === is.kind) return;
  const note = (rule: RuleName): void => edit(site, rule, describe(references));
  if (was.kind === "unknown") return note("became-known");
  if (is.kind === "unknown") return note("became-unknown");
  note("representation-changed");
  note(was.kind === "any" ? "values-narrowed" : "values-widened");
}

function describe([old, current]: References): readonly [string, string] {
  return [describeReference(old), describeReference(current)];
}

type Resolved = { readonly kind: "unknown" | "any" } | Known;

type Known =
  | { readonly kind: "complex"; readonly type: ComplexType }
  | {
      readonly kind: "simple";
      readonly shape: SimpleShape;
      /** Absent for built-in types. */
      readonly type?: SimpleType;
    };

function isKnown(resolved: Resolved): resolved is Known {
  return resolved.kind === "complex" || resolved.kind === "simple";
}

/** What no document defines is unknown, as what pages do not show. */
function resolve(reference: TypeReference, schemas: SchemaSet): Resolved {
  if (reference.kind === "named" && reference.name === anyType)
    return { kind: "any" };
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

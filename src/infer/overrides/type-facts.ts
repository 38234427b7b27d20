import {
  named,
  qname,
  xsd,
  type ComplexType,
  type QName,
} from "../../model/index.js";
import type { Span } from "../../source/index.js";
import {
  overridden,
  reportNotApplicable,
  reportUnnecessary,
  typeOf,
  type Applying,
} from "./applying.js";
import { enumerationFrom } from "./enumeration-facts.js";
import { applyMember } from "./member-facts.js";
import type { OverrideEntry, Stated, TypeFacts } from "./overrides-document.js";
import { placeMembers } from "./place-members.js";
import { withDocumentation } from "./value-facts.js";
import type { NamedType } from "./workspace.js";

type Entry = OverrideEntry<TypeFacts>;

/** Makes a type that no input has, still without its facts. */
export function declareType(
  name: QName,
  { facts, span }: Entry,
  { workspace }: Applying,
): void {
  const origin = overridden(span);
  const type: NamedType =
    facts.values === undefined
      ? {
          kind: "complex",
          name,
          isAbstract: false,
          content: { contentKind: "empty" },
          attributes: [],
          attributeGroups: [],
          origin,
        }
      : {
          kind: "simple",
          variety: "atomic",
          name,
          base: named(xsd("string")),
          facets: [],
          origin,
        };
  workspace.types.set(name.key, type);
}

/** Applies an entry to the named type it is about. */
export function applyType(
  name: QName,
  { facts, span }: Entry,
  applying: Applying,
): void {
  const { workspace } = applying;
  const { base, members, name: newName } = facts;
  const type = workspace.types.get(name.key);
  if (type === undefined) return;
  const changed = withLiterals(withBase(type, base, applying), facts, applying);
  workspace.types.set(name.key, {
    ...withDocumentation(changed, facts, applying),
    name,
  });
  if (members !== undefined) {
    const place = {
      owner: { kind: "type", key: name.key },
      steps: [],
    } as const;
    const placed = placeMembers(place, { members, span }, applying);
    for (const each of placed)
      applyMember(each.found, each.entry, each.applying);
  }
  if (newName !== undefined) renameType(name, newName, applying);
}

function withBase(
  type: NamedType,
  base: Stated<string> | undefined,
  applying: Applying,
): NamedType {
  const reference = base && typeOf(base, applying);
  if (base === undefined || reference?.kind !== "named") return type;
  const origin = overridden(base.span);
  if (type.kind === "simple")
    return type.variety === "atomic"
      ? { ...type, base: reference, origin }
      : type;
  if (type.base === reference.name) {
    reportUnnecessary(applying, "base", base);
    return type;
  }
  if (!canExtend(type, reference.name, applying)) {
    const reason = "it is no structure, or it extends this one itself";
    reportNotApplicable(applying, { fact: "base", reason }, base.span);
    return type;
  }
  return { ...type, base: reference.name, derivation: "extension", origin };
}

/** The base has to be a structure, and none that is made from the type. */
function canExtend(
  { name }: ComplexType,
  base: QName,
  { workspace }: Applying,
): boolean {
  const seen = new Set<string>();
  let key: string | undefined = base.key;
  while (key !== undefined && !seen.has(key)) {
    if (key === name?.key) return false;
    seen.add(key);
    const type = workspace.types.get(key);
    if (type?.kind !== "complex") return seen.size > 1;
    key = type.base?.key;
  }
  return true;
}

function withLiterals(
  type: NamedType,
  facts: TypeFacts,
  applying: Applying,
): NamedType {
  const stated = facts.values ?? facts.open;
  if (stated === undefined) return type;
  if (type.kind === "complex") {
    const fact = facts.values === undefined ? "open" : "values";
    const reason = "it is a structure";
    reportNotApplicable(applying, { fact, reason }, stated.span);
    return type;
  }
  const made = enumerationFrom({ kind: "anonymous", type }, facts, applying);
  return made === undefined ? type : { ...made, name: type.name };
}

function renameType(
  name: QName,
  stated: Stated<string>,
  applying: Applying,
): void {
  const { workspace, path, sink } = applying;
  const wanted = wantedName(name, stated);
  if (wanted === name) return reportUnnecessary(applying, "name", stated);
  const isTaken =
    workspace.types.has(wanted.key) ||
    [...workspace.renamed.values()].includes(wanted);
  if (isTaken) {
    const parameters = { path, name: stated.value };
    sink.report("overrides/name-taken", parameters, { span: stated.span });
    return;
  }
  workspace.renamed.set(name.key, wanted);
  setOrigin(name, stated.span, applying);
}

function wantedName({ namespace }: QName, { value }: Stated<string>): QName {
  const match = /^(?:\{([^{}]*)\})?(.*)$/.exec(value);
  return qname(match?.[1] ?? namespace, match?.[2] ?? value);
}

function setOrigin({ key }: QName, span: Span, { workspace }: Applying): void {
  const type = workspace.types.get(key);
  if (type !== undefined)
    workspace.types.set(key, { ...type, origin: overridden(span) });
}

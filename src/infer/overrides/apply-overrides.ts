import { nearest, type DiagnosticSink } from "../../diagnostics/index.js";
import { qname, type Fragment, type QName } from "../../model/index.js";
import type { SourceText } from "../../source/index.js";
import type { Applying } from "./applying.js";
import { mapTypeNames } from "./map-type-names.js";
import { applyMember } from "./member-facts.js";
import { applyOperation } from "./operation-facts.js";
import { parseStep } from "./override-path.js";
import type {
  MemberFacts,
  OverrideEntry,
  OverridesDocument,
  TypeFacts,
} from "./overrides-document.js";
import { readOverrides } from "./read-overrides.js";
import { resolvePath, typesNamed } from "./resolve-path.js";
import { applyService } from "./service-facts.js";
import { applyType, declareType } from "./type-facts.js";
import {
  createWorkspace,
  finishWorkspace,
  type NamedType,
  type Workspace,
} from "./workspace.js";

/**
 * The fragments with what overrides files say in place of what the inputs say, whatever kind of input they come from.
 * Everything overridden has the origin `override` at its place in the file. An entry that matches nothing is an error,
 * one that says what the input says itself a warning.
 */
export function applyOverrides(
  fragments: readonly Fragment[],
  files: readonly SourceText[],
  sink: DiagnosticSink,
): readonly Fragment[] {
  if (files.length === 0) return fragments;
  const workspace = createWorkspace(fragments);
  const documents = files.map((source) => readOverrides(source, sink));
  const types = documents.flatMap((document) => document.types);
  const meanings = new Map(
    types.map((entry) => [entry, meaningOf(entry, { workspace, sink })]),
  );
  // Types first, so that members can be of them; renaming last, so that paths may use either name.
  for (const [entry, name] of meanings) {
    const applying = { workspace, sink, path: entry.key };
    if (name !== undefined) applyType(name, entry, applying);
  }
  for (const document of documents) applyDocument(document, workspace, sink);
  return renameTypes(finishWorkspace(workspace), workspace, sink);
}

function applyDocument(
  { service, operations, members }: OverridesDocument,
  workspace: Workspace,
  sink: DiagnosticSink,
): void {
  for (const entry of members) applyPath(entry, { workspace, sink });
  for (const entry of operations)
    applyOperation(entry, { workspace, sink, path: entry.key });
  if (service !== undefined)
    applyService(service, { workspace, sink, path: "service" });
}

type Base = Omit<Applying, "path">;

function applyPath(
  entry: OverrideEntry<MemberFacts>,
  { workspace, sink }: Base,
): void {
  const { key, span } = entry;
  const result = resolvePath(key, workspace);
  switch (result.kind) {
    case "found":
      return applyMember(result.found, entry, { workspace, sink, path: key });
    case "none": {
      const { suggestion: near } = result;
      const suggestion = near === "" ? "" : `; did you mean "${near}"?`;
      sink.report("overrides/no-match", { path: key, suggestion }, { span });
      return;
    }
    case "several": {
      const candidates = result.candidates.join(" or ");
      sink.report("overrides/ambiguous", { path: key, candidates }, { span });
    }
  }
}

/** The type an entry is about; one that no input has is declared, where the entry says what it is. */
function meaningOf(
  entry: OverrideEntry<TypeFacts>,
  { workspace, sink }: Base,
): QName | undefined {
  const { key: path, facts, span } = entry;
  const step = parseStep(path);
  if (step?.kind !== "element") {
    sink.report("overrides/no-match", { path, suggestion: "" }, { span });
    return undefined;
  }
  const [known, ...others] = typesNamed(step, workspace);
  if (known !== undefined && others.length === 0) return known;
  if (known !== undefined) {
    const candidates = [known, ...others].map(({ key }) => key).join(" or ");
    sink.report("overrides/ambiguous", { path, candidates }, { span });
    return undefined;
  }
  if (!facts.members && !facts.values && !facts.base) {
    const names = [...workspace.types.values()].map(({ name }) => name.local);
    const near = nearest(step.local, names);
    const suggestion = near === undefined ? "" : `; did you mean "${near}"?`;
    sink.report("overrides/no-match", { path, suggestion }, { span });
    return undefined;
  }
  const namespace = step.namespace ?? mainNamespace(workspace);
  const name = qname(namespace, step.local);
  declareType(name, entry, { workspace, sink, path });
  return name;
}

/** The namespace of the first component that is not built in. */
function mainNamespace({ types, elements, wellKnown }: Workspace): string {
  for (const { name } of [...elements.values(), ...types.values()])
    if (!wellKnown.has(name.key)) return name.namespace;
  return "";
}

/** Gives types their new names wherever they are used, and tells which declared ones are not used at all. */
function renameTypes(
  fragments: readonly Fragment[],
  { renamed }: Workspace,
  sink: DiagnosticSink,
): readonly Fragment[] {
  const used = new Set<string>();
  const newName = (name: QName): QName => renamed.get(name.key) ?? name;
  const mapped = fragments.map((fragment) =>
    mapTypeNames(fragment, (name) => {
      used.add(name.key);
      return newName(name);
    }),
  );
  return mapped.map((fragment) => ({
    ...fragment,
    schemas: fragment.schemas.map((schema) => ({
      ...schema,
      types: schema.types.map((type): NamedType => {
        reportUnused(type, used, sink);
        return { ...type, name: newName(type.name) };
      }),
    })),
  }));
}

/** A type that extends another is reached by `xsi:type`. */
function reportUnused(
  type: NamedType,
  used: ReadonlySet<string>,
  sink: DiagnosticSink,
): void {
  if (type.origin.how !== "override" || used.has(type.name.key)) return;
  if (type.kind === "complex" && type.base !== undefined) return;
  const { span } = type.origin;
  sink.report("overrides/unused-type", { type: type.name.local }, { span });
}

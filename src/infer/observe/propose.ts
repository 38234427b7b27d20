import type { Span } from "../../source/index.js";
import type {
  HiddenMembers,
  MemberObservation,
  ObservationLog,
  Seen,
} from "./observation.js";
import {
  attributeEntry,
  entryOf,
  memberKey,
  type MemberEntry,
} from "./shape-entry.js";

/** One thing that messages showed, in words. */
export interface Finding {
  readonly path: string;
  readonly what: string;
  /** In how many places. */
  readonly count: number;
  /** The first of them. */
  readonly span: Span;
}

/** The part of an overrides file that takes over what was observed. */
export interface ProposedOverrides {
  readonly operations?: Readonly<Record<string, { responseElement: string }>>;
  readonly members?: Readonly<Record<string, MemberEntry>>;
  readonly types?: Readonly<
    Record<
      string,
      { readonly base?: string; readonly members?: MemberEntry["members"] }
    >
  >;
}

export interface Proposal {
  readonly findings: readonly Finding[];
  readonly overrides: ProposedOverrides;
}

/** What the log says, as findings and as the overrides to make of them. `valuesOf` gives the literals that are known. */
export function propose(log: ObservationLog, known: Known): Proposal {
  const findings: Finding[] = [];
  const note = (path: string, what: string, { count, span }: Seen): void => {
    findings.push({ path, what, count, span });
  };
  const members = new Map<string, MemberEntry>();
  for (const [path, seen] of log.members) {
    const entry = memberEntry({ path, seen }, known, note);
    if (Object.keys(entry).length > 0) members.set(path, entry);
  }
  const types = new Map<
    string,
    { base?: string; members?: MemberEntry["members"] }
  >();
  for (const [name, seen] of log.derived) {
    note(name, `xsi:type names it where ${seen.base} is expected`, seen);
    types.set(name, { base: seen.base });
  }
  for (const [path, hidden] of log.hidden) {
    const added = hiddenEntries({ path, hidden }, known, note);
    const home =
      path.includes("/") || !(known.isType(path) || types.has(path))
        ? members
        : types;
    home.set(path, { ...home.get(path), members: added });
  }
  const operations = responseEntries(log, note);
  for (const [name, seen] of log.strangers)
    note(name, "no message of the service has it at its root", seen);
  return {
    findings,
    overrides: {
      ...section("operations", operations),
      ...section("members", members),
      ...section("types", types),
    },
  };
}

function responseEntries(
  { responses }: ObservationLog,
  note: Note,
): ReadonlyMap<string, { readonly responseElement: string }> {
  return new Map(
    [...responses].map(([name, { element, ...seen }]) => {
      note(name, `${element} answers it`, seen);
      return [name, { responseElement: element }];
    }),
  );
}

/** A section of an overrides file; none when it has no entries. */
function section<Name extends string, Entry>(
  name: Name,
  entries: ReadonlyMap<string, Entry>,
): { readonly [key in Name]?: Readonly<Record<string, Entry>> } {
  // A computed key is widened to any text.
  const made = { [name]: Object.fromEntries(entries) } as {
    readonly [key in Name]?: Readonly<Record<string, Entry>>;
  };
  return entries.size === 0 ? {} : made;
}

/** What the proposal has to know of the model. */
export interface Known {
  /** The literals of the enumeration at a path. */
  valuesAt(path: string): readonly string[];
  isType(path: string): boolean;
  /** Whether the type at a path has the element itself, and not from a base. */
  hasOwn(path: string, local: string): boolean;
  /** The namespace of the members of a type or member. */
  namespaceAt(path: string): string;
}

type Note = (path: string, what: string, seen: Seen) => void;

function memberEntry(
  { path, seen }: { readonly path: string; readonly seen: MemberObservation },
  known: Known,
  note: Note,
): MemberEntry {
  const { nil, missing, repeated, literals, combined, mistyped, content } =
    seen;
  if (nil) note(path, "xsi:nil stands for its value", nil);
  if (missing) note(path, "it is left out, though it is required", missing);
  if (repeated) note(path, "it occurs more than once", repeated);
  if (mistyped) note(path, "a value is not of its type", mistyped);
  if (content) note(path, "its content is shown", content);
  if (combined) note(path, "several literals stand in one value", combined);
  for (const [literal, found] of literals)
    note(path, `the literal “${literal}” is not among the known ones`, found);
  const shape = content ?? mistyped;
  const shown =
    seen.isUntyped === true
      ? { type: "xs:anyType" }
      : shape === undefined
        ? {}
        : entryOf(shape.shape, known.namespaceAt(path));
  return {
    ...shown,
    ...(nil ? { nillable: true } : {}),
    ...(missing ? { presence: "optional" } : {}),
    ...(repeated ? { repeated: true } : {}),
    ...(literals.size === 0
      ? {}
      : { values: [...known.valuesAt(path), ...literals.keys()] }),
    // A list of literals has no entry of its own; an open enumeration takes it as it is.
    ...(combined ? { open: true } : {}),
  };
}

function hiddenEntries(
  { path, hidden }: { readonly path: string; readonly hidden: HiddenMembers },
  known: Known,
  note: Note,
): Readonly<Record<string, MemberEntry>> {
  const namespace = known.namespaceAt(path);
  const entries: (readonly [string, MemberEntry])[] = [];
  const others = new Set<string>();
  for (const seen of hidden.attributes.values()) {
    const [key, entry] = attributeEntry(seen.attribute);
    note(`${path}/${key}`, "an attribute that is not known", seen);
    entries.push([key, entry]);
  }
  for (const seen of hidden.elements.values()) {
    const key = memberKey(seen.shape.name, namespace);
    note(`${path}/${key}`, "a member that is not known", seen);
    // What a base has comes first anyway.
    const isNamed = known.hasOwn(path, seen.after) || others.has(seen.after);
    const place = isNamed ? { after: seen.after } : {};
    entries.push([key, { ...entryOf(seen.shape, namespace), ...place }]);
    others.add(seen.shape.name.local);
  }
  if (hidden.text !== undefined) {
    note(`${path}/$value`, "text where none is known", hidden.text);
    const { type = "xs:string" } = entryOf(hidden.text.shape, namespace);
    entries.push(["$value", { type }]);
  }
  return Object.fromEntries(entries);
}

import type { DiagnosticSink } from "../diagnostics/index.js";
import type { ErrorNote, Page, ParameterNote } from "../model/index.js";
import { fitsNote, typeOfExample, typesOfNote } from "./note-type.js";
import type {
  MessageEvidence,
  OperationEvidence,
} from "./operation-evidence.js";
import type {
  ElementShape,
  LeafShape,
  MemberShape,
  OccurrenceShape,
} from "./shape.js";

/**
 * Puts what the prose says onto the members it names: documentation, presence, repetition, and the type where the
 * sample shows none. A note first looks among the parameters of the operation, then anywhere in its messages. Where
 * note and sample contradict each other, the sample holds and both places are reported.
 */
export function applyNotes(
  evidence: OperationEvidence,
  sink: DiagnosticSink,
): OperationEvidence {
  const notes = evidence.pages.flatMap((page) => [
    ...page.notes,
    ...page.errors.flatMap(missingNote),
  ]);
  const targets = findTargets(evidence, notes);
  reportTypes(evidence.name, targets, sink);
  for (const note of notes) {
    if (targets.used.has(note) || note.text === "") continue;
    sink.report(
      "infer/note-without-member",
      { operation: evidence.name, name: note.name },
      { span: note.span },
    );
  }
  const infersArrays = evidence.pages.every((page) => !isGenerated(page));
  const apply = (message: MessageEvidence): MessageEvidence => ({
    headers: message.headers,
    body: message.body.map((root) =>
      annotate(root, targets.byShape, infersArrays),
    ),
  });
  const { response } = evidence;
  return {
    ...evidence,
    request: apply(evidence.request),
    ...(response === undefined ? {} : { response: apply(response) }),
  };
}

/** An error about a missing parameter says that it is required. */
function missingNote({
  message,
  isSuffix,
  span,
}: ErrorNote): readonly ParameterNote[] {
  const name =
    /^(?:(?:invalid|empty|null) or )?missing ([^.,;:!]{1,60})[.!]?$/i.exec(
      message.trim(),
    )?.[1];
  // Behind a program's variable it may be about several parameters.
  if (name === undefined || isSuffix) return [];
  return [{ name, text: "", direction: "in", presence: "required", span }];
}

/** Contradictions between what notes call a type and what samples show for certain. */
function reportTypes(
  operation: string,
  { byShape }: Targets,
  sink: DiagnosticSink,
): void {
  for (const [{ name, content, span }, notes] of byShape) {
    if (content.kind !== "leaf" || content.leaf.certainty !== "certain")
      continue;
    for (const { type = "", span: place } of notes) {
      const types = typesOfNote(type);
      if (types.length === 0 || fitsNote(content.leaf, types)) continue;
      const shown = content.leaf.kind === "type" ? content.leaf.name.local : "";
      sink.report(
        "infer/note-contradiction",
        { operation, path: name.local, sample: shown, note: type },
        { span: place, related: [{ message: "the sample", span }] },
      );
    }
  }
}

/** Generated pages print a repeated element twice; hand-made ones often once. */
function isGenerated(page: Page): boolean {
  return page.style === "asmx" || page.style === "mono";
}

interface Targets {
  readonly byShape: ReadonlyMap<ElementShape, readonly ParameterNote[]>;
  readonly used: ReadonlySet<ParameterNote>;
}

function findTargets(
  evidence: OperationEvidence,
  notes: readonly ParameterNote[],
): Targets {
  const { request, response } = evidence;
  const both = membersByLevel([...request.body, ...(response?.body ?? [])]);
  const sent = membersByLevel(request.body);
  const byShape = new Map<ElementShape, ParameterNote[]>();
  const used = new Set<ParameterNote>();
  for (const note of notes) {
    const wanted = comparable(note.name.split(".").at(-1) ?? note.name);
    const has = (names: ReadonlyMap<string, unknown>): boolean =>
      names.has(wanted);
    const inRequest = note.direction === "in" ? sent.find(has) : undefined;
    const level = inRequest ?? both.find(has);
    for (const shape of level?.get(wanted) ?? []) {
      used.add(note);
      const known = byShape.get(shape);
      if (known === undefined) byShape.set(shape, [note]);
      else known.push(note);
    }
  }
  return { byShape, used };
}

/** Elements by comparable name, one map per depth, outermost first. */
function membersByLevel(
  roots: readonly ElementShape[],
): readonly ReadonlyMap<string, readonly ElementShape[]>[] {
  const levels: Map<string, ElementShape[]>[] = [];
  let current: readonly ElementShape[] = roots.flatMap(children);
  while (current.length > 0) {
    const level = new Map<string, ElementShape[]>();
    for (const shape of current) {
      const name = comparable(shape.name.local);
      const known = level.get(name);
      if (known === undefined) level.set(name, [shape]);
      else known.push(shape);
    }
    levels.push(level);
    current = current.flatMap(children);
  }
  return levels;
}

function children(shape: ElementShape): readonly ElementShape[] {
  if (shape.content.kind !== "members") return [];
  return shape.content.members.flatMap((member) =>
    member.kind === "element" ? [member.element] : [],
  );
}

/** “Account ID” and `AccountID` are the same name. */
function comparable(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

function annotate(
  shape: ElementShape,
  notes: ReadonlyMap<ElementShape, readonly ParameterNote[]>,
  infersArrays: boolean,
): ElementShape {
  const own = notes.get(shape) ?? [];
  const described = withStatedType(
    withPresence(withDocumentation(shape, own), own),
    own,
  );
  const content = described.content;
  if (content.kind !== "members")
    return own.some((note) => note.isArray)
      ? repeated(described, "the notes")
      : described;
  const members = content.members.map((member): MemberShape =>
    member.kind === "element"
      ? {
          kind: "element",
          element: annotate(member.element, notes, infersArrays),
        }
      : member,
  );
  const annotated = { ...described, content: { ...content, members } };
  const reason = own.some((note) => note.isArray)
    ? "the notes call it an array"
    : infersArrays && isPluralWrapper(described, members)
      ? "a plural name around a singular one"
      : undefined;
  return reason === undefined
    ? annotated
    : withRepeatedItem(annotated, members, reason);
}

/** Whether the only member of this element repeats by its name: `Orders` around `Order`. */
function isPluralWrapper(
  shape: ElementShape,
  members: readonly MemberShape[],
): boolean {
  const [only] = members;
  if (
    members.length !== 1 ||
    only?.kind !== "element" ||
    only.element.isRepeated
  )
    return false;
  const [wrapper, item] = [
    comparable(shape.name.local),
    comparable(only.element.name.local),
  ];
  const plurals = [
    `${item}s`,
    `${item}es`,
    `${item.replace(/y$/, "ie")}s`,
    `${item}list`,
    `listof${item}`,
    `arrayof${item}`,
  ];
  return plurals.includes(wrapper);
}

function withRepeatedItem(
  shape: ElementShape,
  members: readonly MemberShape[],
  reason: string,
): ElementShape {
  const [only] = members;
  if (members.length !== 1 || only?.kind !== "element")
    return repeated(shape, reason);
  const element = repeated(only.element, reason);
  return {
    ...shape,
    content: { kind: "members", members: [{ kind: "element", element }] },
  };
}

function repeated(shape: ElementShape, reason: string): ElementShape {
  const occurrence: OccurrenceShape = shape.occurrence ?? {
    min: 0,
    max: "unbounded",
    certainty: "likely",
    note: reason,
  };
  return { ...shape, isRepeated: true, occurrence };
}

function withDocumentation(
  shape: ElementShape,
  notes: readonly ParameterNote[],
): ElementShape {
  const texts = [...new Set(notes.map((note) => note.text.trim()))].filter(
    (text) => text !== "",
  );
  return texts.length === 0
    ? shape
    : { ...shape, documentation: texts.join("\n\n") };
}

/** A leaf whose sample shows no type, or an example only, is likely of the type that the page calls it. */
function withStatedType(
  shape: ElementShape,
  notes: readonly ParameterNote[],
): ElementShape {
  const { content } = shape;
  const isOpen =
    content.kind === "leaf" &&
    content.leaf.kind === "type" &&
    content.leaf.certainty === "ambiguous";
  const isExample =
    content.kind === "leaf" &&
    content.leaf.certainty === "likely" &&
    shape.examples.length > 0;
  if (!isOpen && !isExample) return shape;
  for (const { type = "" } of notes) {
    const [name] = isOpen
      ? typesOfNote(type)
      : [
          typeOfExample(
            type,
            shape.examples.map(({ text }) => text),
          ),
        ];
    if (name === undefined) continue;
    const note = `the page calls it ${type.trim()}`;
    const leaf: LeafShape = { kind: "type", name, certainty: "likely", note };
    return { ...shape, content: { kind: "leaf", leaf } };
  }
  return shape;
}

function withPresence(
  shape: ElementShape,
  notes: readonly ParameterNote[],
): ElementShape {
  const stated = notes.find((note) => note.presence !== undefined);
  if (stated === undefined || shape.occurrence !== undefined) return shape;
  const min = stated.presence === "required" ? 1 : 0;
  const max = shape.isRepeated ? "unbounded" : 1;
  return {
    ...shape,
    occurrence: {
      min,
      max,
      certainty: "likely",
      note: `the page calls it ${stated.presence}`,
    },
  };
}

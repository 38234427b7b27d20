import { nearest } from "../../diagnostics/index.js";
import { named, qname, type Message, type QName } from "../../model/index.js";
import {
  findMember,
  followSteps,
  memberNames,
  type Found,
} from "./find-member.js";
import {
  parseOverridePath,
  stepNames,
  type OverridePath,
  type PathStep,
} from "./override-path.js";
import { samePlace } from "./place.js";
import type { Workspace } from "./workspace.js";

export type Resolution =
  | { readonly kind: "found"; readonly found: Found }
  /** `suggestion` is a path that exists, or ''. */
  | { readonly kind: "none"; readonly suggestion: string }
  | { readonly kind: "several"; readonly candidates: readonly string[] };

/**
 * What a path means. It starts at a type, a global element (the root of a message, a header) or an operation, in this
 * order of precedence, and goes from member to member.
 */
export function resolvePath(text: string, workspace: Workspace): Resolution {
  const path = parseOverridePath(text);
  if (path === undefined) return { kind: "none", suggestion: "" };
  const ways = startsOf(path, workspace);
  for (const starts of ways) {
    const found = starts.flatMap(({ start, steps, label }) => {
      const end = followSteps(start, steps, workspace);
      return end === undefined ? [] : [{ end, label }];
    });
    const [first, ...others] = found;
    if (first === undefined) continue;
    if (others.every(({ end }) => samePlace(end.place, first.end.place)))
      return { kind: "found", found: first.end };
    const candidates = found.map(({ label }) => withStart(path, label));
    return { kind: "several", candidates: [...new Set(candidates)] };
  }
  return { kind: "none", suggestion: suggest(path, ways, workspace) };
}

function withStart({ steps }: OverridePath, label: string): string {
  return [label, ...steps.map(({ text }) => text)].join("/");
}

/** A component to follow the steps from. */
interface Start {
  readonly start: Found;
  readonly steps: readonly PathStep[];
  /** The first step as it would be unambiguous. */
  readonly label: string;
}

function startsOf(
  path: OverridePath,
  workspace: Workspace,
): readonly (readonly Start[])[] {
  if (path.message !== undefined) return [operationStarts(path, workspace)];
  return [
    typeStarts(path, workspace),
    elementStarts(path, workspace),
    operationStarts(path, workspace),
  ];
}

/** Types that a name stands for: those of the input, or by their namespace the built-in ones too. */
export function typesNamed(
  step: Pick<PathStep, "local" | "namespace">,
  { types, renamed, wellKnown }: Workspace,
): readonly QName[] {
  const isMeant = (name: QName): boolean =>
    stepNames(step, name) &&
    (step.namespace !== undefined || !wellKnown.has(name.key));
  return [...types.values()].flatMap(({ name }) => {
    const now = renamed.get(name.key);
    return isMeant(name) || (now !== undefined && isMeant(now)) ? [name] : [];
  });
}

function typeStarts(
  { start, steps }: OverridePath,
  workspace: Workspace,
): readonly Start[] {
  if (steps.length === 0) return [];
  return typesNamed(start, workspace).map((name) => ({
    start: {
      place: { owner: { kind: "type", key: name.key }, steps: [] },
      type: named(name),
    },
    steps,
    label: name.key,
  }));
}

function elementStarts(
  { start, steps }: OverridePath,
  workspace: Workspace,
): readonly Start[] {
  const { elements, wellKnown } = workspace;
  return [...elements.values()].flatMap(({ name, type }) => {
    if (!stepNames(start, name)) return [];
    if (start.namespace === undefined && wellKnown.has(name.key)) return [];
    const place = {
      owner: { kind: "element", key: name.key },
      steps: [],
    } as const;
    return [{ start: { place, type }, steps, label: name.key }];
  });
}

type Direction = "request" | "response";

/** The messages of an operation, SOAP before HTTP; of each direction the first that has the member. */
function operationStarts(
  path: OverridePath,
  workspace: Workspace,
): readonly Start[] {
  const directions: readonly Direction[] =
    path.message === undefined ? ["request", "response"] : [path.message];
  return directions.flatMap((direction) => {
    const starts = messagesOf(path.start.local, direction, workspace).flatMap(
      (message) => partStarts(message, path.steps, workspace),
    );
    const label = `${path.start.local}:${direction}`;
    const fitting = starts.find(
      ({ start, steps }) => followSteps(start, steps, workspace) !== undefined,
    );
    const [first] = starts;
    const best = fitting ?? first;
    return best === undefined ? [] : [{ ...best, label }];
  });
}

function messagesOf(
  operation: string,
  direction: Direction,
  { fragments, messages }: Workspace,
): readonly Message[] {
  const declared = fragments
    .flatMap(({ portTypes }) => portTypes)
    .flatMap(({ operations }) => operations)
    .filter(({ name }) => name === operation);
  return declared.flatMap(({ input, output }) => {
    const side = direction === "request" ? input : output;
    const message =
      side === undefined ? undefined : messages.get(side.message.key);
    return message ?? [];
  });
}

/** The content of an element part is what `inspect` shows of the message; other parts are members themselves. */
function partStarts(
  message: Message,
  steps: readonly PathStep[],
  workspace: Workspace,
): readonly Omit<Start, "label">[] {
  const [first, ...rest] = steps;
  return message.parts.flatMap((part): readonly Omit<Start, "label">[] => {
    if (part.element !== undefined) {
      const { key } = part.element;
      const type = workspace.elements.get(key)?.type;
      if (type === undefined) return [];
      const place = { owner: { kind: "element", key }, steps: [] } as const;
      const start = { place, type };
      const isNamed = first !== undefined && stepNames(first, part.element);
      return isNamed && findMember(start, first, workspace) === undefined
        ? [{ start, steps: rest }]
        : [{ start, steps }];
    }
    if (part.type === undefined || first?.local !== part.name) return [];
    const name = qname("", part.name);
    const owner = { kind: "message", key: message.name.key } as const;
    const place = { owner, steps: [{ kind: "element", name }] } as const;
    return [{ start: { place, type: part.type }, steps: rest }];
  });
}

function suggest(
  path: OverridePath,
  ways: readonly (readonly Start[])[],
  workspace: Workspace,
): string {
  const start = ways.flat()[0];
  if (start === undefined) return suggestStart(path, workspace);
  let found = start.start;
  const { steps } = start;
  for (const [index, step] of steps.entries()) {
    const next = findMember(found, step, workspace);
    if (next === undefined) {
      const near = nearest(step.text, memberNames(found, workspace));
      if (near === undefined) return "";
      const before = steps.slice(0, index).map(({ text }) => text);
      const after = steps.slice(index + 1).map(({ text }) => text);
      return [path.start.text, ...before, near, ...after].join("/");
    }
    found = next;
  }
  return "";
}

function suggestStart(path: OverridePath, workspace: Workspace): string {
  const { types, elements, fragments } = workspace;
  const names = [
    ...[...types.values(), ...elements.values()].map(({ name }) => name.local),
    ...fragments.flatMap(({ portTypes }) =>
      portTypes.flatMap(({ operations }) => operations.map(({ name }) => name)),
    ),
  ];
  const near = nearest(path.start.local, names);
  return near === undefined ? "" : withStart(path, near);
}

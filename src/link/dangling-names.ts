import { nearest, type DiagnosticSink } from "../diagnostics/index.js";
import type { QName } from "../model/index.js";
import type { Span } from "../source/index.js";

export type DanglingKind =
  "binding" | "message" | "header" | "port-type" | "operation";

/** One reference to a component that is not declared. */
export interface DanglingName {
  readonly kind: DanglingKind;
  /** What is missing; equal ones are one cause. */
  readonly name: string;
  /** Who refers to it: the first is named, the others are shown. */
  readonly user: string;
  readonly span: Span;
  /** Names that may have been meant. */
  readonly candidates: Iterable<string>;
}

/** References of one WSDL component to another that lead nowhere. */
export interface DanglingNames {
  add(dangling: DanglingName): void;
  /** One diagnostic for each missing component, with all its users. */
  report(sink: DiagnosticSink): void;
}

interface Missing extends DanglingName {
  readonly others: Map<string, Span>;
}

/** Suggestions compare with every name there is; beyond this many missing ones they would not be read. */
const MAX_SUGGESTIONS = 25;

export function createDanglingNames(): DanglingNames {
  const missing = new Map<string, Missing>();
  return {
    add(dangling) {
      const { kind, name, span } = dangling;
      const known = missing.get(`${kind} ${name}`);
      if (known === undefined)
        missing.set(`${kind} ${name}`, { ...dangling, others: new Map() });
      else if (placeOf(known.span) !== placeOf(span))
        known.others.set(placeOf(span), span);
    },
    report(sink) {
      let suggestions = 0;
      for (const {
        kind,
        name,
        user,
        span,
        candidates,
        others,
      } of missing.values()) {
        const near =
          suggestions++ < MAX_SUGGESTIONS
            ? nearestNamed(name, [...candidates])
            : undefined;
        const hint = near === undefined ? "" : `; did you mean ${near}?`;
        const related = [...others.values()].map((other) => ({
          message: "also used here",
          span: other,
        }));
        const parameters = { name, user, hint };
        sink.report(`link/unresolved-${kind}`, parameters, { span, related });
      }
    },
  };
}

/** Several bindings link the same message: each place counts once. */
function placeOf({ file, offset }: Span): string {
  return `${file}:${offset}`;
}

/** Of names in other namespaces, as `{namespace}local`, only the local part is compared. */
function nearestNamed(
  name: string,
  candidates: readonly string[],
): string | undefined {
  const near = nearest(name, candidates.map(bare));
  return candidates.find((candidate) => bare(candidate) === near);
}

function bare(candidate: string): string {
  return candidate.replace(/^\{[^{}]*\}/, "");
}

/** The local names of components in one namespace; where there are none, of all, with their namespaces. */
export function localNames(
  components: Iterable<{ readonly name: QName }>,
  namespace: string,
): readonly string[] {
  const names = [...components].map(({ name }) => name);
  const same = names.filter((name) => name.namespace === namespace);
  return same.length > 0
    ? same.map(({ local }) => local)
    : names.map((name) => `{${name.namespace}}${name.local}`);
}

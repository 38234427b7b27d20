import type { DiagnosticSink } from "../../diagnostics/index.js";
import type { Page } from "../../model/index.js";
import type { OperationGroup } from "./operation-group.js";

/** At most so many places are listed with a finding; the page itself holds all. */
const maximumRelated = 10;

/** Tells what was put right and what was not understood, once for each page. */
export function reportPages(
  sink: DiagnosticSink,
  pages: readonly Page[],
): void {
  for (const page of pages) {
    reportRepairs(sink, page);
    reportLeftovers(sink, page);
  }
}

/** A message cut off is an error where no other one of the operation shows the same. */
export function reportTruncated(
  sink: DiagnosticSink,
  group: OperationGroup,
  operation: string,
): void {
  for (const { draft, sample } of group.samples) {
    if (!draft.isTruncated) continue;
    const isShown = group.samples.some(
      (other) => other.sample.role === sample.role && !other.draft.isTruncated,
    );
    sink.report(
      "page/truncated-sample",
      { role: sample.role, operation },
      { span: sample.span, severity: isShown ? "warning" : "error" },
    );
  }
}

function reportRepairs(sink: DiagnosticSink, { repairs }: Page): void {
  const [first, ...rest] = repairs;
  if (first === undefined) return;
  sink.report(
    "page/repaired",
    { count: String(repairs.length), first: first.description },
    {
      span: first.span,
      related: rest
        .slice(0, maximumRelated)
        .map(({ description, span }) => ({ message: description, span })),
    },
  );
}

function reportLeftovers(sink: DiagnosticSink, { leftovers }: Page): void {
  const [first, ...rest] = leftovers;
  if (first === undefined) return;
  sink.report(
    "page/not-understood",
    { count: String(leftovers.length), first: shorten(first.text) },
    {
      span: first.span,
      related: rest
        .slice(0, maximumRelated)
        .map(({ text, span }) => ({ message: shorten(text), span })),
    },
  );
}

function shorten(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 59)}…`;
}

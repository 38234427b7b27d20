import type { DiagnosticSink, RelatedPlace } from "./diagnostics/index.js";
import type { Change } from "./diff/index.js";
import type { Span } from "./source/index.js";

export interface ReportedChanges {
  readonly changes: readonly Change[];
  /** Name of the service, where several are compared. */
  readonly service?: string | undefined;
  /** What stands before the path of an old file: `git:main:`. */
  readonly oldLabel: string;
}

/** Changes as findings: at the new place, with the old one beside it. */
export function reportChanges(
  { changes, service, oldLabel }: ReportedChanges,
  sink: DiagnosticSink,
): void {
  for (const change of changes) {
    const { code, was, is, oldSpan, newSpan, operations } = change;
    const path =
      service === undefined ? change.path : `${service}: ${change.path}`;
    const old = oldSpan && labelled(oldSpan, oldLabel);
    const related: readonly RelatedPlace[] =
      old === undefined || newSpan === undefined
        ? []
        : [{ message: "as it was", span: old }];
    const parameters = {
      path,
      was,
      is,
      reach: reachOf(change),
      breaks: change.breaks ?? "",
      operations: String(operations),
    };
    sink.report(code, parameters, { span: newSpan ?? old, related });
  }
}

/** Changes of services and operations say by themselves what they are about. */
function reachOf({ operations }: Change): string {
  if (operations === 0) return " (no operation uses it)";
  return operations > 1 ? ` (${operations} operations)` : "";
}

export function labelled(span: Span, label: string): Span {
  return label === "" ? span : { ...span, file: `${label}${span.file}` };
}

import type { DiagnosticSink, RelatedPlace } from "../diagnostics/index.js";
import type { Page, SampleElement } from "../model/index.js";
import { operationName } from "./operation-name.js";

/**
 * Which operation each page without messages is about: the one it names, or the only one that has all members it
 * describes. Pages that fit none, and lists of operations, are left out.
 */
export function prosePages(pages: readonly Page[]): ReadonlyMap<Page, string> {
  const shown = pages.filter(({ samples }) => samples.length > 0);
  const names = new Map(
    shown.map((page) => [comparable(operationName(page)), operationName(page)]),
  );
  const joined = new Map<Page, string>();
  for (const page of pages.filter(isProse)) {
    const named = names.get(comparable(page.operation?.text ?? ""));
    const name = named ?? onlyFitting(page, shown);
    if (name !== undefined) joined.set(page, name);
  }
  return joined;
}

/** Lists of operations name their service. */
function isProse({ samples, service }: Page): boolean {
  return samples.length === 0 && service === undefined;
}

/** A page that names an operation of its own is about that one, whatever its parameters are called. */
function onlyFitting(page: Page, shown: readonly Page[]): string | undefined {
  if (page.operation !== undefined || page.notes.length < 2) return undefined;
  const wanted = page.notes.map(({ name }) =>
    comparable(name.split(".").at(-1) ?? name),
  );
  const fitting = shown.filter(({ samples }) => {
    const members = new Set<string>();
    for (const { body } of samples)
      for (const root of body) collectNames(root, members);
    return wanted.every((name) => members.has(name));
  });
  const names = new Set(fitting.map(operationName));
  const [only] = names;
  return names.size === 1 ? only : undefined;
}

function collectNames(element: SampleElement, names: Set<string>): void {
  for (const node of element.content) {
    if (node.kind !== "element") continue;
    names.add(comparable(node.name.local));
    collectNames(node, names);
  }
}

/** “Cancel shipment” and `cancelShipment` are the same name. */
function comparable(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

/** Says of each page without messages what it describes: an error where that helps no operation of the other pages. */
export function reportProsePages(
  pages: readonly Page[],
  sink: DiagnosticSink,
): void {
  const joined = prosePages(pages);
  for (const page of pages.filter(isProse)) {
    const related = describedParts(page);
    const { path: file } = page.source;
    const span = { file, offset: 0, length: 0, line: 1, column: 1 };
    const operation = joined.get(page);
    if (operation === undefined)
      sink.report("page/no-samples", {}, { span, related });
    else sink.report("page/joined", { operation }, { span, related });
  }
}

/** What a page without messages does say; it can help a page that has them. */
function describedParts({
  operation,
  notes,
  errors,
}: Page): readonly RelatedPlace[] {
  const [note] = notes;
  const [error] = errors;
  const names = [...new Set(notes.map(({ name }) => name))];
  return [
    ...(operation === undefined
      ? []
      : [{ message: `names the operation ${operation.text}`, ...operation }]),
    ...(note === undefined
      ? []
      : [
          {
            message: `describes ${names.join(", ")}, but not the elements around`,
            span: note.span,
          },
        ]),
    ...(error === undefined
      ? []
      : [{ message: "lists errors", span: error.span }]),
  ].map(({ message, span }) => ({ message, span }));
}

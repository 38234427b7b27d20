import type { Span } from "../../source/index.js";
import type { XmlElement } from "../../xml/index.js";
import type { SchemaContext } from "./schema-context.js";

export const IGNORED = "is ignored";
export const HONOURED = "is read as it is meant";

/** Reports what only XML Schema 1.1 knows, and what becomes of it. */
export function reportVersion11(
  construct: string,
  treatment: string,
  {
    element,
    context,
    span = element.span,
  }: {
    readonly element: XmlElement;
    readonly context: Pick<SchemaContext, "sink">;
    readonly span?: Span;
  },
): void {
  context.sink.report("xsd/version-1.1", { construct, treatment }, { span });
}

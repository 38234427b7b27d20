import type { Origin, QName } from "../model/index.js";
import type { InspectedFact, InspectedName } from "./inspection.js";

export function inspectFact({
  span,
  how,
  certainty,
  note,
}: Origin): InspectedFact {
  return {
    certainty,
    how,
    file: span.file,
    line: span.line,
    column: span.column,
    ...(note === undefined ? {} : { note }),
  };
}

export function inspectName({ namespace, local }: QName): InspectedName {
  return { namespace, local };
}

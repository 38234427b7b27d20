import type { DiagnosticSink } from "../../diagnostics/index.js";
import { findCycles } from "./find-cycles.js";
import type { OpenSchemaSet } from "./joined-schemas.js";
import { basesOf, withoutBase } from "./type-bases.js";

/** Reports types that derive from themselves and cuts the chain, so that no later walk up it is endless. */
export function cutCircularTypes(
  schemas: OpenSchemaSet,
  sink: DiagnosticSink,
): void {
  const names = [...schemas.types.keys()];
  const cycles = findCycles(names, (key) => {
    const type = schemas.types.get(key);
    return type === undefined ? [] : basesOf(type).map((base) => base.key);
  });
  for (const cycle of cycles) {
    const [first = ""] = cycle;
    const type = schemas.types.get(first);
    if (type === undefined) continue;
    const path = [...cycle, first].join(" → ");
    const parameters = { name: type.name.key, path };
    sink.report("link/circular-type", parameters, { span: type.origin.span });
    for (const key of cycle) {
      const member = schemas.types.get(key);
      if (member !== undefined)
        schemas.types.set(key, { ...withoutBase(member), name: member.name });
    }
  }
}

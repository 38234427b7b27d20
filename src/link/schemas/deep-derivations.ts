import type { DiagnosticSink } from "../../diagnostics/index.js";
import type { QName } from "../../model/index.js";
import type { OpenSchemaSet } from "./joined-schemas.js";
import { basesOf, withoutBase } from "./type-bases.js";

/** The longest chain of types each derived from the one before; those of real schemas have a dozen. */
const MAX_STEPS = 500;

/** Reports types that derive over too many others and cuts the chain: later walks up it take a step of the stack each. */
export function cutDeepDerivations(
  schemas: OpenSchemaSet,
  sink: DiagnosticSink,
): void {
  const steps = new Map<string, number>();
  // Without recursion: the chain may be as long as the input is. There are no cycles any more.
  const stack = [...schemas.types.keys()];
  for (let key = stack.at(-1); key !== undefined; key = stack.at(-1)) {
    const type = schemas.types.get(key);
    const bases = type === undefined ? [] : basesOf(type);
    const open = steps.has(key)
      ? []
      : bases.filter((base) => !steps.has(base.key));
    for (const base of open) stack.push(base.key);
    if (open.length > 0) continue;
    stack.pop();
    if (steps.has(key)) continue;
    const count = stepsOver(bases, steps);
    steps.set(key, count > MAX_STEPS ? 0 : count);
    if (type === undefined || count <= MAX_STEPS) continue;
    const parameters = { name: type.name.key, limit: String(MAX_STEPS) };
    const { span } = type.origin;
    sink.report("link/derivation-too-deep", parameters, { span });
    schemas.types.set(key, { ...withoutBase(type), name: type.name });
  }
}

function stepsOver(
  bases: readonly QName[],
  steps: ReadonlyMap<string, number>,
): number {
  return bases.reduce(
    (most, base) => Math.max(most, (steps.get(base.key) ?? 0) + 1),
    0,
  );
}

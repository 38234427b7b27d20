import type { DiagnosticSink } from "../diagnostics/index.js";
import {
  listUnknown,
  type Fragment,
  type UnknownPart,
} from "../model/index.js";

/** Tells what stays unknown of what pages told; said once overrides had their say. */
export function reportUnknown(
  fragments: readonly Fragment[],
  sink: DiagnosticSink,
): void {
  const schemas = fragments
    .flatMap((fragment) => fragment.schemas)
    .filter(({ isWellKnown }) => isWellKnown !== true);
  const unknown = listUnknown({
    elements: schemas.flatMap(({ elements }) => elements),
    types: schemas.flatMap(({ types }) => types),
    parts: fragments.flatMap(typedParts),
  });
  for (const { path, name, reason, origin } of unknown) {
    const parameters = { path: path.replaceAll("/", "."), name, reason };
    sink.report("infer/unknown-content", parameters, { span: origin.span });
  }
}

function typedParts({ portTypes, messages }: Fragment): readonly UnknownPart[] {
  const known = new Map(messages.map((message) => [message.name, message]));
  return portTypes.flatMap(({ operations }) =>
    operations.flatMap((operation) =>
      (["input", "output"] as const).flatMap((side) => {
        const name = operation[side]?.message;
        const message = name === undefined ? undefined : known.get(name);
        const direction = side === "input" ? "request" : "response";
        return (message?.parts ?? []).flatMap((part) =>
          part.type === undefined
            ? []
            : [
                {
                  ...part,
                  type: part.type,
                  path: `${operation.name}:${direction}/${part.name}`,
                },
              ],
        );
      }),
    ),
  );
}

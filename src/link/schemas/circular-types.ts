import type { DiagnosticSink } from "../../diagnostics/index.js";
import {
  named,
  xsd,
  type QName,
  type TypeDefinition,
  type TypeReference,
} from "../../model/index.js";
import { findCycles } from "./find-cycles.js";
import type { OpenSchemaSet } from "./joined-schemas.js";

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

/** Types that must be known before the type is: base, items and members, also of simple types in place. */
function basesOf(type: TypeDefinition): readonly QName[] {
  if (type.kind === "complex") {
    const own = type.base === undefined ? [] : [type.base];
    const { content } = type;
    return content.contentKind === "simple"
      ? [...own, ...namesIn(content.type)]
      : own;
  }
  switch (type.variety) {
    case "atomic":
      return namesIn(type.base);
    case "list":
      return namesIn(type.itemType);
    case "union":
      return type.memberTypes.flatMap(namesIn);
  }
}

function namesIn(reference: TypeReference): readonly QName[] {
  if (reference.kind === "named") return [reference.name];
  return reference.kind === "anonymous" ? basesOf(reference.type) : [];
}

function withoutBase(type: TypeDefinition): TypeDefinition {
  if (type.kind === "complex") {
    const { base: _base, derivation: _derivation, ...rest } = type;
    const content =
      type.content.contentKind === "simple"
        ? ({ contentKind: "mixed" } as const)
        : type.content;
    return { ...rest, content };
  }
  const { origin } = type;
  const base = named(xsd("anySimpleType"));
  return { kind: "simple", variety: "atomic", base, facets: [], origin };
}

import type { DiagnosticSink } from "../../diagnostics/index.js";
import type {
  DerivationMethod,
  QName,
  TypeDefinition,
  TypeReference,
} from "../../model/index.js";
import type { OpenSchemaSet } from "./joined-schemas.js";

/** Reports types that derive in a way that their base is final for (XML Schema part 1 §3.4.6 and §3.14.6). */
export function checkFinal(schemas: OpenSchemaSet, sink: DiagnosticSink): void {
  for (const type of schemas.types.values()) {
    for (const { base, method } of derivationsOf(type)) {
      const isFinal = schemas.types.get(base.key)?.final?.includes(method);
      if (isFinal !== true) continue;
      const parameters = { name: type.name.key, base: base.key, method };
      sink.report("link/final-type", parameters, { span: type.origin.span });
    }
  }
}

interface Derivation {
  readonly base: QName;
  readonly method: DerivationMethod;
}

function derivationsOf(type: TypeDefinition): readonly Derivation[] {
  if (type.kind === "complex") {
    const { base, derivation = "restriction" } = type;
    return base === undefined ? [] : [{ base, method: derivation }];
  }
  switch (type.variety) {
    case "atomic":
      return from(type.base, "restriction");
    case "list":
      return from(type.itemType, "list");
    case "union":
      return type.memberTypes.flatMap((member) => from(member, "union"));
  }
}

function from(
  type: TypeReference,
  method: DerivationMethod,
): readonly Derivation[] {
  return type.kind === "named" ? [{ base: type.name, method }] : [];
}

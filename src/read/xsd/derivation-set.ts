import type { DerivationMethod } from "../../model/index.js";
import { attribute, type XmlElement } from "../../xml/index.js";
import type { SchemaContext } from "./schema-context.js";

/** What a kind of component can block or be final for (part 1 §3.3.2, §3.4.2, §3.14.2). */
const METHODS = {
  element: {
    block: ["extension", "restriction", "substitution"],
    final: ["extension", "restriction"],
  },
  complexType: {
    block: ["extension", "restriction"],
    final: ["extension", "restriction"],
  },
  simpleType: { block: [], final: ["restriction", "list", "union"] },
} as const satisfies Record<
  string,
  Record<"block" | "final", readonly DerivationMethod[]>
>;

export interface DerivationControls {
  readonly block?: readonly DerivationMethod[];
  readonly final?: readonly DerivationMethod[];
}

const NO_CONTROLS: DerivationControls = {};

/** `block` and `final` of a component, or what the schema says for all of them; absent where they name nothing. */
export function readDerivationControls(
  element: XmlElement,
  kind: keyof typeof METHODS,
  context: SchemaContext,
): DerivationControls {
  const block = readSet(element, { kind, local: "block" }, context);
  const final = readSet(element, { kind, local: "final" }, context);
  if (block.length === 0 && final.length === 0) return NO_CONTROLS;
  return {
    ...(block.length === 0 ? {} : { block }),
    ...(final.length === 0 ? {} : { final }),
  };
}

const NOTHING: readonly DerivationMethod[] = [];

function readSet(
  element: XmlElement,
  place: {
    readonly kind: keyof typeof METHODS;
    readonly local: "block" | "final";
  },
  context: SchemaContext,
): readonly DerivationMethod[] {
  const possible = METHODS[place.kind][place.local];
  const given = attribute(element, place.local);
  const value = given?.value ?? context.derivationDefaults[place.local];
  if (value === "") return NOTHING;
  const words = value.split(/\s+/).filter((word) => word !== "");
  if (words.includes("#all")) return possible;
  const known = possible.filter((method) => words.includes(method));
  // The defaults of a schema may name what does not apply to this kind of component.
  if (given !== undefined && known.length < new Set(words).size) {
    const parameters = {
      attribute: place.local,
      value: given.value,
      expected: ["#all", ...possible].join(", "),
    };
    context.sink.report("xsd/invalid-value", parameters, { span: given.span });
  }
  return known;
}

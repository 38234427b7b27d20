import { nearest } from "../../diagnostics/index.js";
import {
  builtinType,
  builtinTypes,
  MICROSOFT_TYPES_NAMESPACE,
  named,
  qname,
  xsd,
  type TypeReference,
} from "../../model/index.js";
import { parseStep } from "./override-path.js";
import { typesNamed } from "./resolve-path.js";
import type { Workspace } from "./workspace.js";

export type TypeName =
  | { readonly kind: "type"; readonly reference: TypeReference }
  /** `; did you mean …?`, or ''. */
  | { readonly kind: "unknown"; readonly suggestion: string };

/**
 * What a type's name in an overrides file stands for: `xs:int`, `Order`, `{namespace}Order`; and where the service has
 * no type of that name, `int` and .NET's `guid` and `char`.
 */
export function resolveTypeName(text: string, workspace: Workspace): TypeName {
  const local = /^xsd?:(.*)$/.exec(text)?.[1];
  if (local !== undefined) return builtin(local);
  const step = parseStep(text);
  const [own, ...others] =
    step?.kind === "element" ? typesNamed(step, workspace) : [];
  if (own !== undefined && others.length === 0)
    return { kind: "type", reference: named(own) };
  if (own !== undefined) {
    const names = [own, ...others].map(({ key }) => key).join(", ");
    return { kind: "unknown", suggestion: `; several are called so: ${names}` };
  }
  if (text === "guid" || text === "char") {
    const name = qname(MICROSOFT_TYPES_NAMESPACE, text);
    return { kind: "type", reference: named(name) };
  }
  const plain = builtin(text);
  if (plain.kind === "type") return plain;
  const names = [...workspace.types.values()].map(({ name }) => name.local);
  return { kind: "unknown", suggestion: didYouMean(nearest(text, names)) };
}

function builtin(local: string): TypeName {
  if (builtinType(xsd(local)) !== undefined)
    return { kind: "type", reference: named(xsd(local)) };
  const near = nearest(local, builtinTypes.keys());
  return {
    kind: "unknown",
    suggestion: didYouMean(near === undefined ? undefined : `xs:${near}`),
  };
}

function didYouMean(near: string | undefined): string {
  return near === undefined ? "" : `; did you mean "${near}"?`;
}

import {
  builtinType,
  MICROSOFT_TYPES_NAMESPACE,
  named,
  xsd,
  type QName,
  type TypeReference,
} from "../../model/index.js";
import type { Span } from "../../source/index.js";
import type { SchemaLinker } from "./schema-linker.js";

/** Resolves a reference to a type; one that is not declared becomes `unknown` and says why. */
export function linkTypeReference(
  reference: TypeReference,
  span: Span,
  linker: SchemaLinker,
): TypeReference {
  if (reference.kind === "anonymous") {
    const type = linker.linkType(reference.type, linker);
    return type === reference.type ? reference : { kind: "anonymous", type };
  }
  if (reference.kind === "unknown" || isDeclared(reference.name, linker)) {
    return reference;
  }
  linker.unresolved.add("type", reference.name, span);
  return undeclared(reference.name);
}

/** The same where only text can stand: attributes, list items, members of unions, simple content. */
export function linkSimpleReference(
  reference: TypeReference,
  span: Span,
  linker: SchemaLinker,
): TypeReference {
  const linked = linkTypeReference(reference, span, linker);
  if (linked.kind !== "named") return linked;
  const { name } = linked;
  if (name === xsd("anyType")) return named(xsd("anySimpleType"));
  const type = linker.declared.types.get(name.key);
  if (type?.kind !== "complex") return linked;
  const { content } = type;
  // The text of such a type is meant; SOAP encoding's own types are of this kind.
  if (content.contentKind === "simple") {
    return simpleContentOf(name, linker) ?? undeclared(name);
  }
  linker.sink.report("link/not-simple", { name: name.key }, { span });
  return {
    kind: "unknown",
    reason: `The type ${name.key} is not a simple type.`,
  };
}

/** The type of the text of a complex type, through its bases. */
export function simpleContentOf(
  start: QName,
  linker: SchemaLinker,
): TypeReference | undefined {
  const seen = new Set<string>();
  let name = start;
  while (!seen.has(name.key)) {
    seen.add(name.key);
    const type = linker.declared.types.get(name.key);
    if (type?.kind !== "complex") {
      return isDeclared(name, linker) ? named(name) : undefined;
    }
    const { content } = type;
    if (content.contentKind !== "simple") return undefined;
    if (content.type.kind !== "named") return content.type;
    name = content.type.name;
  }
  return undefined;
}

export function isDeclared(name: QName, linker: SchemaLinker): boolean {
  return (
    builtinType(name) !== undefined ||
    isMicrosoftType(name) ||
    linker.declared.types.has(name.key)
  );
}

/** `guid` and `char` of .NET are as good as built in: services use them without a schema. */
function isMicrosoftType({ namespace, local }: QName): boolean {
  return (
    namespace === MICROSOFT_TYPES_NAMESPACE &&
    (local === "guid" || local === "char")
  );
}

export function undeclared(name: QName): TypeReference {
  return {
    kind: "unknown",
    reason: `The type ${name.key} is not declared in any input.`,
  };
}

import {
  named,
  xsd,
  type ComplexType,
  type Content,
  type SimpleType,
  type TypeDefinition,
} from "../../model/index.js";
import { linkAttributes } from "./link-attributes.js";
import { linkParticle } from "./link-particles.js";
import { mapSame } from "./map-same.js";
import type { SchemaLinker } from "./schema-linker.js";
import {
  isDeclared,
  linkSimpleReference,
  simpleContentOf,
  undeclared,
} from "./type-reference.js";

/** Resolves all that a type refers to. */
export function linkType<Type extends TypeDefinition>(
  type: Type,
  linker: SchemaLinker,
): Type {
  const linked: TypeDefinition =
    type.kind === "simple"
      ? linkSimpleType(type, linker)
      : linkComplexType(type, linker);
  // Cast: both functions change references only, so kind and name stay those of `Type`.
  return linked as Type;
}

function linkSimpleType(type: SimpleType, linker: SchemaLinker): SimpleType {
  const { span } = type.origin;
  switch (type.variety) {
    case "atomic": {
      const base = linkSimpleReference(type.base, span, linker);
      return base === type.base ? type : { ...type, base };
    }
    case "list": {
      const itemType = linkSimpleReference(type.itemType, span, linker);
      return itemType === type.itemType ? type : { ...type, itemType };
    }
    case "union": {
      const memberTypes = mapSame(type.memberTypes, (member) =>
        linkSimpleReference(member, span, linker),
      );
      return memberTypes === type.memberTypes ? type : { ...type, memberTypes };
    }
  }
}

function linkComplexType(type: ComplexType, linker: SchemaLinker): ComplexType {
  const { anyAttribute: _own, ...rest } = linkBase(type, linker);
  const attributes = linkAttributes(type, linker);
  const content = linkContent(rest.content, type, linker);
  return { ...rest, content, ...attributes, attributeGroups: [] };
}

/** Keeps `base` only where it is a complex type: a simple one is said by the content. */
function linkBase(type: ComplexType, linker: SchemaLinker): ComplexType {
  const { base, derivation, ...rest } = type;
  if (base === undefined || derivation === undefined) return type;
  if (!isDeclared(base, linker)) {
    linker.unresolved.add("type", base, type.origin.span);
    const note = `Its base type ${base.key} is not declared in any input.`;
    const documentation =
      rest.documentation === undefined
        ? note
        : `${rest.documentation}\n\n${note}`;
    return { ...rest, documentation };
  }
  if (linker.declared.types.get(base.key)?.kind === "complex") return type;
  const isText =
    type.content.contentKind === "simple" || base === xsd("anyType");
  if (isText) return rest;
  linker.sink.report(
    "link/not-complex",
    { name: base.key },
    { span: type.origin.span },
  );
  return { ...rest, content: { contentKind: "simple", type: named(base) } };
}

function linkContent(
  content: Content,
  type: ComplexType,
  linker: SchemaLinker,
): Content {
  switch (content.contentKind) {
    case "empty":
      return content;
    case "simple": {
      // The base is reported by linkBase; once is enough.
      const isBaseMissing =
        type.base !== undefined && !isDeclared(type.base, linker);
      if (isBaseMissing)
        return { contentKind: "simple", type: undeclared(type.base) };
      const own = content.type;
      const inherited =
        own.kind === "named" ? simpleContentOf(own.name, linker) : undefined;
      const reference = inherited ?? own;
      return {
        contentKind: "simple",
        type: linkSimpleReference(reference, type.origin.span, linker),
      };
    }
    case "elementOnly":
      return {
        contentKind: "elementOnly",
        particle: linkParticle(content.particle, linker),
      };
    case "mixed":
      return content.particle === undefined
        ? content
        : {
            contentKind: "mixed",
            particle: linkParticle(content.particle, linker),
          };
  }
}

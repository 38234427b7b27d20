import {
  effectiveAttributes,
  effectiveContent,
  type ComplexType,
  type Content,
  type EffectiveAttributes,
  type SchemaSet,
} from "../model/index.js";

/** A type, and whether what it inherits is looked at elsewhere. */
export interface Effective {
  readonly type: ComplexType;
  readonly isOwn: boolean;
  readonly schemas: SchemaSet;
}

export function attributesOf({
  type,
  isOwn,
  schemas,
}: Effective): EffectiveAttributes {
  return isOwn ? type : effectiveAttributes(schemas, type);
}

/** Text is looked at as a whole: an extension says again what its base's is. */
export function contentOf({ type, isOwn, schemas }: Effective): Content {
  return isOwn && type.content.contentKind !== "simple"
    ? type.content
    : effectiveContent(schemas, type);
}

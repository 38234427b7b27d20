import {
  declared,
  xsd,
  type Content,
  type Particle,
  type QName,
  type Wildcard,
} from "../../model/index.js";
import type { Span } from "../../source/index.js";
import { childElements, type XmlElement } from "../../xml/index.js";
import { readBoolean } from "./attribute-values.js";
import { checkAttributes } from "./known-attributes.js";
import { readReference } from "./reference.js";
import { schemaLocal } from "./schema-children.js";
import type { SchemaContext } from "./schema-context.js";
import { readPlainBody, type TypeBody } from "./type-body.js";
import { reportUnknown } from "./unknown-construct.js";

const ANY_TYPE = xsd("anyType");
const ANYTHING = {
  kind: "wildcard",
  namespaces: { kind: "any" },
  processContents: "lax",
} as const;

/** Reads `xs:complexContent` (part 1 §3.4.2); its own `mixed` wins over that of the type. */
export function readComplexDerivation(
  element: XmlElement,
  isTypeMixed: boolean,
  context: SchemaContext,
): TypeBody {
  checkAttributes(element, context);
  const isMixed = readBoolean(element, "mixed", context) ?? isTypeMixed;
  for (const child of childElements(element)) {
    const derivation = schemaLocal(child);
    if (derivation === "extension" || derivation === "restriction") {
      checkAttributes(child, context);
      const base = readReference(child, "base", context) ?? ANY_TYPE;
      return readDerivedBody(child, { base, derivation, isMixed }, context);
    }
    reportUnknown(child, element, context);
  }
  return readPlainBody(element, isMixed, context);
}

export interface Derivation {
  readonly base: QName;
  readonly derivation: "extension" | "restriction";
  readonly isMixed: boolean;
}

/** Content and attributes of an extension or restriction of a complex type. */
export function readDerivedBody(
  element: XmlElement,
  { base, derivation, isMixed }: Derivation,
  context: SchemaContext,
): TypeBody {
  const body = readPlainBody(element, isMixed, context);
  if (base !== ANY_TYPE) return { base, derivation, ...body };
  // Every type without a base restricts xs:anyType; extending it keeps its content, which is anything.
  if (derivation === "restriction") return body;
  const content = extendAnything(body.content, element.span);
  const anyAttribute: Wildcard = {
    ...ANYTHING,
    origin: declared(element.span),
  };
  return { ...body, content, anyAttribute: body.anyAttribute ?? anyAttribute };
}

function extendAnything(content: Content, span: Span): Content {
  const origin = declared(span);
  const added = "particle" in content ? content.particle : undefined;
  const anything: Particle = {
    min: 0,
    max: "unbounded",
    term: { ...ANYTHING, origin },
    origin,
  };
  const particles = added === undefined ? [anything] : [anything, added];
  const term = { kind: "group", compositor: "sequence", particles } as const;
  return { contentKind: "mixed", particle: { min: 1, max: 1, term, origin } };
}

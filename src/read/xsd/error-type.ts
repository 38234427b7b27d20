import { anonymous, declared, type TypeReference } from "../../model/index.js";
import type { XmlElement } from "../../xml/index.js";
import type { SchemaContext } from "./schema-context.js";
import { HONOURED, reportVersion11 } from "./version-1-1.js";

/** `xs:error` of XML Schema 1.1, the type without values: a union of nothing (1.1 part 1 §3.16.7.3). */
export function errorType(
  element: XmlElement,
  context: SchemaContext,
): TypeReference {
  reportVersion11("xs:error", HONOURED, { element, context });
  const origin = declared(element.span);
  return anonymous({
    kind: "simple",
    variety: "union",
    memberTypes: [],
    origin,
  });
}

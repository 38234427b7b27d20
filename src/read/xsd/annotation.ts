import { declared, type Documented } from "../../model/index.js";
import {
  childElements,
  textContent,
  type XmlElement,
} from "../../xml/index.js";
import { documentationText } from "../documentation-text.js";
import { isSchemaNamespace } from "./schema-namespaces.js";

/** Where a component stands and what its annotation says (part 1 §3.13). */
export function readDocumented(element: XmlElement): Documented {
  const origin = declared(element.span);
  const documentation = readDocumentation(element);
  return documentation === undefined ? { origin } : { origin, documentation };
}

/** Texts of `xs:documentation`, or of `xs:appinfo` where that is all there is and is plain text. */
function readDocumentation(element: XmlElement): string | undefined {
  const documentation: string[] = [];
  const information: string[] = [];
  for (const annotation of element.children) {
    if (annotation.kind !== "element" || annotation.local !== "annotation")
      continue;
    if (!isSchemaNamespace(annotation.namespace)) continue;
    for (const child of childElements(annotation)) {
      const text = documentationText(textContent(child));
      if (text === undefined) continue;
      if (child.local === "documentation") documentation.push(text);
      // Elements in xs:appinfo are for programs.
      else if (childElements(child).length === 0) information.push(text);
    }
  }
  const texts = documentation.length > 0 ? documentation : information;
  return texts.length === 0 ? undefined : texts.join("\n\n");
}

import { attributeValue, type XmlElement } from "../../xml/index.js";
import { isWellKnown } from "../well-known/index.js";

/** A location that a document names. */
export interface LocationReference {
  readonly element: XmlElement;
  readonly location: string;
  /** Without it the rest may still be whole: part 1 §4.2.3 leaves the location of an import a hint. */
  readonly isHint: boolean;
}

const WSDL = "http://schemas.xmlsoap.org/wsdl/";
const SCHEMA = "http://www.w3.org/2001/XMLSchema";

/** What a WSDL or schema imports and includes, in document order, without what is known without a document. */
export function locationReferences(
  root: XmlElement,
): readonly LocationReference[] {
  const found: LocationReference[] = [];
  // References stand at the top, in wsdl:types, and in the schemas there.
  for (const element of nested(root, 3)) {
    const reference = referenceOf(element);
    if (reference !== undefined) found.push(reference);
  }
  return found;
}

function* nested(element: XmlElement, depth: number): Generator<XmlElement> {
  for (const child of element.children) {
    if (child.kind !== "element") continue;
    yield child;
    if (depth > 1) yield* nested(child, depth - 1);
  }
}

function referenceOf(element: XmlElement): LocationReference | undefined {
  const { namespace, local } = element;
  const isWsdl = namespace === WSDL && local === "import";
  const isSchema =
    namespace === SCHEMA &&
    /^(?:import|include|redefine|override)$/.test(local);
  if (!isWsdl && !isSchema) return undefined;
  const name = isWsdl ? "location" : "schemaLocation";
  const location = attributeValue(element, name)?.trim() ?? "";
  const target = attributeValue(element, "namespace")?.trim() ?? "";
  const isHint = isSchema && local === "import";
  if (location === "" || (isHint && isWellKnown(target))) return undefined;
  return { element, location, isHint };
}

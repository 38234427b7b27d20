import {
  attributeValue,
  childElements,
  type XmlElement,
} from "../../xml/index.js";
import { qname, type IdentityConstraint } from "../../model/index.js";
import { readIdentityPath } from "./identity-path.js";
import { readReference } from "./reference.js";
import { schemaLocal } from "./schema-children.js";
import type { SchemaContext } from "./schema-context.js";

/** `xs:key`, `xs:unique` or `xs:keyref` in words (part 1 §3.11); undefined for other elements. */
export function readConstraint(element: XmlElement): string | undefined {
  const kind = schemaLocal(element);
  if (kind !== "key" && kind !== "unique" && kind !== "keyref")
    return undefined;
  const paths = (local: string): string =>
    childElements(element)
      .filter((child) => schemaLocal(child) === local)
      .map((child) => attributeValue(child, "xpath")?.trim() ?? "")
      .join(", ");
  const name = attributeValue(element, "name") ?? "";
  const refer = attributeValue(element, "refer");
  const target = refer === undefined ? "" : ` refers to ${refer}`;
  return `${kind} ${name}: ${paths("field")} of ${paths("selector")}${target}`;
}

/** The identity constraints of an element, those that can be checked. */
export function readIdentity(
  element: XmlElement,
  context: SchemaContext,
): readonly IdentityConstraint[] {
  return childElements(element).flatMap((child) => {
    const constraint = identityOf(child, context);
    return constraint === undefined ? [] : [constraint];
  });
}

function identityOf(
  element: XmlElement,
  context: SchemaContext,
): IdentityConstraint | undefined {
  const kind = schemaLocal(element);
  if (kind !== "key" && kind !== "unique" && kind !== "keyref")
    return undefined;
  const paths = (local: string) =>
    childElements(element)
      .filter((child) => schemaLocal(child) === local)
      .map((child) =>
        readIdentityPath(attributeValue(child, "xpath") ?? "", child),
      );
  const [selector] = paths("selector");
  const fields = paths("field").filter((field) => field !== undefined);
  const isWhole = fields.length === paths("field").length && fields.length > 0;
  const local = attributeValue(element, "name") ?? "";
  const refer =
    kind === "keyref" ? readReference(element, "refer", context) : undefined;
  if (selector === undefined || !isWhole) return undefined;
  return {
    kind,
    name: qname(context.targetNamespace, local).key,
    ...(refer === undefined ? {} : { refer: refer.key }),
    selector,
    fields,
  };
}

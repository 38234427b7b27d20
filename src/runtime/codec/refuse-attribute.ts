import { SOAP_11, SOAP_12, XSI } from "../xml/namespaces.js";
import type { Attribute } from "../xml/scope.js";
import type { DecodeReader } from "./decode-reader.js";

/** Attributes that say something about the message, not about the value. */
function isInstruction(attribute: Attribute): boolean {
  const { namespace } = attribute;
  return namespace === XSI || namespace === SOAP_11 || namespace === SOAP_12;
}

/** Refuses an attribute that the type does not have. */
export function refuseAttribute(
  reader: DecodeReader,
  attribute: Attribute,
): void {
  if (isInstruction(attribute)) return;
  reader.tolerate(
    "unknown-attributes",
    `unexpected attribute ${attribute.local}`,
    {
      expected: "no such attribute",
      received: attribute.key,
    },
  );
}

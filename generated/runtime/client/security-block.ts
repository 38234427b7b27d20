// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type { XmlElement } from "../descriptor.js";
import { envelopeNamespace } from "../soap/version.js";
import type { SoapVersion } from "../soap/version.js";
import { WSSE } from "./security-names.js";

/** A WS-Security header with one child; those of all producers become one. */
export function securityBlock(
  version: SoapVersion,
  child: XmlElement,
): XmlElement {
  const soap = envelopeNamespace(version);
  return {
    name: `{${WSSE}}Security`,
    attributes: {
      [`{${soap}}mustUnderstand`]: version === "1.2" ? "true" : "1",
    },
    children: [child],
  };
}

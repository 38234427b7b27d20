import type { DiagnosticSink } from "../../diagnostics/index.js";
import { createSourceText } from "../../source/index.js";
import { parseXml, type XmlElement } from "../../xml/index.js";
import { addressingSchemas } from "./addressing.js";
import { apacheSoap } from "./apache.js";
import { microsoftSchemas } from "./microsoft.js";
import { samlSchemas } from "./saml.js";
import { soap11Encoding, soap12Encoding } from "./soap-encoding.js";
import { soap11Envelope, soap12Envelope } from "./soap-envelope.js";
import type { WellKnownSchema } from "./well-known-schema.js";
import { securitySchemas } from "./ws-security.js";
import { xmlSecuritySchemas } from "./xml-security.js";
import {
  schemaForSchemas,
  swaRef,
  xlink,
  xmlMimes,
  xmlNamespace,
  xopInclude,
} from "./xml-standards.js";

const schemas: ReadonlyMap<string, WellKnownSchema> = new Map(
  [
    soap11Encoding,
    soap12Encoding,
    soap11Envelope,
    soap12Envelope,
    xmlNamespace,
    schemaForSchemas,
    xlink,
    ...xmlMimes,
    xopInclude,
    swaRef,
    ...addressingSchemas,
    ...securitySchemas,
    ...xmlSecuritySchemas,
    ...samlSchemas,
    ...microsoftSchemas,
    apacheSoap,
  ].map((schema) => [schema.namespace, schema]),
);

/** Namespaces whose components are known without a document. */
export const wellKnownNamespaces: readonly string[] = [...schemas.keys()];

export function isWellKnown(namespace: string): boolean {
  return schemas.has(namespace);
}

/** The `xs:schema` element of a well-known namespace. */
export function wellKnownSchema(
  namespace: string,
  sink: DiagnosticSink,
): XmlElement | undefined {
  const schema = schemas.get(namespace);
  if (schema === undefined) return undefined;
  return parseXml(createSourceText(schema.file, schema.text), sink)?.root;
}

import {
  MICROSOFT_TYPES_NAMESPACE,
  SOAP11_ENCODING_NAMESPACE,
  SOAP12_ENCODING_NAMESPACE,
  type AttributeDeclaration,
  type Model,
  type QName,
  type SchemaSet,
} from "../../model/index.js";
import { declareForeign } from "./foreign-declarations.js";
import type { Prefixes } from "./prefixes.js";
import { elementNode, typeNode, type SchemaContext } from "./schema-type.js";
import { element, type XmlNode } from "./xml-node.js";

const encodings: ReadonlySet<string> = new Set([
  SOAP11_ENCODING_NAMESPACE,
  SOAP12_ENCODING_NAMESPACE,
]);

/**
 * One `xs:schema` for each namespace with components. SOAP encoding is only imported, as everywhere: other tools have
 * its components built in, and stumble over a second declaration.
 */
export function schemaNodes(
  model: Model,
  prefixes: Prefixes,
  uses: ReadonlySet<string>,
): readonly XmlNode[] {
  const schemas = declareForeign(model);
  const { types, elements, attributes } = schemas;
  const components = [
    ...types.values(),
    ...elements.values(),
    ...attributes.values(),
  ];
  const namespaces = new Set(components.map(({ name }) => name.namespace));
  const microsoft =
    uses.has(MICROSOFT_TYPES_NAMESPACE) &&
    !namespaces.has(MICROSOFT_TYPES_NAMESPACE);
  const imported = [
    ...namespaces,
    ...(microsoft ? [MICROSOFT_TYPES_NAMESPACE] : []),
  ];
  const declared = [...namespaces].filter(
    (namespace) => !encodings.has(namespace),
  );
  return [
    ...declared.map((namespace) => {
      const imports = imported.filter(
        (other) => other !== namespace && other !== "",
      );
      return schemaNode(schemas, { prefixes, namespace }, imports);
    }),
    ...(microsoft ? [microsoftSchema()] : []),
  ];
}

function schemaNode(
  schemas: SchemaSet,
  context: SchemaContext,
  imports: readonly string[],
): XmlNode {
  const { namespace } = context;
  const own = ({ name }: { readonly name: QName }): boolean =>
    name.namespace === namespace;
  return element(
    "xs:schema",
    {
      targetNamespace: namespace === "" ? undefined : namespace,
      elementFormDefault: "qualified",
    },
    [
      ...imports.map((other) => element("xs:import", { namespace: other })),
      ...[...schemas.elements.values()]
        .filter(own)
        .map((each) => elementNode(each, context)),
      ...[...schemas.attributes.values()]
        .filter(own)
        .map((each) => globalAttribute(each, context)),
      ...[...schemas.types.values()]
        .filter(own)
        .map((type) => typeNode(type, context)),
    ],
  );
}

function globalAttribute(
  { name, type }: AttributeDeclaration,
  context: SchemaContext,
): XmlNode {
  const typeName =
    type.kind === "named" ? context.prefixes.qname(type.name) : undefined;
  const inner = type.kind === "anonymous" ? [typeNode(type.type, context)] : [];
  return element("xs:attribute", { name: name.local, type: typeName }, inner);
}

/** `guid` and `char`, which .NET services use and other tools do not know. */
function microsoftSchema(): XmlNode {
  const pattern =
    "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}";
  const guid = element("xs:restriction", { base: "xs:string" }, [
    element("xs:pattern", { value: pattern }),
  ]);
  return element(
    "xs:schema",
    {
      targetNamespace: MICROSOFT_TYPES_NAMESPACE,
      elementFormDefault: "qualified",
    },
    [
      element("xs:simpleType", { name: "guid" }, [guid]),
      element("xs:simpleType", { name: "char" }, [
        element("xs:restriction", { base: "xs:unsignedShort" }),
      ]),
    ],
  );
}

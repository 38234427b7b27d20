import { wellKnown, type WellKnownSchema } from "./well-known-schema.js";

const GUID = `<simpleType name="guid"><restriction base="string"><pattern value="[\\da-fA-F]{8}-[\\da-fA-F]{4}-[\\da-fA-F]{4}-[\\da-fA-F]{4}-[\\da-fA-F]{12}"/></restriction></simpleType>`;

const VALUES = [
  "anyURI",
  "base64Binary",
  "boolean",
  "byte",
  "dateTime",
  "decimal",
  "double",
  "float",
  "int",
  "long",
  "QName",
  "short",
  "string",
  "unsignedByte",
  "unsignedInt",
  "unsignedLong",
  "unsignedShort",
] as const;

/** Data contract serialisation of .NET: types that XML Schema lacks, and an element for each primitive. */
const serialization = wellKnown({
  file: "well-known/microsoft-serialization.xsd",
  namespace: "http://schemas.microsoft.com/2003/10/Serialization/",
  body: `
<element name="anyType" nillable="true" type="anyType"/>
${VALUES.map((name) => `<element name="${name}" nillable="true" type="${name}"/>`).join("")}
<element name="char" nillable="true" type="t:char"/>
<simpleType name="char"><restriction base="int"/></simpleType>
<element name="duration" nillable="true" type="t:duration"/>
<simpleType name="duration"><restriction base="duration"><pattern value="\\-?P(\\d*D)?(T(\\d*H)?(\\d*M)?(\\d*(\\.\\d*)?S)?)?"/><minInclusive value="-P10675199DT2H48M5.4775808S"/><maxInclusive value="P10675199DT2H48M5.4775807S"/></restriction></simpleType>
<element name="guid" nillable="true" type="t:guid"/>
${GUID}
<attribute name="FactoryType" type="QName"/>
<attribute name="Id" type="ID"/>
<attribute name="Ref" type="IDREF"/>`,
});

const SERIALIZATION = serialization.namespace;

function arrayOf(name: string, type: string, isNillable: boolean): string {
  const nillable = isNillable ? ` nillable="true"` : "";
  return `<complexType name="ArrayOf${name}"><sequence><element name="${name}" type="${type}" minOccurs="0" maxOccurs="unbounded"${nillable}/></sequence></complexType><element name="ArrayOf${name}" nillable="true" type="t:ArrayOf${name}"/>`;
}

function memberOf(local: string, type: string): string {
  const isReference = type === "string" || type === "anyType";
  const nillable = isReference ? ` nillable="true"` : "";
  return `<element name="${local}" type="${type}"${nillable}/>`;
}

function dictionaryOf(key: string, value: string): string {
  const name = `KeyValueOf${key}${value}`;
  const members = memberOf("Key", key) + memberOf("Value", value);
  return `<complexType name="ArrayOf${name}"><sequence><element name="${name}" minOccurs="0" maxOccurs="unbounded"><complexType><sequence>${members}</sequence></complexType></element></sequence></complexType><element name="ArrayOf${name}" nillable="true" type="t:ArrayOf${name}"/>`;
}

/** .NET reference types may be null inside an array. */
const NULLABLE: ReadonlySet<string> = new Set([
  "anyURI",
  "base64Binary",
  "QName",
  "string",
]);

const arrays = wellKnown({
  file: "well-known/microsoft-arrays.xsd",
  namespace: "http://schemas.microsoft.com/2003/10/Serialization/Arrays",
  prefixes: { s: SERIALIZATION },
  body: [
    ...VALUES.map((name) => arrayOf(name, name, NULLABLE.has(name))),
    arrayOf("anyType", "anyType", true),
    arrayOf("guid", "s:guid", false),
    arrayOf("duration", "s:duration", false),
    arrayOf("char", "s:char", false),
    dictionaryOf("string", "string"),
    dictionaryOf("string", "anyType"),
    dictionaryOf("string", "int"),
    dictionaryOf("int", "string"),
    dictionaryOf("int", "int"),
    dictionaryOf("anyType", "anyType"),
  ].join(""),
});

/** XmlSerializer of .NET (ASMX). */
const xmlSerializer = wellKnown({
  file: "well-known/microsoft-types.xsd",
  namespace: "http://microsoft.com/wsdl/types/",
  body: `<simpleType name="char"><restriction base="unsignedShort"/></simpleType>${GUID}`,
});

/** Messages of WCF without a contract for their content, and streams. */
const message = wellKnown({
  file: "well-known/microsoft-message.xsd",
  namespace: "http://schemas.microsoft.com/Message",
  body: `<complexType name="MessageBody"><sequence><any namespace="##any" minOccurs="0" maxOccurs="unbounded"/></sequence></complexType>
<simpleType name="StreamBody"><restriction base="base64Binary"/></simpleType>`,
});

export const microsoftSchemas: readonly WellKnownSchema[] = [
  serialization,
  arrays,
  xmlSerializer,
  message,
];

import { wellKnown, type WellKnownSchema } from "./well-known-schema.js";

/** XML 1.0 §2.10 and §2.12, XML Base, xml:id. */
export const xmlNamespace: WellKnownSchema = wellKnown({
  file: "well-known/xml.xsd",
  namespace: "http://www.w3.org/XML/1998/namespace",
  prefixes: {},
  body: `
<attribute name="lang"><simpleType><union memberTypes="language"><simpleType><restriction base="string"><enumeration value=""/></restriction></simpleType></union></simpleType></attribute>
<attribute name="space"><simpleType><restriction base="NCName"><enumeration value="default"/><enumeration value="preserve"/></restriction></simpleType></attribute>
<attribute name="base" type="anyURI"/>
<attribute name="id" type="ID"/>
<attributeGroup name="specialAttrs"><attribute ref="xml:base"/><attribute ref="xml:lang"/><attribute ref="xml:space"/><attribute ref="xml:id"/></attributeGroup>`,
});

/**
 * The element of a schema as a value: a .NET DataSet sends its schema along. What is inside is not typed; it is an XML tree.
 */
export const schemaForSchemas: WellKnownSchema = wellKnown({
  file: "well-known/xml-schema.xsd",
  namespace: "http://www.w3.org/2001/XMLSchema",
  body: `<element name="schema"><complexType><sequence><any namespace="##any" minOccurs="0" maxOccurs="unbounded" processContents="skip"/></sequence><anyAttribute namespace="##any" processContents="skip"/></complexType></element>`,
});

/** XLink 1.0 §4. */
export const xlink: WellKnownSchema = wellKnown({
  file: "well-known/xlink.xsd",
  namespace: "http://www.w3.org/1999/xlink",
  body: `
<attribute name="type"><simpleType><restriction base="token">${["simple", "extended", "title", "resource", "locator", "arc", "none"].map((value) => `<enumeration value="${value}"/>`).join("")}</restriction></simpleType></attribute>
<attribute name="href" type="anyURI"/>
<attribute name="role" type="anyURI"/>
<attribute name="arcrole" type="anyURI"/>
<attribute name="title" type="string"/>
<attribute name="show"><simpleType><restriction base="token">${["new", "replace", "embed", "other", "none"].map((value) => `<enumeration value="${value}"/>`).join("")}</restriction></simpleType></attribute>
<attribute name="actuate"><simpleType><restriction base="token">${["onLoad", "onRequest", "other", "none"].map((value) => `<enumeration value="${value}"/>`).join("")}</restriction></simpleType></attribute>
<attribute name="label" type="NCName"/>
<attribute name="from" type="NCName"/>
<attribute name="to" type="NCName"/>`,
});

/** Describing Media Content of Binary Data in XML §2; the drafts have the same names. */
function xmlMime(year: string): WellKnownSchema {
  return wellKnown({
    file: `well-known/xmlmime-${year.replace("/", "")}.xsd`,
    namespace: `http://www.w3.org/${year}/xmlmime`,
    body: `
<attribute name="contentType"><simpleType><restriction base="string"><minLength value="3"/></restriction></simpleType></attribute>
<attribute name="expectedContentTypes" type="string"/>
<complexType name="base64Binary"><simpleContent><extension base="base64Binary"><attribute ref="t:contentType"/></extension></simpleContent></complexType>
<complexType name="hexBinary"><simpleContent><extension base="hexBinary"><attribute ref="t:contentType"/></extension></simpleContent></complexType>`,
  });
}

export const xmlMimes: readonly WellKnownSchema[] = [
  xmlMime("2005/05"),
  xmlMime("2004/11"),
  xmlMime("2004/06"),
];

/** XML-binary Optimized Packaging §2.1. */
export const xopInclude: WellKnownSchema = wellKnown({
  file: "well-known/xop-include.xsd",
  namespace: "http://www.w3.org/2004/08/xop/include",
  body: `
<element name="Include" type="t:Include"/>
<complexType name="Include"><sequence><any namespace="##other" minOccurs="0" maxOccurs="unbounded" processContents="lax"/></sequence><attribute name="href" type="anyURI" use="required"/><anyAttribute namespace="##other" processContents="lax"/></complexType>`,
});

/** WS-I Attachments Profile 1.0 §4.4. */
export const swaRef: WellKnownSchema = wellKnown({
  file: "well-known/swaref.xsd",
  namespace: "http://ws-i.org/profiles/basic/1.1/xsd",
  body: `<simpleType name="swaRef"><restriction base="anyURI"/></simpleType>`,
});

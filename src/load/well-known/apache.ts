import { wellKnown, type WellKnownSchema } from "./well-known-schema.js";

const TREE = `<sequence><any namespace="##any" minOccurs="0" maxOccurs="unbounded" processContents="lax"/></sequence>`;

/** Types of Apache SOAP and Axis that are not XML Schema's: Java collections, DOM nodes and attachments. */
export const apacheSoap: WellKnownSchema = wellKnown({
  file: "well-known/apache-xml-soap.xsd",
  namespace: "http://xml.apache.org/xml-soap",
  isUnqualified: true,
  body: `
<complexType name="Map"><sequence><element name="item" type="t:mapItem" minOccurs="0" maxOccurs="unbounded"/></sequence></complexType>
<complexType name="mapItem"><sequence><element name="key" type="anyType" nillable="true"/><element name="value" type="anyType" nillable="true"/></sequence></complexType>
<element name="Map" nillable="true" type="t:Map"/>
<complexType name="Vector"><sequence><element name="item" type="anyType" nillable="true" minOccurs="0" maxOccurs="unbounded"/></sequence></complexType>
<element name="Vector" nillable="true" type="t:Vector"/>
${["Element", "Document", "DocumentFragment", "NodeList"].map((name) => `<complexType name="${name}">${TREE}</complexType>`).join("")}
${["DataHandler", "Image", "MimeMultipart", "Multipart", "OctetStream", "PlainText", "Source"].map((name) => `<simpleType name="${name}"><restriction base="base64Binary"/></simpleType>`).join("")}`,
});

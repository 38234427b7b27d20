import { wellKnown, type WellKnownSchema } from "./well-known-schema.js";

const BLOCKS = `<complexType><sequence><any namespace="##any" minOccurs="0" maxOccurs="unbounded" processContents="lax"/></sequence><anyAttribute namespace="##any" processContents="lax"/></complexType>`;

/** SOAP 1.1 §4. */
export const soap11Envelope: WellKnownSchema = wellKnown({
  file: "well-known/soap-envelope-1.1.xsd",
  namespace: "http://schemas.xmlsoap.org/soap/envelope/",
  isUnqualified: true,
  body: `
<attribute name="mustUnderstand"><simpleType><restriction base="boolean"><pattern value="0|1"/></restriction></simpleType></attribute>
<attribute name="actor" type="anyURI"/>
<simpleType name="encodingStyle"><list itemType="anyURI"/></simpleType>
<attribute name="encodingStyle" type="t:encodingStyle"/>
<attributeGroup name="encodingStyle"><attribute ref="t:encodingStyle"/></attributeGroup>
<element name="Header" type="t:Header"/>
<complexType name="Header"><sequence><any namespace="##other" minOccurs="0" maxOccurs="unbounded" processContents="lax"/></sequence><anyAttribute namespace="##other" processContents="lax"/></complexType>
<element name="Body" type="t:Body"/>
<complexType name="Body"><sequence><any namespace="##any" minOccurs="0" maxOccurs="unbounded" processContents="lax"/></sequence><anyAttribute namespace="##any" processContents="lax"/></complexType>
<element name="Envelope" type="t:Envelope"/>
<complexType name="Envelope"><sequence><element ref="t:Header" minOccurs="0"/><element ref="t:Body"/><any namespace="##other" minOccurs="0" maxOccurs="unbounded" processContents="lax"/></sequence><anyAttribute namespace="##other" processContents="lax"/></complexType>
<element name="Fault" type="t:Fault"/>
<complexType name="Fault"><sequence><element name="faultcode" type="QName"/><element name="faultstring" type="string"/><element name="faultactor" type="anyURI" minOccurs="0"/><element name="detail" type="t:detail" minOccurs="0"/></sequence></complexType>
<complexType name="detail"><sequence><any namespace="##any" minOccurs="0" maxOccurs="unbounded" processContents="lax"/></sequence><anyAttribute namespace="##any" processContents="lax"/></complexType>`,
});

/** SOAP 1.2 part 1 §5. */
export const soap12Envelope: WellKnownSchema = wellKnown({
  file: "well-known/soap-envelope-1.2.xsd",
  namespace: "http://www.w3.org/2003/05/soap-envelope",
  prefixes: { xml: "http://www.w3.org/XML/1998/namespace" },
  body: `
<attribute name="mustUnderstand" type="boolean"/>
<attribute name="role" type="anyURI"/>
<attribute name="relay" type="boolean"/>
<attribute name="encodingStyle" type="anyURI"/>
<element name="Envelope"><complexType><sequence><element ref="t:Header" minOccurs="0"/><element ref="t:Body"/></sequence><anyAttribute namespace="##other" processContents="lax"/></complexType></element>
<element name="Header">${BLOCKS}</element>
<element name="Body">${BLOCKS}</element>
<element name="Fault" type="t:Fault"/>
<complexType name="Fault"><sequence><element name="Code" type="t:faultcode"/><element name="Reason" type="t:faultreason"/><element name="Node" type="anyURI" minOccurs="0"/><element name="Role" type="anyURI" minOccurs="0"/><element name="Detail" type="t:detail" minOccurs="0"/></sequence></complexType>
<complexType name="faultreason"><sequence><element name="Text" type="t:reasontext" maxOccurs="unbounded"/></sequence></complexType>
<complexType name="reasontext"><simpleContent><extension base="string"><attribute ref="xml:lang" use="required"/></extension></simpleContent></complexType>
<complexType name="faultcode"><sequence><element name="Value" type="QName"/><element name="Subcode" type="t:subcode" minOccurs="0"/></sequence></complexType>
<complexType name="subcode"><sequence><element name="Value" type="QName"/><element name="Subcode" type="t:subcode" minOccurs="0"/></sequence></complexType>
<complexType name="detail"><sequence><any namespace="##any" minOccurs="0" maxOccurs="unbounded" processContents="lax"/></sequence><anyAttribute namespace="##other" processContents="lax"/></complexType>`,
});

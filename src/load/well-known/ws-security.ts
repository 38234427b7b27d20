import { wellKnown, type WellKnownSchema } from "./well-known-schema.js";

const BASE =
  "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity";
const UTILITY = `${BASE}-utility-1.0.xsd`;
const OPEN = `<anyAttribute namespace="##other" processContents="lax"/>`;
const ANY = `<any namespace="##any" minOccurs="0" maxOccurs="unbounded" processContents="lax"/>`;

/** Web Services Security: SOAP Message Security 1.0 §4 and §10. */
const utility = wellKnown({
  file: "well-known/wss-utility.xsd",
  namespace: UTILITY,
  body: `
<attribute name="Id" type="ID"/>
<attributeGroup name="commonAtts"><attribute ref="t:Id"/>${OPEN}</attributeGroup>
<simpleType name="tTimestampFault"><restriction base="QName"><enumeration value="t:MessageExpired"/></restriction></simpleType>
<complexType name="AttributedDateTime"><simpleContent><extension base="string"><attributeGroup ref="t:commonAtts"/></extension></simpleContent></complexType>
<complexType name="AttributedURI"><simpleContent><extension base="anyURI"><attributeGroup ref="t:commonAtts"/></extension></simpleContent></complexType>
<complexType name="TimestampType"><sequence><element ref="t:Created" minOccurs="0"/><element ref="t:Expires" minOccurs="0"/><choice minOccurs="0" maxOccurs="unbounded"><any namespace="##other" processContents="lax"/></choice></sequence><attributeGroup ref="t:commonAtts"/></complexType>
<element name="Timestamp" type="t:TimestampType"/>
<element name="Created" type="t:AttributedDateTime"/>
<element name="Expires" type="t:AttributedDateTime"/>`,
});

/** The same §5 to §7, and the UsernameToken Profile 1.0 §3. */
const extensions = wellKnown({
  file: "well-known/wss-secext.xsd",
  namespace: `${BASE}-secext-1.0.xsd`,
  prefixes: { u: UTILITY },
  body: `
<complexType name="AttributedString"><simpleContent><extension base="string"><attribute ref="u:Id"/>${OPEN}</extension></simpleContent></complexType>
<complexType name="PasswordString"><simpleContent><extension base="t:AttributedString"><attribute name="Type" type="anyURI"/></extension></simpleContent></complexType>
<complexType name="EncodedString"><simpleContent><extension base="t:AttributedString"><attribute name="EncodingType" type="anyURI"/></extension></simpleContent></complexType>
<complexType name="BinarySecurityTokenType"><simpleContent><extension base="t:EncodedString"><attribute name="ValueType" type="anyURI"/></extension></simpleContent></complexType>
<complexType name="KeyIdentifierType"><simpleContent><extension base="t:EncodedString"><attribute name="ValueType" type="anyURI"/></extension></simpleContent></complexType>
<complexType name="UsernameTokenType"><sequence><element name="Username" type="t:AttributedString"/>${ANY}</sequence><attribute ref="u:Id"/>${OPEN}</complexType>
<simpleType name="tUsage"><list itemType="anyURI"/></simpleType>
<attribute name="Usage" type="t:tUsage"/>
<complexType name="ReferenceType"><attribute name="URI" type="anyURI"/><attribute name="ValueType" type="anyURI"/>${OPEN}</complexType>
<complexType name="EmbeddedType"><choice minOccurs="0" maxOccurs="unbounded"><any namespace="##any" processContents="lax"/></choice><attribute name="ValueType" type="anyURI"/>${OPEN}</complexType>
<complexType name="SecurityHeaderType"><sequence>${ANY}</sequence>${OPEN}</complexType>
<complexType name="TransformationParametersType"><sequence>${ANY}</sequence>${OPEN}</complexType>
<complexType name="SecurityTokenReferenceType"><choice minOccurs="0" maxOccurs="unbounded"><any namespace="##any" processContents="lax"/></choice><attribute ref="u:Id"/><attribute ref="t:Usage"/>${OPEN}</complexType>
<simpleType name="FaultcodeEnum"><restriction base="QName">${["UnsupportedSecurityToken", "UnsupportedAlgorithm", "InvalidSecurity", "InvalidSecurityToken", "FailedAuthentication", "FailedCheck", "SecurityTokenUnavailable"].map((code) => `<enumeration value="t:${code}"/>`).join("")}</restriction></simpleType>
<element name="UsernameToken" type="t:UsernameTokenType"/>
<element name="BinarySecurityToken" type="t:BinarySecurityTokenType"/>
<element name="Reference" type="t:ReferenceType"/>
<element name="Embedded" type="t:EmbeddedType"/>
<element name="KeyIdentifier" type="t:KeyIdentifierType"/>
<element name="SecurityTokenReference" type="t:SecurityTokenReferenceType"/>
<element name="Security" type="t:SecurityHeaderType"/>
<element name="TransformationParameters" type="t:TransformationParametersType"/>
<element name="Password" type="t:PasswordString"/>
<element name="Nonce" type="t:EncodedString"/>`,
});

/** WS-Policy 1.2 and 1.5 as values: policies are not typed further. */
function policy(namespace: string, file: string): WellKnownSchema {
  const operator = `<complexType name="OperatorContentType"><sequence><choice minOccurs="0" maxOccurs="unbounded"><any namespace="##any" processContents="lax"/></choice></sequence>${OPEN}</complexType>`;
  return wellKnown({
    file,
    namespace,
    body: `
<element name="Policy"><complexType><complexContent><extension base="t:OperatorContentType"><attribute name="Name" type="anyURI"/></extension></complexContent></complexType></element>
${operator}
<element name="All" type="t:OperatorContentType"/>
<element name="ExactlyOne" type="t:OperatorContentType"/>
<element name="PolicyReference"><complexType><attribute name="URI" type="anyURI" use="required"/><attribute name="Digest" type="base64Binary"/><attribute name="DigestAlgorithm" type="anyURI"/>${OPEN}</complexType></element>
<attribute name="PolicyURIs"><simpleType><list itemType="anyURI"/></simpleType></attribute>
<attribute name="Optional" type="boolean"/>
<element name="PolicyAttachment"><complexType><sequence><element ref="t:AppliesTo"/><choice maxOccurs="unbounded"><element ref="t:Policy"/><element ref="t:PolicyReference"/></choice><any namespace="##other" minOccurs="0" maxOccurs="unbounded" processContents="lax"/></sequence>${OPEN}</complexType></element>
<element name="AppliesTo"><complexType><sequence><any maxOccurs="unbounded" processContents="lax"/></sequence>${OPEN}</complexType></element>`,
  });
}

export const securitySchemas: readonly WellKnownSchema[] = [
  utility,
  extensions,
  policy(
    "http://schemas.xmlsoap.org/ws/2004/09/policy",
    "well-known/ws-policy-1.2.xsd",
  ),
  policy("http://www.w3.org/ns/ws-policy", "well-known/ws-policy-1.5.xsd"),
];

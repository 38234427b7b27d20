import { wellKnown, type WellKnownSchema } from "./well-known-schema.js";

const OPEN = `<anyAttribute namespace="##other" processContents="lax"/>`;
const ANY = `<any namespace="##any" minOccurs="0" maxOccurs="unbounded" processContents="lax"/>`;
const OTHER = `<any namespace="##other" minOccurs="0" maxOccurs="unbounded" processContents="lax"/>`;

/** WS-Addressing 1.0: core §2 and §3, SOAP binding §5 and §6. */
const addressing10 = wellKnown({
  file: "well-known/ws-addressing-1.0.xsd",
  namespace: "http://www.w3.org/2005/08/addressing",
  body: `
<element name="EndpointReference" type="t:EndpointReferenceType"/>
<complexType name="EndpointReferenceType"><sequence><element name="Address" type="t:AttributedURIType"/><element ref="t:ReferenceParameters" minOccurs="0"/><element ref="t:Metadata" minOccurs="0"/>${OTHER}</sequence>${OPEN}</complexType>
<element name="ReferenceParameters" type="t:ReferenceParametersType"/>
<complexType name="ReferenceParametersType"><sequence>${ANY}</sequence>${OPEN}</complexType>
<element name="Metadata" type="t:MetadataType"/>
<complexType name="MetadataType"><sequence>${ANY}</sequence>${OPEN}</complexType>
<element name="MessageID" type="t:AttributedURIType"/>
<element name="RelatesTo" type="t:RelatesToType"/>
<complexType name="RelatesToType"><simpleContent><extension base="anyURI"><attribute name="RelationshipType" type="t:RelationshipTypeOpenEnum" default="http://www.w3.org/2005/08/addressing/reply"/>${OPEN}</extension></simpleContent></complexType>
<simpleType name="RelationshipTypeOpenEnum"><union memberTypes="t:RelationshipType anyURI"/></simpleType>
<simpleType name="RelationshipType"><restriction base="anyURI"><enumeration value="http://www.w3.org/2005/08/addressing/reply"/></restriction></simpleType>
<element name="ReplyTo" type="t:EndpointReferenceType"/>
<element name="From" type="t:EndpointReferenceType"/>
<element name="FaultTo" type="t:EndpointReferenceType"/>
<element name="To" type="t:AttributedURIType"/>
<element name="Action" type="t:AttributedURIType"/>
<complexType name="AttributedURIType"><simpleContent><extension base="anyURI">${OPEN}</extension></simpleContent></complexType>
<attribute name="IsReferenceParameter" type="boolean"/>
<simpleType name="FaultCodesOpenEnumType"><union memberTypes="t:FaultCodesType QName"/></simpleType>
<simpleType name="FaultCodesType"><restriction base="QName">${["InvalidAddressingHeader", "InvalidAddress", "InvalidEPR", "InvalidCardinality", "MissingAddressInEPR", "DuplicateMessageID", "ActionMismatch", "MessageAddressingHeaderRequired", "DestinationUnreachable", "ActionNotSupported", "EndpointUnavailable"].map((code) => `<enumeration value="t:${code}"/>`).join("")}</restriction></simpleType>
<element name="RetryAfter" type="t:AttributedUnsignedLongType"/>
<complexType name="AttributedUnsignedLongType"><simpleContent><extension base="unsignedLong">${OPEN}</extension></simpleContent></complexType>
<element name="ProblemHeaderQName" type="t:AttributedQNameType"/>
<complexType name="AttributedQNameType"><simpleContent><extension base="QName">${OPEN}</extension></simpleContent></complexType>
<element name="ProblemIRI" type="t:AttributedURIType"/>
<element name="ProblemAction" type="t:ProblemActionType"/>
<complexType name="ProblemActionType"><sequence><element ref="t:Action" minOccurs="0"/><element name="SoapAction" type="anyURI" minOccurs="0"/></sequence>${OPEN}</complexType>`,
});

/** The member submission and its drafts; reference parameters came in 2004. */
function submission(date: string, hasParameters: boolean): WellKnownSchema {
  const parameters = hasParameters
    ? `<element name="ReferenceParameters" type="t:ReferenceParametersType" minOccurs="0"/>`
    : "";
  const parametersType = hasParameters
    ? `<complexType name="ReferenceParametersType"><sequence>${ANY}</sequence></complexType>`
    : "";
  return wellKnown({
    file: `well-known/ws-addressing-${date.replace("/", "")}.xsd`,
    namespace: `http://schemas.xmlsoap.org/ws/${date}/addressing`,
    body: `
<element name="EndpointReference" type="t:EndpointReferenceType"/>
<complexType name="EndpointReferenceType"><sequence><element name="Address" type="t:AttributedURI"/><element name="ReferenceProperties" type="t:ReferencePropertiesType" minOccurs="0"/>${parameters}<element name="PortType" type="t:AttributedQName" minOccurs="0"/><element name="ServiceName" type="t:ServiceNameType" minOccurs="0"/>${OTHER}</sequence>${OPEN}</complexType>
<complexType name="ReferencePropertiesType"><sequence>${ANY}</sequence></complexType>${parametersType}
<complexType name="ServiceNameType"><simpleContent><extension base="QName"><attribute name="PortName" type="NCName"/>${OPEN}</extension></simpleContent></complexType>
<element name="MessageID" type="t:AttributedURI"/>
<element name="RelatesTo" type="t:Relationship"/>
<complexType name="Relationship"><simpleContent><extension base="anyURI"><attribute name="RelationshipType" type="QName"/>${OPEN}</extension></simpleContent></complexType>
<simpleType name="RelationshipTypeValues"><restriction base="QName"><enumeration value="t:Reply"/></restriction></simpleType>
<element name="To" type="t:AttributedURI"/>
<element name="Action" type="t:AttributedURI"/>
<element name="From" type="t:EndpointReferenceType"/>
<element name="ReplyTo" type="t:EndpointReferenceType"/>
<element name="FaultTo" type="t:EndpointReferenceType"/>
<element name="Recipient" type="t:EndpointReferenceType"/>
<element name="ReplyAfter" type="t:ReplyAfterType"/>
<complexType name="ReplyAfterType"><simpleContent><extension base="nonNegativeInteger">${OPEN}</extension></simpleContent></complexType>
<attribute name="Action" type="anyURI"/>
<complexType name="AttributedURI"><simpleContent><extension base="anyURI">${OPEN}</extension></simpleContent></complexType>
<complexType name="AttributedQName"><simpleContent><extension base="QName">${OPEN}</extension></simpleContent></complexType>`,
  });
}

export const addressingSchemas: readonly WellKnownSchema[] = [
  addressing10,
  submission("2004/08", true),
  submission("2004/03", true),
  submission("2003/03", false),
];

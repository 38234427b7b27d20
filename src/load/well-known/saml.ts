import { wellKnown, type WellKnownSchema } from "./well-known-schema.js";

const DSIG = "http://www.w3.org/2000/09/xmldsig#";
const ENCRYPTION = "http://www.w3.org/2001/04/xmlenc#";

/** An element and its type, derived from another by extension. */
function derived(name: string, base: string, content: string): string {
  return `<element name="${name}" type="t:${name}Type"/><complexType name="${name}Type"><complexContent><extension base="t:${base}">${content}</extension></complexContent></complexType>`;
}

function plain(name: string, content: string, isAbstract = false): string {
  const abstract = isAbstract ? ` abstract="true"` : "";
  return `<complexType name="${name}"${abstract}>${content}</complexType>`;
}

/** Assertions and Protocol for SAML 1.1 §2. */
const saml1 = wellKnown({
  file: "well-known/saml-1.1-assertion.xsd",
  namespace: "urn:oasis:names:tc:SAML:1.0:assertion",
  prefixes: { ds: DSIG },
  body: `
<simpleType name="DecisionType"><restriction base="string"><enumeration value="Permit"/><enumeration value="Deny"/><enumeration value="Indeterminate"/></restriction></simpleType>
<element name="AssertionIDReference" type="NCName"/>
<element name="Assertion" type="t:AssertionType"/>
${plain("AssertionType", `<sequence><element ref="t:Conditions" minOccurs="0"/><element ref="t:Advice" minOccurs="0"/><choice maxOccurs="unbounded"><element ref="t:Statement"/><element ref="t:SubjectStatement"/><element ref="t:AuthenticationStatement"/><element ref="t:AuthorizationDecisionStatement"/><element ref="t:AttributeStatement"/></choice><element ref="ds:Signature" minOccurs="0"/></sequence><attribute name="MajorVersion" type="integer" use="required"/><attribute name="MinorVersion" type="integer" use="required"/><attribute name="AssertionID" type="ID" use="required"/><attribute name="Issuer" type="string" use="required"/><attribute name="IssueInstant" type="dateTime" use="required"/>`)}
<element name="Conditions" type="t:ConditionsType"/>
${plain("ConditionsType", `<choice minOccurs="0" maxOccurs="unbounded"><element ref="t:AudienceRestrictionCondition"/><element ref="t:DoNotCacheCondition"/><element ref="t:Condition"/></choice><attribute name="NotBefore" type="dateTime"/><attribute name="NotOnOrAfter" type="dateTime"/>`)}
<element name="Condition" type="t:ConditionAbstractType"/>
${plain("ConditionAbstractType", "", true)}
${derived("AudienceRestrictionCondition", "ConditionAbstractType", `<sequence><element ref="t:Audience" maxOccurs="unbounded"/></sequence>`)}
<element name="Audience" type="anyURI"/>
${derived("DoNotCacheCondition", "ConditionAbstractType", "")}
<element name="Advice" type="t:AdviceType"/>
${plain("AdviceType", `<choice minOccurs="0" maxOccurs="unbounded"><element ref="t:AssertionIDReference"/><element ref="t:Assertion"/><any namespace="##other" processContents="lax"/></choice>`)}
<element name="Statement" type="t:StatementAbstractType"/>
${plain("StatementAbstractType", "", true)}
<element name="SubjectStatement" type="t:SubjectStatementAbstractType"/>
<complexType name="SubjectStatementAbstractType" abstract="true"><complexContent><extension base="t:StatementAbstractType"><sequence><element ref="t:Subject"/></sequence></extension></complexContent></complexType>
<element name="Subject" type="t:SubjectType"/>
${plain("SubjectType", `<choice><sequence><element ref="t:NameIdentifier"/><element ref="t:SubjectConfirmation" minOccurs="0"/></sequence><element ref="t:SubjectConfirmation"/></choice>`)}
<element name="NameIdentifier" type="t:NameIdentifierType"/>
<complexType name="NameIdentifierType"><simpleContent><extension base="string"><attribute name="NameQualifier" type="string"/><attribute name="Format" type="anyURI"/></extension></simpleContent></complexType>
<element name="SubjectConfirmation" type="t:SubjectConfirmationType"/>
${plain("SubjectConfirmationType", `<sequence><element ref="t:ConfirmationMethod" maxOccurs="unbounded"/><element ref="t:SubjectConfirmationData" minOccurs="0"/><element ref="ds:KeyInfo" minOccurs="0"/></sequence>`)}
<element name="SubjectConfirmationData" type="anyType"/>
<element name="ConfirmationMethod" type="anyURI"/>
${derived("AuthenticationStatement", "SubjectStatementAbstractType", `<sequence><element ref="t:SubjectLocality" minOccurs="0"/><element ref="t:AuthorityBinding" minOccurs="0" maxOccurs="unbounded"/></sequence><attribute name="AuthenticationMethod" type="anyURI" use="required"/><attribute name="AuthenticationInstant" type="dateTime" use="required"/>`)}
<element name="SubjectLocality" type="t:SubjectLocalityType"/>
${plain("SubjectLocalityType", `<attribute name="IPAddress" type="string"/><attribute name="DNSAddress" type="string"/>`)}
<element name="AuthorityBinding" type="t:AuthorityBindingType"/>
${plain("AuthorityBindingType", `<attribute name="AuthorityKind" type="QName" use="required"/><attribute name="Location" type="anyURI" use="required"/><attribute name="Binding" type="anyURI" use="required"/>`)}
${derived("AuthorizationDecisionStatement", "SubjectStatementAbstractType", `<sequence><element ref="t:Action" maxOccurs="unbounded"/><element ref="t:Evidence" minOccurs="0"/></sequence><attribute name="Resource" type="anyURI" use="required"/><attribute name="Decision" type="t:DecisionType" use="required"/>`)}
<element name="Action" type="t:ActionType"/>
<complexType name="ActionType"><simpleContent><extension base="string"><attribute name="Namespace" type="anyURI"/></extension></simpleContent></complexType>
<element name="Evidence" type="t:EvidenceType"/>
${plain("EvidenceType", `<choice maxOccurs="unbounded"><element ref="t:AssertionIDReference"/><element ref="t:Assertion"/></choice>`)}
${derived("AttributeStatement", "SubjectStatementAbstractType", `<sequence><element ref="t:Attribute" maxOccurs="unbounded"/></sequence>`)}
<element name="AttributeDesignator" type="t:AttributeDesignatorType"/>
${plain("AttributeDesignatorType", `<attribute name="AttributeName" type="string" use="required"/><attribute name="AttributeNamespace" type="anyURI" use="required"/>`)}
${derived("Attribute", "AttributeDesignatorType", `<sequence><element ref="t:AttributeValue" maxOccurs="unbounded"/></sequence>`)}
<element name="AttributeValue" type="anyType"/>`,
});

const NAME_QUALIFIERS = `<attribute name="NameQualifier" type="string"/><attribute name="SPNameQualifier" type="string"/>`;
const IDENTIFIER = `<choice><element ref="t:BaseID"/><element ref="t:NameID"/><element ref="t:EncryptedID"/></choice>`;

/** Assertions and Protocols for SAML 2.0 §2. */
const saml2 = wellKnown({
  file: "well-known/saml-2.0-assertion.xsd",
  namespace: "urn:oasis:names:tc:SAML:2.0:assertion",
  prefixes: { ds: DSIG, xenc: ENCRYPTION },
  body: `
<attributeGroup name="IDNameQualifiers">${NAME_QUALIFIERS}</attributeGroup>
<element name="BaseID" type="t:BaseIDAbstractType"/>
${plain("BaseIDAbstractType", `<attributeGroup ref="t:IDNameQualifiers"/>`, true)}
<element name="NameID" type="t:NameIDType"/>
<complexType name="NameIDType"><simpleContent><extension base="string"><attributeGroup ref="t:IDNameQualifiers"/><attribute name="Format" type="anyURI"/><attribute name="SPProvidedID" type="string"/></extension></simpleContent></complexType>
${plain("EncryptedElementType", `<sequence><element ref="xenc:EncryptedData"/><element ref="xenc:EncryptedKey" minOccurs="0" maxOccurs="unbounded"/></sequence>`)}
<element name="EncryptedID" type="t:EncryptedElementType"/>
<element name="Issuer" type="t:NameIDType"/>
<element name="AssertionIDRef" type="NCName"/>
<element name="AssertionURIRef" type="anyURI"/>
<element name="Assertion" type="t:AssertionType"/>
${plain("AssertionType", `<sequence><element ref="t:Issuer"/><element ref="ds:Signature" minOccurs="0"/><element ref="t:Subject" minOccurs="0"/><element ref="t:Conditions" minOccurs="0"/><element ref="t:Advice" minOccurs="0"/><choice minOccurs="0" maxOccurs="unbounded"><element ref="t:Statement"/><element ref="t:AuthnStatement"/><element ref="t:AuthzDecisionStatement"/><element ref="t:AttributeStatement"/></choice></sequence><attribute name="Version" type="string" use="required"/><attribute name="ID" type="ID" use="required"/><attribute name="IssueInstant" type="dateTime" use="required"/>`)}
<element name="Subject" type="t:SubjectType"/>
${plain("SubjectType", `<choice><sequence>${IDENTIFIER}<element ref="t:SubjectConfirmation" minOccurs="0" maxOccurs="unbounded"/></sequence><element ref="t:SubjectConfirmation" maxOccurs="unbounded"/></choice>`)}
<element name="SubjectConfirmation" type="t:SubjectConfirmationType"/>
${plain("SubjectConfirmationType", `<sequence><choice minOccurs="0"><element ref="t:BaseID"/><element ref="t:NameID"/><element ref="t:EncryptedID"/></choice><element ref="t:SubjectConfirmationData" minOccurs="0"/></sequence><attribute name="Method" type="anyURI" use="required"/>`)}
<element name="SubjectConfirmationData" type="t:SubjectConfirmationDataType"/>
<complexType name="SubjectConfirmationDataType" mixed="true"><sequence><any namespace="##any" processContents="lax" minOccurs="0" maxOccurs="unbounded"/></sequence><attribute name="NotBefore" type="dateTime"/><attribute name="NotOnOrAfter" type="dateTime"/><attribute name="Recipient" type="anyURI"/><attribute name="InResponseTo" type="NCName"/><attribute name="Address" type="string"/><anyAttribute namespace="##other" processContents="lax"/></complexType>
<complexType name="KeyInfoConfirmationDataType" mixed="false"><complexContent><restriction base="t:SubjectConfirmationDataType"><sequence><element ref="ds:KeyInfo" maxOccurs="unbounded"/></sequence></restriction></complexContent></complexType>
<element name="Conditions" type="t:ConditionsType"/>
${plain("ConditionsType", `<choice minOccurs="0" maxOccurs="unbounded"><element ref="t:Condition"/><element ref="t:AudienceRestriction"/><element ref="t:OneTimeUse"/><element ref="t:ProxyRestriction"/></choice><attribute name="NotBefore" type="dateTime"/><attribute name="NotOnOrAfter" type="dateTime"/>`)}
<element name="Condition" type="t:ConditionAbstractType"/>
${plain("ConditionAbstractType", "", true)}
${derived("AudienceRestriction", "ConditionAbstractType", `<sequence><element ref="t:Audience" maxOccurs="unbounded"/></sequence>`)}
<element name="Audience" type="anyURI"/>
${derived("OneTimeUse", "ConditionAbstractType", "")}
${derived("ProxyRestriction", "ConditionAbstractType", `<sequence><element ref="t:Audience" minOccurs="0" maxOccurs="unbounded"/></sequence><attribute name="Count" type="nonNegativeInteger"/>`)}
<element name="Advice" type="t:AdviceType"/>
${plain("AdviceType", `<choice minOccurs="0" maxOccurs="unbounded"><element ref="t:AssertionIDRef"/><element ref="t:AssertionURIRef"/><element ref="t:Assertion"/><element ref="t:EncryptedAssertion"/><any namespace="##other" processContents="lax"/></choice>`)}
<element name="EncryptedAssertion" type="t:EncryptedElementType"/>
<element name="Statement" type="t:StatementAbstractType"/>
${plain("StatementAbstractType", "", true)}
${derived("AuthnStatement", "StatementAbstractType", `<sequence><element ref="t:SubjectLocality" minOccurs="0"/><element ref="t:AuthnContext"/></sequence><attribute name="AuthnInstant" type="dateTime" use="required"/><attribute name="SessionIndex" type="string"/><attribute name="SessionNotOnOrAfter" type="dateTime"/>`)}
<element name="SubjectLocality" type="t:SubjectLocalityType"/>
${plain("SubjectLocalityType", `<attribute name="Address" type="string"/><attribute name="DNSName" type="string"/>`)}
<element name="AuthnContext" type="t:AuthnContextType"/>
${plain("AuthnContextType", `<sequence><choice><sequence><element ref="t:AuthnContextClassRef"/><choice minOccurs="0"><element ref="t:AuthnContextDecl"/><element ref="t:AuthnContextDeclRef"/></choice></sequence><choice><element ref="t:AuthnContextDecl"/><element ref="t:AuthnContextDeclRef"/></choice></choice><element ref="t:AuthenticatingAuthority" minOccurs="0" maxOccurs="unbounded"/></sequence>`)}
<element name="AuthnContextClassRef" type="anyURI"/>
<element name="AuthnContextDeclRef" type="anyURI"/>
<element name="AuthnContextDecl" type="anyType"/>
<element name="AuthenticatingAuthority" type="anyURI"/>
<simpleType name="DecisionType"><restriction base="string"><enumeration value="Permit"/><enumeration value="Deny"/><enumeration value="Indeterminate"/></restriction></simpleType>
${derived("AuthzDecisionStatement", "StatementAbstractType", `<sequence><element ref="t:Action" maxOccurs="unbounded"/><element ref="t:Evidence" minOccurs="0"/></sequence><attribute name="Resource" type="anyURI" use="required"/><attribute name="Decision" type="t:DecisionType" use="required"/>`)}
<element name="Action" type="t:ActionType"/>
<complexType name="ActionType"><simpleContent><extension base="string"><attribute name="Namespace" type="anyURI" use="required"/></extension></simpleContent></complexType>
<element name="Evidence" type="t:EvidenceType"/>
${plain("EvidenceType", `<choice maxOccurs="unbounded"><element ref="t:AssertionIDRef"/><element ref="t:AssertionURIRef"/><element ref="t:Assertion"/><element ref="t:EncryptedAssertion"/></choice>`)}
${derived("AttributeStatement", "StatementAbstractType", `<choice maxOccurs="unbounded"><element ref="t:Attribute"/><element ref="t:EncryptedAttribute"/></choice>`)}
<element name="Attribute" type="t:AttributeType"/>
${plain("AttributeType", `<sequence><element ref="t:AttributeValue" minOccurs="0" maxOccurs="unbounded"/></sequence><attribute name="Name" type="string" use="required"/><attribute name="NameFormat" type="anyURI"/><attribute name="FriendlyName" type="string"/><anyAttribute namespace="##other" processContents="lax"/>`)}
<element name="AttributeValue" type="anyType" nillable="true"/>
<element name="EncryptedAttribute" type="t:EncryptedElementType"/>`,
});

export const samlSchemas: readonly WellKnownSchema[] = [saml1, saml2];

import { wellKnown, type WellKnownSchema } from "./well-known-schema.js";

const DSIG = "http://www.w3.org/2000/09/xmldsig#";
const OTHER = `<any namespace="##other" processContents="lax"/>`;
const ID = `<attribute name="Id" type="ID"/>`;
const ALGORITHM = `<attribute name="Algorithm" type="anyURI" use="required"/>`;

/** XML Signature Syntax and Processing §4 to §6. */
const signature = wellKnown({
  file: "well-known/xmldsig.xsd",
  namespace: DSIG,
  body: `
<simpleType name="CryptoBinary"><restriction base="base64Binary"/></simpleType>
<element name="Signature" type="t:SignatureType"/>
<complexType name="SignatureType"><sequence><element ref="t:SignedInfo"/><element ref="t:SignatureValue"/><element ref="t:KeyInfo" minOccurs="0"/><element ref="t:Object" minOccurs="0" maxOccurs="unbounded"/></sequence>${ID}</complexType>
<element name="SignatureValue" type="t:SignatureValueType"/>
<complexType name="SignatureValueType"><simpleContent><extension base="base64Binary">${ID}</extension></simpleContent></complexType>
<element name="SignedInfo" type="t:SignedInfoType"/>
<complexType name="SignedInfoType"><sequence><element ref="t:CanonicalizationMethod"/><element ref="t:SignatureMethod"/><element ref="t:Reference" maxOccurs="unbounded"/></sequence>${ID}</complexType>
<element name="CanonicalizationMethod" type="t:CanonicalizationMethodType"/>
<complexType name="CanonicalizationMethodType" mixed="true"><sequence><any namespace="##any" minOccurs="0" maxOccurs="unbounded"/></sequence>${ALGORITHM}</complexType>
<element name="SignatureMethod" type="t:SignatureMethodType"/>
<complexType name="SignatureMethodType" mixed="true"><sequence><element name="HMACOutputLength" minOccurs="0" type="t:HMACOutputLengthType"/><any namespace="##other" minOccurs="0" maxOccurs="unbounded"/></sequence>${ALGORITHM}</complexType>
<element name="Reference" type="t:ReferenceType"/>
<complexType name="ReferenceType"><sequence><element ref="t:Transforms" minOccurs="0"/><element ref="t:DigestMethod"/><element ref="t:DigestValue"/></sequence>${ID}<attribute name="URI" type="anyURI"/><attribute name="Type" type="anyURI"/></complexType>
<element name="Transforms" type="t:TransformsType"/>
<complexType name="TransformsType"><sequence><element ref="t:Transform" maxOccurs="unbounded"/></sequence></complexType>
<element name="Transform" type="t:TransformType"/>
<complexType name="TransformType" mixed="true"><choice minOccurs="0" maxOccurs="unbounded">${OTHER}<element name="XPath" type="string"/></choice>${ALGORITHM}</complexType>
<element name="DigestMethod" type="t:DigestMethodType"/>
<complexType name="DigestMethodType" mixed="true"><sequence><any namespace="##other" processContents="lax" minOccurs="0" maxOccurs="unbounded"/></sequence>${ALGORITHM}</complexType>
<element name="DigestValue" type="t:DigestValueType"/>
<simpleType name="DigestValueType"><restriction base="base64Binary"/></simpleType>
<element name="KeyInfo" type="t:KeyInfoType"/>
<complexType name="KeyInfoType" mixed="true"><choice maxOccurs="unbounded">${["KeyName", "KeyValue", "RetrievalMethod", "X509Data", "PGPData", "SPKIData", "MgmtData"].map((name) => `<element ref="t:${name}"/>`).join("")}${OTHER}</choice>${ID}</complexType>
<element name="KeyName" type="string"/>
<element name="MgmtData" type="string"/>
<element name="KeyValue" type="t:KeyValueType"/>
<complexType name="KeyValueType" mixed="true"><choice><element ref="t:DSAKeyValue"/><element ref="t:RSAKeyValue"/>${OTHER}</choice></complexType>
<element name="RetrievalMethod" type="t:RetrievalMethodType"/>
<complexType name="RetrievalMethodType"><sequence><element ref="t:Transforms" minOccurs="0"/></sequence><attribute name="URI" type="anyURI"/><attribute name="Type" type="anyURI"/></complexType>
<element name="X509Data" type="t:X509DataType"/>
<complexType name="X509DataType"><sequence maxOccurs="unbounded"><choice><element name="X509IssuerSerial" type="t:X509IssuerSerialType"/><element name="X509SKI" type="base64Binary"/><element name="X509SubjectName" type="string"/><element name="X509Certificate" type="base64Binary"/><element name="X509CRL" type="base64Binary"/>${OTHER}</choice></sequence></complexType>
<complexType name="X509IssuerSerialType"><sequence><element name="X509IssuerName" type="string"/><element name="X509SerialNumber" type="integer"/></sequence></complexType>
<element name="PGPData" type="t:PGPDataType"/>
<complexType name="PGPDataType"><choice><sequence><element name="PGPKeyID" type="base64Binary"/><element name="PGPKeyPacket" type="base64Binary" minOccurs="0"/><any namespace="##other" processContents="lax" minOccurs="0" maxOccurs="unbounded"/></sequence><sequence><element name="PGPKeyPacket" type="base64Binary"/><any namespace="##other" processContents="lax" minOccurs="0" maxOccurs="unbounded"/></sequence></choice></complexType>
<element name="SPKIData" type="t:SPKIDataType"/>
<complexType name="SPKIDataType"><sequence maxOccurs="unbounded"><element name="SPKISexp" type="base64Binary"/><any namespace="##other" processContents="lax" minOccurs="0"/></sequence></complexType>
<element name="Object" type="t:ObjectType"/>
<complexType name="ObjectType" mixed="true"><sequence minOccurs="0" maxOccurs="unbounded"><any namespace="##any" processContents="lax"/></sequence>${ID}<attribute name="MimeType" type="string"/><attribute name="Encoding" type="anyURI"/></complexType>
<element name="Manifest" type="t:ManifestType"/>
<complexType name="ManifestType"><sequence><element ref="t:Reference" maxOccurs="unbounded"/></sequence>${ID}</complexType>
<element name="SignatureProperties" type="t:SignaturePropertiesType"/>
<complexType name="SignaturePropertiesType"><sequence><element ref="t:SignatureProperty" maxOccurs="unbounded"/></sequence>${ID}</complexType>
<element name="SignatureProperty" type="t:SignaturePropertyType"/>
<complexType name="SignaturePropertyType" mixed="true"><choice maxOccurs="unbounded">${OTHER}</choice><attribute name="Target" type="anyURI" use="required"/>${ID}</complexType>
<simpleType name="HMACOutputLengthType"><restriction base="integer"/></simpleType>
<element name="DSAKeyValue" type="t:DSAKeyValueType"/>
<complexType name="DSAKeyValueType"><sequence><sequence minOccurs="0"><element name="P" type="t:CryptoBinary"/><element name="Q" type="t:CryptoBinary"/></sequence><element name="G" type="t:CryptoBinary" minOccurs="0"/><element name="Y" type="t:CryptoBinary"/><element name="J" type="t:CryptoBinary" minOccurs="0"/><sequence minOccurs="0"><element name="Seed" type="t:CryptoBinary"/><element name="PgenCounter" type="t:CryptoBinary"/></sequence></sequence></complexType>
<element name="RSAKeyValue" type="t:RSAKeyValueType"/>
<complexType name="RSAKeyValueType"><sequence><element name="Modulus" type="t:CryptoBinary"/><element name="Exponent" type="t:CryptoBinary"/></sequence></complexType>`,
});

/** XML Encryption Syntax and Processing §3. */
const encryption = wellKnown({
  file: "well-known/xmlenc.xsd",
  namespace: "http://www.w3.org/2001/04/xmlenc#",
  prefixes: { ds: DSIG },
  body: `
<complexType name="EncryptedType" abstract="true"><sequence><element name="EncryptionMethod" type="t:EncryptionMethodType" minOccurs="0"/><element ref="ds:KeyInfo" minOccurs="0"/><element ref="t:CipherData"/><element ref="t:EncryptionProperties" minOccurs="0"/></sequence>${ID}<attribute name="Type" type="anyURI"/><attribute name="MimeType" type="string"/><attribute name="Encoding" type="anyURI"/></complexType>
<complexType name="EncryptionMethodType" mixed="true"><sequence><element name="KeySize" minOccurs="0" type="t:KeySizeType"/><element name="OAEPparams" minOccurs="0" type="base64Binary"/><any namespace="##other" minOccurs="0" maxOccurs="unbounded"/></sequence>${ALGORITHM}</complexType>
<simpleType name="KeySizeType"><restriction base="integer"/></simpleType>
<element name="CipherData" type="t:CipherDataType"/>
<complexType name="CipherDataType"><choice><element name="CipherValue" type="base64Binary"/><element ref="t:CipherReference"/></choice></complexType>
<element name="CipherReference" type="t:CipherReferenceType"/>
<complexType name="CipherReferenceType"><choice><element name="Transforms" type="t:TransformsType" minOccurs="0"/></choice><attribute name="URI" type="anyURI" use="required"/></complexType>
<complexType name="TransformsType"><sequence><element ref="ds:Transform" maxOccurs="unbounded"/></sequence></complexType>
<element name="EncryptedData" type="t:EncryptedDataType"/>
<complexType name="EncryptedDataType"><complexContent><extension base="t:EncryptedType"/></complexContent></complexType>
<element name="EncryptedKey" type="t:EncryptedKeyType"/>
<complexType name="EncryptedKeyType"><complexContent><extension base="t:EncryptedType"><sequence><element ref="t:ReferenceList" minOccurs="0"/><element name="CarriedKeyName" type="string" minOccurs="0"/></sequence><attribute name="Recipient" type="string"/></extension></complexContent></complexType>
<element name="AgreementMethod" type="t:AgreementMethodType"/>
<complexType name="AgreementMethodType" mixed="true"><sequence><element name="KA-Nonce" minOccurs="0" type="base64Binary"/><any namespace="##other" minOccurs="0" maxOccurs="unbounded"/><element name="OriginatorKeyInfo" minOccurs="0" type="ds:KeyInfoType"/><element name="RecipientKeyInfo" minOccurs="0" type="ds:KeyInfoType"/></sequence>${ALGORITHM}</complexType>
<element name="ReferenceList"><complexType><choice maxOccurs="unbounded"><element name="DataReference" type="t:ReferenceType"/><element name="KeyReference" type="t:ReferenceType"/></choice></complexType></element>
<complexType name="ReferenceType"><sequence><any namespace="##other" minOccurs="0" maxOccurs="unbounded"/></sequence><attribute name="URI" type="anyURI" use="required"/></complexType>
<element name="EncryptionProperties" type="t:EncryptionPropertiesType"/>
<complexType name="EncryptionPropertiesType"><sequence><element ref="t:EncryptionProperty" maxOccurs="unbounded"/></sequence>${ID}</complexType>
<element name="EncryptionProperty" type="t:EncryptionPropertyType"/>
<complexType name="EncryptionPropertyType" mixed="true"><choice maxOccurs="unbounded">${OTHER}</choice><attribute name="Target" type="anyURI"/>${ID}<anyAttribute namespace="http://www.w3.org/XML/1998/namespace"/></complexType>`,
});

export const xmlSecuritySchemas: readonly WellKnownSchema[] = [
  signature,
  encryption,
];

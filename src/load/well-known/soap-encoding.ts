import { builtinTypes } from "../../model/index.js";
import { wellKnown, type WellKnownSchema } from "./well-known-schema.js";

const UNNAMED: ReadonlySet<string> = new Set([
  "anyType",
  "anySimpleType",
  "anyAtomicType",
  "dateTimeStamp",
  "yearMonthDuration",
  "dayTimeDuration",
]);

/**
 * SOAP 1.1 §5.2.1 has a type for every built-in one, with `id` and `href` added. Every encoded element may carry these
 * (§5.1), whatever its type, so the codec handles them and the types are simple here.
 */
const simpleTypes = [...builtinTypes.keys()]
  .filter((name) => !UNNAMED.has(name))
  .map(
    (name) =>
      `<simpleType name="${name}"><restriction base="${name}"/></simpleType><element name="${name}" type="t:${name}" nillable="true"/>`,
  )
  .join("");

const ANYTHING = `<sequence><any namespace="##any" minOccurs="0" maxOccurs="unbounded" processContents="lax"/></sequence>`;

export const soap11Encoding: WellKnownSchema = wellKnown({
  file: "well-known/soap-encoding-1.1.xsd",
  namespace: "http://schemas.xmlsoap.org/soap/encoding/",
  body: `
<attribute name="root" type="boolean"/>
<attribute name="position" type="t:arrayCoordinate"/>
<attribute name="offset" type="t:arrayCoordinate"/>
<attribute name="arrayType" type="string"/>
<simpleType name="arrayCoordinate"><restriction base="string"/></simpleType>
<simpleType name="base64"><restriction base="base64Binary"/></simpleType>
<attributeGroup name="commonAttributes">
  <attribute name="id" type="ID"/><attribute name="href" type="anyURI"/>
  <anyAttribute namespace="##other" processContents="lax"/>
</attributeGroup>
<attributeGroup name="arrayAttributes">
  <attribute ref="t:arrayType"/><attribute ref="t:offset"/>
</attributeGroup>
<attributeGroup name="arrayMemberAttributes"><attribute ref="t:position"/></attributeGroup>
<group name="Array">${ANYTHING}</group>
<group name="Struct">${ANYTHING}</group>
<complexType name="Array"><group ref="t:Array" minOccurs="0"/><attributeGroup ref="t:arrayAttributes"/><attributeGroup ref="t:commonAttributes"/></complexType>
<complexType name="Struct"><group ref="t:Struct" minOccurs="0"/><attributeGroup ref="t:commonAttributes"/></complexType>
<element name="Array" type="t:Array"/>
<element name="Struct" type="t:Struct"/>
${simpleTypes}`,
});

/** SOAP 1.2 part 2 §3. */
export const soap12Encoding: WellKnownSchema = wellKnown({
  file: "well-known/soap-encoding-1.2.xsd",
  namespace: "http://www.w3.org/2003/05/soap-encoding",
  body: `
<attribute name="itemType" type="QName"/>
<attribute name="arraySize" type="t:arraySize"/>
<attribute name="nodeType" type="t:nodeType"/>
<attribute name="id" type="ID"/>
<attribute name="ref" type="IDREF"/>
<simpleType name="arraySize"><restriction base="string"><pattern value="(\\*|(\\d+))(\\s+\\d+)*"/></restriction></simpleType>
<simpleType name="nodeType"><restriction base="token"><enumeration value="simple"/><enumeration value="struct"/><enumeration value="array"/></restriction></simpleType>
<attributeGroup name="commonAttributes">
  <attribute ref="t:id"/><attribute ref="t:ref"/>
  <anyAttribute namespace="##other" processContents="lax"/>
</attributeGroup>
<attributeGroup name="arrayAttributes"><attribute ref="t:arraySize"/><attribute ref="t:itemType"/></attributeGroup>
<complexType name="Array">${ANYTHING}<attributeGroup ref="t:arrayAttributes"/><attributeGroup ref="t:commonAttributes"/></complexType>
<complexType name="Struct">${ANYTHING}<attributeGroup ref="t:commonAttributes"/></complexType>
<element name="Array" type="t:Array"/>
<element name="Struct" type="t:Struct"/>
${simpleTypes}`,
});

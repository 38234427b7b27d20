import { expect, it } from "vitest";
import { canonicalXml } from "../support/canonical-xml.js";
import { bodyOf, readFiles } from "./construct.js";

const wsdl = `<definitions xmlns="http://schemas.xmlsoap.org/wsdl/" xmlns:s="http://schemas.xmlsoap.org/wsdl/soap/"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:t" targetNamespace="urn:t">
  <types><xs:schema targetNamespace="urn:t"><xs:complexType name="Put"><xs:sequence>
    <xs:element name="count" type="xs:int"/></xs:sequence></xs:complexType></xs:schema></types>
  <message name="Put"><part name="parameters" type="t:Put"/></message>
  <portType name="Port"><operation name="Put"><input message="t:Put"/><output message="t:Put"/></operation></portType>
  <binding name="Binding" type="t:Port">
    <s:binding transport="http://schemas.xmlsoap.org/soap/http"/>
    <operation name="Put"><s:operation soapAction="urn:t/Put"/>
      <input><s:body use="encoded" encodingStyle="http://schemas.xmlsoap.org/soap/encoding/"/></input>
      <output><s:body use="encoded" encodingStyle="http://schemas.xmlsoap.org/soap/encoding/"/></output></operation>
  </binding>
  <service name="Service"><port name="Port" binding="t:Binding"><s:address location="http://example.com/t"/></port></service>
</definitions>`;

it("names the element of an encoded document after its type, as nothing contains it", async () => {
  const { sdk } = await readFiles({ "put.wsdl": wsdl });
  const value = { parameters: { count: 7 } };
  const { body = "" } = sdk.encodeRequest("Put", value);
  const [root, ...rest] = canonicalXml(bodyOf(body)).split("\n");
  expect(root).toContain("{urn:t}Put");
  expect(rest.join("\n")).toContain("{}count");
  expect(sdk.decodeResponse("Put", body)).toEqual(value);
});

import { rmSync } from "node:fs";
import { afterEach, expect, it } from "vitest";
import { folderOf, run } from "./command-line.js";
import { head, overHttp, types } from "./construct.js";

let folder = "";
afterEach(() => rmSync(folder, { recursive: true }));

const encoding = "http://schemas.xmlsoap.org/soap/encoding/";
const encoded = `<s:body use="encoded" namespace="urn:calls" encodingStyle="${encoding}"/>`;
const wsdl = `${head}${types('<x:element name="ask" type="x:int"/><x:element name="told" type="x:int"/><x:complexType name="Broken"><x:sequence><x:element name="code" type="x:int"/></x:sequence></x:complexType>')}
  <w:message name="Ask"><w:part name="ask" element="t:ask"/></w:message><w:message name="Told"><w:part name="told" element="t:told"/></w:message>
  <w:message name="Id"><w:part name="id" type="x:int"/></w:message><w:message name="Fails"><w:part name="broken" type="t:Broken"/></w:message>
  <w:portType name="Documents"><w:operation name="ask"><w:input message="t:Ask"/><w:output message="t:Told"/></w:operation></w:portType>
  <w:portType name="Calls"><w:operation name="go"><w:input message="t:Id"/><w:output message="t:Id"/><w:fault name="Broken" message="t:Fails"/></w:operation></w:portType>
  <w:portType name="Queries"><w:operation name="look"><w:input message="t:Id"/><w:output message="t:Told"/></w:operation></w:portType>
  <w:binding name="D" type="t:Documents"><s:binding transport="${overHttp}"/><w:operation name="ask"><s:operation soapAction="ask"/><w:input><s:body use="literal"/></w:input><w:output><s:body use="literal"/></w:output></w:operation></w:binding>
  <w:binding name="H" type="t:Documents"><h:binding verb="POST"/><w:operation name="ask"><h:operation location="/ask"/><w:input><m:content type="application/xml" part="ask"/></w:input><w:output><m:mimeXml part="told"/></w:output></w:operation></w:binding>
  <w:binding name="C" type="t:Calls"><s:binding style="rpc" transport="${overHttp}"/><w:operation name="go"><s:operation soapAction="go"/><w:input>${encoded}</w:input><w:output>${encoded}</w:output><w:fault name="Broken"><s:fault name="Broken" use="encoded" namespace="urn:faults"/></w:fault></w:operation></w:binding>
  <w:binding name="Q" type="t:Queries"><h:binding verb="GET"/><w:operation name="look"><h:operation location="/look"/><w:input><h:urlEncoded/></w:input><w:output><m:mimeXml part="told"/></w:output></w:operation></w:binding>
  <w:service name="S">${["D", "C"].map((name) => `<w:port name="${name}" binding="t:${name}"><s:address location="http://example.com/s"/></w:port>`).join("")}${["H", "Q"].map((name) => `<w:port name="${name}" binding="t:${name}"><h:address location="http://example.com/h"/></w:port>`).join("")}</w:service></w:definitions>`;

it("what is exported is the same service: posted documents, parameters, namespaces of faults", async () => {
  folder = folderOf({ "t.wsdl": wsdl });
  const exported = ["export", "wsdl", "t.wsdl", "-o", "exported.wsdl"];
  expect(await run(folder, exported)).toMatchObject({ exitCode: 0 });
  const { exitCode, out } = await run(folder, [
    "diff",
    "t.wsdl",
    "exported.wsdl",
  ]);
  expect([exitCode, out]).toEqual([0, expect.stringContaining("no changes")]);
});

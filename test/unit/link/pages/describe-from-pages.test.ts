import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { membersAt, readFiles } from "../../../support/infer-files.js";
import { writePlanned } from "../../../support/write-planned.js";

const wsdl = `<?xml version="1.0"?>
<definitions xmlns="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:pay" targetNamespace="urn:pay">
  <types><xs:schema targetNamespace="urn:pay" elementFormDefault="qualified">
    <xs:element name="Pay"><xs:complexType><xs:sequence>
      <xs:element name="Amount" type="xs:decimal"/>
      <xs:element name="Currency" type="t:Currency"/>
    </xs:sequence></xs:complexType></xs:element>
    <xs:element name="PayResponse"><xs:complexType><xs:sequence>
      <xs:element name="PayResult" type="xs:string"/>
    </xs:sequence></xs:complexType></xs:element>
    <xs:simpleType name="Currency"><xs:restriction base="xs:string"><xs:enumeration value="EUR"/><xs:enumeration value="SEK"/></xs:restriction></xs:simpleType>
  </xs:schema></types>
  <message name="In"><part name="parameters" element="t:Pay"/></message>
  <message name="Out"><part name="parameters" element="t:PayResponse"/></message>
  <portType name="Payments"><operation name="Pay"><input message="t:In"/><output message="t:Out"/></operation></portType>
  <binding name="PaymentsSoap" type="t:Payments"><soap:binding transport="http://schemas.xmlsoap.org/soap/http"/>
    <operation name="Pay"><soap:operation soapAction="urn:pay/Pay"/><input><soap:body use="literal"/></input><output><soap:body use="literal"/></output></operation></binding>
  <service name="Payments"><port name="PaymentsSoap" binding="t:PaymentsSoap"><soap:address location="https://pay.example.com/"/></port></service>
</definitions>`;

function page(amount: string, operation = "Pay"): string {
  return `Payments
Click here for a complete list of operations.
${operation}
Pays an amount.
Parameter
Notes
Amount:How much to pay.
Test
SOAP 1.1
POST /pay.asmx HTTP/1.1
Host: pay.example.com
Content-Type: text/xml; charset=utf-8
Content-Length: length
SOAPAction: "urn:pay/${operation}"

<?xml version="1.0" encoding="utf-8"?>
<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">
  <soap:Body>
    <${operation} xmlns="urn:pay">
      <Amount>${amount}</Amount>
      <Currency>EUR or SEK</Currency>
    </${operation}>
  </soap:Body>
</soap:Envelope>
HTTP/1.1 200 OK
Content-Type: text/xml; charset=utf-8
Content-Length: length

<?xml version="1.0" encoding="utf-8"?>
<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">
  <soap:Body>
    <${operation}Response xmlns="urn:pay">
      <${operation}Result>string</${operation}Result>
    </${operation}Response>
  </soap:Body>
</soap:Envelope>
`;
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "soapstone-"));
  writePlanned(folder, [{ path: "payments.wsdl", text: wsdl }]);
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("a WSDL with pages of the same service", () => {
  it("takes descriptions from the pages and everything else from the WSDL", async () => {
    writePlanned(folder, [{ path: "Pay.txt", text: page("decimal") }]);
    const { model, diagnostics } = await readFiles([folder]);
    expect(diagnostics).toEqual([]);
    expect(model.operations).toHaveLength(1);
    expect(model.operations[0]?.documentation).toBe("Pays an amount.");
    expect(membersAt(model, "Pay")).toMatchObject([
      { name: "Amount", min: 1, documentation: "How much to pay." },
      { name: "Currency", min: 1, type: "EUR|SEK" },
    ]);
    expect(
      model.services.flatMap(({ ports }) => ports.map((port) => port.address)),
    ).toEqual(["https://pay.example.com/"]);
  });

  it("reports a contradiction with both places", async () => {
    writePlanned(folder, [{ path: "Pay.txt", text: page("int") }]);
    const { model, diagnostics } = await readFiles([folder]);
    expect(diagnostics).toHaveLength(1);
    const [found] = diagnostics;
    expect(found?.code).toBe("link/contradiction");
    expect(found?.message).toBe(
      "Pay.Amount is int on the page and decimal in the WSDL",
    );
    expect(found?.span).toMatchObject({ line: 20 });
    expect(found?.related[0]?.span).toMatchObject({ line: 5 });
    expect(membersAt(model, "Pay")[0]?.type).toBe("decimal");
  });

  it("reports a documented operation that the WSDL does not declare", async () => {
    writePlanned(folder, [
      { path: "Refund.txt", text: page("decimal", "Refund") },
    ]);
    const { model, diagnostics } = await readFiles([folder]);
    expect(diagnostics.map(({ code }) => code)).toEqual([
      "link/undeclared-operation",
    ]);
    expect(model.operations.map(({ name }) => name)).toEqual(["Pay"]);
  });
});

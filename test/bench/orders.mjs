export const namespace = "urn:bench:orders";

/** A service with one operation that takes and gives a list. */
export const wsdl = `<?xml version="1.0"?>
<definitions xmlns="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="${namespace}" targetNamespace="${namespace}">
<types><xs:schema targetNamespace="${namespace}" elementFormDefault="qualified">
<xs:element name="List"><xs:complexType><xs:sequence><xs:element name="Order" type="t:Order" minOccurs="0" maxOccurs="unbounded"/></xs:sequence></xs:complexType></xs:element>
<xs:element name="ListResponse"><xs:complexType><xs:sequence><xs:element name="Order" type="t:Order" minOccurs="0" maxOccurs="unbounded"/></xs:sequence></xs:complexType></xs:element>
<xs:complexType name="Order"><xs:sequence>
<xs:element name="Id" type="xs:int"/><xs:element name="Customer" type="xs:string"/><xs:element name="Created" type="xs:dateTime"/>
<xs:element name="Total" type="xs:decimal"/><xs:element name="Paid" type="xs:boolean"/><xs:element name="Note" type="xs:string" minOccurs="0"/>
<xs:element name="Line" type="t:Line" minOccurs="0" maxOccurs="unbounded"/></xs:sequence></xs:complexType>
<xs:complexType name="Line"><xs:sequence><xs:element name="Article" type="xs:string"/><xs:element name="Quantity" type="xs:int"/><xs:element name="Price" type="xs:double"/></xs:sequence></xs:complexType>
</xs:schema></types>
<message name="In"><part name="parameters" element="t:List"/></message>
<message name="Out"><part name="parameters" element="t:ListResponse"/></message>
<portType name="Orders"><operation name="List"><input message="t:In"/><output message="t:Out"/></operation></portType>
<binding name="B" type="t:Orders"><soap:binding style="document" transport="http://schemas.xmlsoap.org/soap/http"/><operation name="List"><soap:operation soapAction="list"/><input><soap:body use="literal"/></input><output><soap:body use="literal"/></output></operation></binding>
<service name="Orders"><port name="P" binding="t:B"><soap:address location="http://127.0.0.1/"/></port></service>
</definitions>`;

function order(id) {
  const line = { Article: `A-${id % 97}`, Quantity: id % 9, Price: id / 4 };
  return {
    Id: id,
    Customer: `Customer & Sons ${id}`,
    Created: "2024-05-31T12:30:00Z",
    Total: `${id}.50`,
    Paid: id % 2 === 0,
    Note: "Leave at the door",
    Line: [line, { ...line, Quantity: 1 }, { ...line, Quantity: 2 }],
  };
}

/** The same orders each time. */
export function valueOf(count) {
  return { Order: Array.from({ length: count }, (_, id) => order(id)) };
}

/** The value as an answer. */
export function envelopeOf(sdk, value) {
  const { body } = sdk.encodeRequest("List", value);
  return body.replaceAll(/<(\/?)List\b/g, "<$1ListResponse");
}

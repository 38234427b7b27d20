import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import {
  membersAt,
  outline,
  readFiles,
  type InferredFiles,
} from "../support/infer-files.js";

const folder = mkdtempSync(join(tmpdir(), "documentation-styles-"));
afterAll(() => rmSync(folder, { recursive: true }));
let count = 0;

function read(text: string, extension = "txt"): Promise<InferredFiles> {
  const path = join(folder, `page${String(count++)}.${extension}`);
  writeFileSync(path, text);
  return readFiles([path]);
}

const codes = ({ diagnostics }: InferredFiles): readonly string[] =>
  diagnostics.map(({ code }) => code);

describe("Mono's help page", () => {
  const page = `Stock Web Service

Overview | Service Description | Client proxy
Methods for StockSoap
Find
Find

Operation: Find
Messages

POST /Stock.asmx
SOAPAction: urn:stock/Find
Content-Type: text/xml; charset=utf-8
Content-Length: string
Host: string

<?xml version="1.0" encoding="utf-16"?>
<soap:Envelope
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:xsd="http://www.w3.org/2001/XMLSchema"
  xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">
  <soap:Body>
    <Find xmlns="urn:stock">
      <name>string</name>
      <kind>string</kind>
      <key>string</key>
      <letter>unsignedShort</letter>
      <filter>
        <min>int</min>
        <inner>
          <min>int</min>
          <inner/>
        </inner>
      </filter>
    </Find>
  </soap:Body>
</soap:Envelope>

HTTP/1.0 200 OK
Content-Type: text/xml; charset=utf-8
Content-Length: string

<?xml version="1.0" encoding="utf-16"?>
<soap:Envelope
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:xsd="http://www.w3.org/2001/XMLSchema"
  xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">
  <soap:Body>
    <FindResponse xmlns="urn:stock">
      <FindResult>
        <Item code="int" custom-attribute="value">
          <Label>string</Label>
        </Item>
        <Item code="int" custom-attribute="value">
          <Label>string</Label>
        </Item>
      </FindResult>
    </FindResponse>
  </soap:Body>
</soap:Envelope>
`;

  it("has its own signs of recursion, any attribute and a hidden host", async () => {
    const { model } = await read(page);
    expect(outline(membersAt(model, "Find"))).toEqual([
      "name?: string",
      "kind?: string",
      "key?: string",
      "letter: unsignedShort",
      "filter?: filter",
    ]);
    expect(outline(membersAt(model, "Find", "filter"))).toEqual([
      "min: int",
      "inner?: filter",
    ]);
    const item = model.schemas.types.get("{urn:stock}Item");
    expect(item?.kind === "complex" && item.attributes).toHaveLength(1);
    expect(model.services[0]?.ports[0]).not.toHaveProperty("address");
    expect(model.operations[0]?.bindings[0]?.action).toBe("urn:stock/Find");
  });
});

describe("a page of .NET 1.1", () => {
  const page = `Stock

Click here for a complete list of operations.

Count

Test
To test the operation using the HTTP GET protocol, click the 'Invoke' button.
Parameter Value
name:

SOAP
The following is a sample SOAP request and response. The placeholders shown need to be replaced with actual values.

POST /app/Stock.asmx HTTP/1.1
Host: localhost
Content-Type: text/xml; charset=utf-8
Content-Length: length
SOAPAction: "http://tempuri.org/Count"

<?xml version="1.0" encoding="utf-8"?>
<soap:Envelope xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">
  <soap:Body>
    <Count xmlns="http://tempuri.org/">
      <name>string</name>
      <since>dateTime</since>
    </Count>
  </soap:Body>
</soap:Envelope>
HTTP/1.1 200 OK
Content-Type: text/xml; charset=utf-8
Content-Length: length

<?xml version="1.0" encoding="utf-8"?>
<soap:Envelope xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">
  <soap:Body>
    <CountResponse xmlns="http://tempuri.org/">
      <CountResult>int</CountResult>
    </CountResponse>
  </soap:Body>
</soap:Envelope>
HTTP GET
The following is a sample HTTP GET request and response. The placeholders shown need to be replaced with actual values.

GET /app/Stock.asmx/Count?name=string&since=string HTTP/1.1
Host: localhost

HTTP/1.1 200 OK
Content-Type: text/xml; charset=utf-8
Content-Length: length

<?xml version="1.0" encoding="utf-8"?>
<int xmlns="http://tempuri.org/">int</int>
`;

  it("has one section of SOAP, and parameters of HTTP that take its types", async () => {
    const result = await read(page);
    expect(codes(result)).toEqual([]);
    const [operation] = result.model.operations;
    expect(operation?.bindings.map(({ protocol }) => protocol)).toEqual([
      "soap11",
      "http-get",
    ]);
    expect(operation?.bindings[1]?.request.body).toMatchObject({
      parts: [
        { type: { reference: { name: { local: "string" } } } },
        { type: { reference: { name: { local: "dateTime" } } } },
      ],
    });
  });
});

describe("a page that shows HTTP GET only", () => {
  const page = `Stock

Click here for a complete list of operations.

Count

HTTP GET
The following is a sample HTTP GET request and response. The placeholders shown need to be replaced with actual values.

GET /app/Stock.asmx/Count?name=string&tags=string&tags=string HTTP/1.1
Host: localhost

HTTP/1.1 200 OK
Content-Type: text/xml; charset=utf-8
Content-Length: length

<?xml version="1.0" encoding="utf-8"?>
<ArrayOfItem xmlns="http://tempuri.org/">
  <Item>
    <Id>int</Id>
  </Item>
  <Item>
    <Id>int</Id>
  </Item>
</ArrayOfItem>
`;

  it("leaves the types of parameters open, but not which repeat, nor the name of the reply's type", async () => {
    const { model } = await read(page);
    const body = model.operations[0]?.bindings[0]?.request.body;
    expect(body).toMatchObject({
      kind: "parameters",
      parts: [
        { name: "name", origin: { certainty: "ambiguous" } },
        { name: "tags", occurrence: { max: "unbounded" } },
      ],
    });
    expect(outline(membersAt(model, "ArrayOfItem"))).toEqual(["Item[]: Item"]);
  });
});

describe("example values of WCF", () => {
  const page = `POST http://localhost/Shop.svc HTTP/1.1
Content-Type: text/xml; charset=utf-8
SOAPAction: "urn:shop/IShop/PlaceOrder"

<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><PlaceOrder xmlns="urn:shop">
  <order xmlns:i="http://www.w3.org/2001/XMLSchema-instance"><Count>2147483647</Count><Key>1627aea5-8e0a-4371-9022-9b504344e724</Key><Price>12678967.543233</Price><Ratio>1.26743233E+15</Ratio><Wait>P428DT10H30M12.3S</Wait><Name>String content</Name><Small>32767</Small><B>255</B><U>18446744073709551615</U></order></PlaceOrder></s:Body></s:Envelope>

HTTP/1.1 200 OK
Content-Type: text/xml

<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><PlaceOrderResponse xmlns="urn:shop"><PlaceOrderResult>true</PlaceOrderResult></PlaceOrderResponse></s:Body></s:Envelope>
`;

  it("stand for their types", async () => {
    const { model } = await read(page);
    expect(outline(membersAt(model, "PlaceOrder", "order"))).toEqual([
      "Count: int",
      "Key?: string",
      "Price: decimal",
      "Ratio: double",
      "Wait?: duration",
      "Name?: string",
      "Small: short",
      "B: unsignedByte",
      "U: unsignedLong",
    ]);
    const [first] = membersAt(model, "PlaceOrder", "order");
    expect(first).toMatchObject({ certainty: "likely", examples: [] });
  });

  it("are values where nothing says that WCF made them", async () => {
    const { model } = await read(
      page.replaceAll(/<(Key|Price|Ratio|Wait|Name)>[^<]*<\/\1>/g, ""),
    );
    expect(outline(membersAt(model, "PlaceOrder", "order"))[1]).toBe(
      "Small?: int",
    );
  });
});

describe("pages without SOAP messages", () => {
  it("of a REST operation say so", async () => {
    const page = `<html><head><title>Operations at http://localhost/Shop.svc</title></head><body><div id="content"><p class="heading1">Reference for http://localhost/Shop.svc/PlaceOrder</p>
<p><b>Url: </b><span class="uri-template">http://localhost/Shop.svc/PlaceOrder</span></p><p><b>HTTP Method: </b><span class="method">POST</span></p>
<table><tr><th>Message direction</th><th>Format</th><th>Body</th></tr><tr><td>Request</td><td>Xml</td><td><a href="#request-xml">Example</a></td></tr></table>
<p>The following is an example request Xml body:</p>
<pre class="request-xml">&lt;Order xmlns="urn:shop"&gt;
  &lt;Count&gt;2147483647&lt;/Count&gt;
  &lt;Big&gt;9223372036854775807&lt;/Big&gt;
  &lt;Price&gt;12678967.543233&lt;/Price&gt;
  &lt;Ratio&gt;1.26743233E+15&lt;/Ratio&gt;
  &lt;When&gt;1999-05-31T11:20:00&lt;/When&gt;
  &lt;Key&gt;1627aea5-8e0a-4371-9022-9b504344e724&lt;/Key&gt;
  &lt;Name&gt;String content&lt;/Name&gt;
  &lt;Wait&gt;P428DT10H30M12.3S&lt;/Wait&gt;
  &lt;Data&gt;QmFzZSA2NCBTdHJlYW0=&lt;/Data&gt;
&lt;/Order&gt;</pre>
<p>The following is an example response Xml body:</p><pre class="response-xml">&lt;OrderResult xmlns="urn:shop"&gt;&lt;Ok&gt;true&lt;/Ok&gt;&lt;/OrderResult&gt;</pre></div></body></html>
`;
    const result = await read(page, "html");
    expect(codes(result)).toEqual(["page/rest-help"]);
    expect(result.model.operations).toEqual([]);
  });

  it.each([
    [
      "WCF",
      `<HTML><HEAD><TITLE>Shop Service</TITLE></HEAD><BODY><DIV id="content"><P class="heading1">Shop Service</P><P class="intro">You have created a service.<P class='intro'>To test this service, you will need to create a client and use it to call the service. You can do this using the svcutil.exe tool from the command line with the following syntax:</P><PRE>svcutil.exe <A HREF="http://localhost/Shop.svc?wsdl">http://localhost/Shop.svc?wsdl</A></PRE></DIV></BODY></HTML>
`,
    ],
    [
      "Axis",
      `<html><head><title>List Services</title></head><body><h2>And now... Some Services</h2><ul><li>AdminService <a href="http://h/axis/services/AdminService?wsdl"><i>(wsdl)</i></a></li><ul><li>AdminService</li></ul><li>Shop <a href="http://h/axis/services/Shop?wsdl"><i>(wsdl)</i></a></li><ul><li>placeOrder</li><li>find</li></ul></ul></body></html>
`,
    ],
  ])("of %s point to the WSDL", async (_name, page) => {
    expect(codes(await read(page, "html"))).toEqual(["page/points-to-wsdl"]);
  });

  it("but with a signature and a table say what they do describe", async () => {
    const { diagnostics } = await read(
      "Cancel\n======\n\nPublic Function cancelIt(ByVal id As String) As String\n\n| Name | Data Type | Comment |\n|---|---|---|\n| id | String | Mandatory |\n| why | String | Optional |\n",
    );
    expect(diagnostics).toMatchObject([
      {
        code: "page/no-samples",
        related: [
          { message: "names the operation cancelIt", span: { line: 4 } },
          { message: "describes id, why, but not the elements around" },
        ],
      },
    ]);
  });
});

describe("requests of soapUI", () => {
  const request = `<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:shop="urn:shop">
   <soapenv:Header/>
   <soapenv:Body>
      <shop:place>
         <shop:id>?</shop:id>
         <!--Optional:-->
         <shop:note>?</shop:note>
         <!--1 or more repetitions:-->
         <shop:line sku="?">
            <!--type: int-->
            <shop:count>?</shop:count>
            <!--You have a CHOICE of the next 2 items at this level-->
            <shop:gift>?</shop:gift>
            <shop:sample>?</shop:sample>
         </shop:line>
         <!--Zero or more repetitions:-->
         <shop:tag>?</shop:tag>
         <!--type: Kind - enumeration: [Plain,Fancy]-->
         <shop:kind>?</shop:kind>
         <shop:data>cid:1203948</shop:data>
         <!--You may enter ANY elements at this point-->
      </shop:place>
   </soapenv:Body>
</soapenv:Envelope>
`;

  it("state occurrence, choices and types in comments", async () => {
    const { model } = await read(request, "xml");
    expect(outline(membersAt(model, "place"))).toEqual([
      "id: string",
      "note?: string",
      "line[]: line",
      "tag[]: string",
      "kind: Plain|Fancy",
      "data: base64Binary",
    ]);
    expect(membersAt(model, "place")[2]).toMatchObject({ min: 1 });
    expect(outline(membersAt(model, "place", "line"))).toEqual([
      "count: int",
      "gift?: string",
      "sample?: string",
    ]);
    expect(model.schemas.types.has("{urn:shop}Kind")).toBe(true);
  });

  it("say nothing of occurrence where all comments were taken out", async () => {
    const { model } = await read(request.replaceAll(/<!--.*?-->/g, ""), "xml");
    const members = membersAt(model, "place");
    expect(members.map(({ presence }) => presence)).not.toContain("certain");
  });

  it("have fixed numbers for types in their sample values", async () => {
    const { model } = await read(
      `<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:shop="urn:shop">
   <soapenv:Header/>
   <soapenv:Body>
      <shop:place>
         <shop:id>3</shop:id>
         <!--Optional:-->
         <shop:name>gero et</shop:name>
         <shop:price>1000.00</shop:price>
         <shop:ratio>1.25</shop:ratio>
         <shop:when>2008-09-28T21:49:45</shop:when>
         <shop:ok>true</shop:ok>
         <shop:big>10</shop:big>
         <shop:uri>http://www.sonoras.com/imperio</shop:uri>
         <!--Zero or more repetitions:-->
         <shop:code>fremu</shop:code>
      </shop:place>
   </soapenv:Body>
</soapenv:Envelope>
`,
      "xml",
    );
    expect(outline(membersAt(model, "place"))).toEqual([
      "id: int",
      "name?: string",
      "price: decimal",
      "ratio: float",
      "when: dateTime",
      "ok: boolean",
      "big: long",
      "uri: string",
      "code[]: string",
    ]);
  });
});

describe("encoded messages of other programs", () => {
  it("are rpc with the types that SOAP::Lite names, by the schema of 1999", async () => {
    const { model } = await read(`POST /cgi-bin/hibye.cgi HTTP/1.1
Host: h.example
Content-Type: text/xml
SOAPAction: "urn:Demo#hi"

<SOAP-ENV:Envelope xmlns:SOAP-ENC="http://schemas.xmlsoap.org/soap/encoding/" SOAP-ENV:encodingStyle="http://schemas.xmlsoap.org/soap/encoding/" xmlns:SOAP-ENV="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsi="http://www.w3.org/1999/XMLSchema-instance" xmlns:xsd="http://www.w3.org/1999/XMLSchema">
<SOAP-ENV:Body><namesp1:hi xmlns:namesp1="urn:Demo"><c-gensym3 xsi:type="xsd:string">Ann</c-gensym3><n xsi:type="xsd:int">5</n></namesp1:hi></SOAP-ENV:Body></SOAP-ENV:Envelope>

HTTP/1.1 200 OK
Content-Type: text/xml

<SOAP-ENV:Envelope xmlns:SOAP-ENC="http://schemas.xmlsoap.org/soap/encoding/" SOAP-ENV:encodingStyle="http://schemas.xmlsoap.org/soap/encoding/" xmlns:SOAP-ENV="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsi="http://www.w3.org/1999/XMLSchema-instance" xmlns:xsd="http://www.w3.org/1999/XMLSchema">
<SOAP-ENV:Body><namesp1:hiResponse xmlns:namesp1="urn:Demo"><s-gensym3 xsi:type="xsd:string">hello</s-gensym3></namesp1:hiResponse></SOAP-ENV:Body></SOAP-ENV:Envelope>
`);
    expect(model.operations[0]?.bindings[0]?.request.body).toMatchObject({
      kind: "rpc",
      isEncoded: true,
      wrapper: { key: "{urn:Demo}hi" },
      parts: [
        { type: { reference: { name: { local: "string" } } } },
        { name: "n", type: { reference: { name: { local: "int" } } } },
      ],
    });
  });

  it("have PHP's associative arrays as the type they are", async () => {
    const result = await read(`POST /server.php HTTP/1.1
Host: h.example
Content-Type: text/xml; charset=utf-8
SOAPAction: "urn:p#getList"

<?xml version="1.0" encoding="UTF-8"?>
<SOAP-ENV:Envelope xmlns:SOAP-ENV="http://schemas.xmlsoap.org/soap/envelope/" xmlns:ns1="urn:p" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:SOAP-ENC="http://schemas.xmlsoap.org/soap/encoding/" SOAP-ENV:encodingStyle="http://schemas.xmlsoap.org/soap/encoding/"><SOAP-ENV:Body><ns1:getList><param0 xsi:type="xsd:string">abc def</param0></ns1:getList></SOAP-ENV:Body></SOAP-ENV:Envelope>

HTTP/1.1 200 OK
Content-Type: text/xml; charset=utf-8

<?xml version="1.0" encoding="UTF-8"?>
<SOAP-ENV:Envelope xmlns:SOAP-ENV="http://schemas.xmlsoap.org/soap/envelope/" xmlns:ns1="urn:p" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:SOAP-ENC="http://schemas.xmlsoap.org/soap/encoding/" xmlns:ns2="http://xml.apache.org/xml-soap" SOAP-ENV:encodingStyle="http://schemas.xmlsoap.org/soap/encoding/"><SOAP-ENV:Body><ns1:getListResponse><return SOAP-ENC:arrayType="ns2:Map[2]" xsi:type="SOAP-ENC:Array"><item xsi:type="ns2:Map"><item><key xsi:type="xsd:string">id</key><value xsi:type="xsd:int">1</value></item></item><item xsi:type="ns2:Map"><item><key xsi:type="xsd:string">id</key><value xsi:type="xsd:int">2</value></item></item></return></ns1:getListResponse></SOAP-ENV:Body></SOAP-ENV:Envelope>
`);
    expect(codes(result)).toEqual([]);
    const { schemas } = result.model;
    expect(schemas.types.get("{urn:p}ArrayOfMap")).toMatchObject({
      attributes: [
        {
          arrayType: {
            itemType: { key: "{http://xml.apache.org/xml-soap}Map" },
            dimensions: "[]",
          },
        },
      ],
    });
    expect(schemas.types.has("{http://xml.apache.org/xml-soap}Map")).toBe(true);
  });

  it("may refer to themselves without end", async () => {
    const soap =
      'xmlns:s="http://schemas.xmlsoap.org/soap/envelope/" xmlns:e="http://schemas.xmlsoap.org/soap/encoding/"';
    const node = (id: number, next: number): string =>
      `<n id="n${String(id)}"><a href="#n${String(next)}"/><b href="#n${String(next)}"/></n>`;
    const chain = Array.from({ length: 60 }, (_, index) =>
      node(index, index + 1),
    );
    const { model } = await read(
      `POST /x HTTP/1.1\nHost: h.example\nSOAPAction: ""\n\n<s:Envelope ${soap}><s:Body s:encodingStyle="http://schemas.xmlsoap.org/soap/encoding/"><o:Go xmlns:o="urn:o"><p href="#n0"/></o:Go>${chain.join("")}${node(60, 0)}</s:Body></s:Envelope>\n`,
    );
    expect(model.operations).toHaveLength(1);
  });
});

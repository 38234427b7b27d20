import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { XMLParser } from "fast-xml-parser";
import { SaxesParser } from "saxes";
import { compile } from "../../dist/index.js";
import { milliseconds, printTable, ratio, timeCall } from "./measure.mjs";

const require = createRequire(import.meta.url);

const namespace = "urn:bench:orders";
const wsdl = `<?xml version="1.0"?>
<definitions xmlns="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="${namespace}" targetNamespace="${namespace}">
<types><xs:schema targetNamespace="${namespace}" elementFormDefault="qualified">
<xs:element name="List"><xs:complexType><xs:sequence><xs:element name="Order" type="t:Order" maxOccurs="unbounded"/></xs:sequence></xs:complexType></xs:element>
<xs:element name="ListResponse"><xs:complexType><xs:sequence><xs:element name="Order" type="t:Order" maxOccurs="unbounded"/></xs:sequence></xs:complexType></xs:element>
<xs:complexType name="Order"><xs:sequence>
<xs:element name="Id" type="xs:int"/><xs:element name="Customer" type="xs:string"/><xs:element name="Created" type="xs:dateTime"/>
<xs:element name="Total" type="xs:decimal"/><xs:element name="Paid" type="xs:boolean"/><xs:element name="Note" type="xs:string" minOccurs="0"/>
<xs:element name="Line" type="t:Line" minOccurs="0" maxOccurs="unbounded"/></xs:sequence></xs:complexType>
<xs:complexType name="Line"><xs:sequence><xs:element name="Article" type="xs:string"/><xs:element name="Quantity" type="xs:int"/><xs:element name="Price" type="xs:double"/></xs:sequence></xs:complexType>
</xs:schema></types>
<message name="In"><part name="parameters" element="t:List"/></message>
<message name="Out"><part name="parameters" element="t:ListResponse"/></message>
<portType name="Orders"><operation name="List"><input message="t:In"/><output message="t:Out"/></operation></portType>
<binding name="B" type="t:Orders"><soap:binding transport="http://schemas.xmlsoap.org/soap/http"/><operation name="List"><soap:operation soapAction="list"/><input><soap:body use="literal"/></input><output><soap:body use="literal"/></output></operation></binding>
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

/** Decoding and encoding beside other programs, each over the same message. */
export async function benchCodec() {
  const folder = mkdtempSync(join(tmpdir(), "soapstone-bench-"));
  try {
    const path = join(folder, "orders.wsdl");
    writeFileSync(path, wsdl);
    const sdk = await compile([path]);
    const peer = await openSoap(path);
    for (const [title, count] of [
      ["1 kB", 2],
      ["100 kB", 190],
      ["5 MB", 9500],
    ]) {
      const value = {
        Order: Array.from({ length: count }, (_, id) => order(id)),
      };
      await benchSize(title, value, sdk, peer);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function openSoap(path) {
  const { WSDL } = require("soap/lib/wsdl/index.js");
  const { readFileSync } = await import("node:fs");
  const peer = new WSDL(readFileSync(path, "utf8"), path, {});
  await new Promise((resolve, reject) => {
    peer.onReady((error) => (error ? reject(error) : resolve()));
  });
  return peer;
}

async function benchSize(title, value, sdk, peer) {
  const request = sdk.encodeRequest("List", value).body;
  const envelope = request.replaceAll(/<(\/?)List\b/g, "<$1ListResponse");
  const parser = new XMLParser({ ignoreAttributes: false });
  const decode = {
    soapstone: () => sdk.decodeResponse("List", envelope),
    "saxes, tokens only": () => {
      const saxes = new SaxesParser({ xmlns: true });
      let count = 0;
      saxes.on("opentag", () => count++);
      saxes.on("text", () => count++);
      saxes.write(envelope).close();
    },
    "fast-xml-parser, untyped": () => parser.parse(envelope),
    soap: () => peer.xmlToObject(envelope),
  };
  const encode = {
    soapstone: () => sdk.encodeRequest("List", value),
    soap: () => peer.objectToDocumentXML("List", value, "t", namespace, "List"),
  };
  process.stdout.write(`\n${title} (${envelope.length} characters)\n`);
  printTable([
    ["decode", "median", "to soapstone"],
    ...(await rows(decode)),
    ["encode", "", ""],
    ...(await rows(encode)),
  ]);
}

async function rows(calls) {
  const times = [];
  for (const [name, call] of Object.entries(calls)) {
    times.push([name, await timeCall(call)]);
  }
  const [[, base]] = times;
  return times.map(([name, time]) => [
    `  ${name}`,
    milliseconds(time),
    ratio(time, base),
  ]);
}

import { describe, expect, it } from "vitest";
import {
  createClient,
  createOperation,
  decodeResponse,
  encodeRequest,
} from "../../../../src/runtime/index.js";
import type {
  ArrayTypeDescriptor,
  ComplexTypeDescriptor,
  Exchange,
  OperationDescriptor,
  ServiceDescriptor,
} from "../../../../src/runtime/index.js";
import { createMockFetch } from "../../../../src/runtime/mock.js";
import * as features from "../../../../src/runtime/features.js";
import * as xsd from "../../../../src/runtime/xsd.js";

const ns = "urn:enc";

const person: ComplexTypeDescriptor = {
  kind: "complex",
  name: "Person",
  namespace: ns,
  members: () => [
    { element: "name", namespace: "", type: xsd.string },
    { element: "age", namespace: "", type: xsd.int, nillable: true },
    { element: "boss", namespace: "", type: () => person, min: 0 },
  ],
};

const people: ArrayTypeDescriptor = {
  kind: "array",
  name: "People",
  namespace: ns,
  item: () => person,
  itemName: "Person",
  itemNamespace: ns,
};

const matrix: ArrayTypeDescriptor = {
  kind: "array",
  namespace: ns,
  item: () => xsd.int,
  itemName: "int",
  itemNamespace: "http://www.w3.org/2001/XMLSchema",
  dimensions: 2,
};

const parts = () => [
  { element: "people", property: "people", type: people },
  { element: "matrix", property: "matrix", type: matrix },
];

const operation: OperationDescriptor = {
  name: "Echo",
  uses: features.everything,
  bindings: [
    {
      ports: ["P"],
      action: "urn:enc#Echo",
      request: {
        body: {
          kind: "rpc",
          wrapper: "Echo",
          namespace: ns,
          encoded: xsd.soapEncoding,
          parts,
        },
      },
      response: {
        body: {
          kind: "rpc",
          wrapper: "EchoResponse",
          namespace: ns,
          encoded: xsd.soapEncoding,
          parts,
        },
      },
    },
  ],
};

const service: ServiceDescriptor = {
  name: "Enc",
  defaultPort: "P",
  ports: { P: { protocol: "soap11", address: "http://localhost/" } },
};

const [binding] = operation.bindings;
if (binding === undefined) throw new Error("no binding");
const exchange: Exchange = { operation, binding, protocol: "soap11" };

function decode(body: string): unknown {
  const xml =
    '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/" xmlns:e="http://schemas.xmlsoap.org/soap/encoding/"' +
    ` xmlns:t="${ns}" xmlns:x="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
    `<s:Body>${body}</s:Body></s:Envelope>`;
  const response = { status: 200, contentType: "text/xml", body: xml };
  return decodeResponse(exchange, response).value;
}

const value = {
  people: [
    { name: "A", age: 1 },
    { name: "B", age: null, boss: { name: "A", age: 2 } },
  ],
  matrix: [
    [1, 2, 3],
    [4, 5, 6],
  ],
};

describe("soapEncoding", () => {
  it("writes types, arrays and the encoding style", () => {
    const { body } = encodeRequest(exchange, value);
    expect(body).toContain(
      'soap:encodingStyle="http://schemas.xmlsoap.org/soap/encoding/"',
    );
    expect(body).toMatch(
      /<people xsi:type="soapenc:Array" soapenc:arrayType="ns1:Person\[2\]">/,
    );
    expect(body).toMatch(/soapenc:arrayType="xsd:int\[2,3\]"/);
    expect(body).toContain('<name xsi:type="xsd:string">A</name>');
    expect(body).toContain('<age xsi:nil="true"/>');
  });

  it("reads what it writes", async () => {
    const echo = createOperation<typeof value, typeof value>(operation);
    const fetch = createMockFetch(service, [
      { operation, respond: (request) => request },
    ]);
    expect(await echo(createClient(service, { fetch }), value)).toEqual(value);
  });

  it("follows references, to one object and to itself", () => {
    const result = decode(
      '<t:EchoResponse><people href="#a"/></t:EchoResponse>' +
        '<e:Array id="a" e:root="0" e:arrayType="t:Person[2]"><i href="#p"/><i href="#p"/></e:Array>' +
        '<multiRef id="p" e:root="0" xsi:type="t:Person"><age>5</age><name href="#n"/><boss href="#p"/></multiRef>' +
        '<multiRef id="n" e:root="0" xsi:type="x:string">Z</multiRef>',
    );
    const { people: read } = result as { people: { boss: unknown }[] };
    expect(read).toHaveLength(2);
    expect(read[0]).toBe(read[1]);
    expect(read[0]?.boss).toBe(read[0]);
    expect(read[0]).toMatchObject({ name: "Z", age: 5 });
  });

  it("reads sparse and partial arrays", () => {
    const result = decode(
      "<t:EchoResponse>" +
        '<people e:arrayType="t:Person[5]" e:offset="[2]"><i><name>C</name></i><i e:position="[4]"><name>E</name></i></people>' +
        '<matrix e:arrayType="x:int[2,2]"><i>1</i><i>2</i><i>3</i><i>4</i></matrix></t:EchoResponse>',
    );
    expect(result).toEqual({
      people: [null, null, { name: "C" }, null, { name: "E" }],
      matrix: [
        [1, 2],
        [3, 4],
      ],
    });
  });

  it.each([
    ['<people href="#gone"/>', "no element for href"],
    ['<people href="http://x/"/>', "no element for href"],
    ['<people href="#a" id="a"/>', "no element for href"],
    [
      '<people e:arrayType="t:Person[1]"><i e:position="[2147483646]"/></people>',
      "position",
    ],
    ['<people e:arrayType="t:Person[1]"><i><age>x</age></i></people>', "int"],
  ])("refuses %s", (body, message) => {
    expect(() => decode(`<t:EchoResponse>${body}</t:EchoResponse>`)).toThrow(
      message,
    );
  });

  it("allocates nothing for the size that arrayType claims", () => {
    const body = '<people e:arrayType="t:Person[2147483647]"/>';
    expect(decode(`<t:EchoResponse>${body}</t:EchoResponse>`)).toEqual({
      people: [],
    });
  });

  it("refuses rows of different lengths and values of other types", () => {
    const ragged = { people: [], matrix: [[1], [1, 2]] };
    expect(() => encodeRequest(exchange, ragged)).toThrow(
      /matrix: expected rows of 1/,
    );
    const wrong = { people: [{ name: 1 }], matrix: [] };
    expect(() => encodeRequest(exchange, wrong)).toThrow(/people\[0\]\.name/);
  });
});

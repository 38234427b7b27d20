import { describe, expect, it } from "vitest";
import { createSourceText } from "../../../../src/source/index.js";
import { looksLikePage } from "../../../../src/read/page/index.js";
import { read, request, response } from "./shop-page.js";

const soap = 'xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"';
const small = (body: string): string =>
  `<soap:Envelope ${soap}><soap:Body>${body}</soap:Body></soap:Envelope>`;

describe("recorded exchanges", () => {
  it("come from a Postman collection with their places", () => {
    const text = JSON.stringify(
      {
        item: [
          {
            name: "Shop",
            item: [
              {
                name: "Place an order",
                request: {
                  method: "POST",
                  header: [
                    { key: "SOAPAction", value: '"urn:shop/PlaceOrder"' },
                  ],
                  body: { mode: "raw", raw: request },
                  url: { raw: "https://shop.example/Orders.asmx" },
                },
                response: [
                  { name: "ok", code: 200, header: [], body: response },
                ],
              },
            ],
          },
        ],
      },
      undefined,
      1,
    );
    const { page } = read(text, "shop.json");
    expect(page.samples.map(({ role, xml }) => [role, xml])).toEqual([
      ["request", request],
      ["response", response],
    ]);
    expect(page.samples[0]?.head).toMatchObject({
      target: "/Orders.asmx",
      host: "shop.example",
      soapAction: "urn:shop/PlaceOrder",
    });
    const offset = page.samples[0]?.body[0]?.span.offset ?? 0;
    expect(text.slice(offset).startsWith("<PlaceOrder ")).toBe(true);
  });

  it("come from an HTTP archive", () => {
    const entry = {
      request: {
        method: "POST",
        url: "https://shop.example/Orders.asmx",
        headers: [],
        postData: { text: request },
      },
      response: { status: 200, headers: [], content: { text: response } },
    };
    const { page } = read(JSON.stringify({ log: { entries: [entry] } }));
    expect(page.samples.map(({ role }) => role)).toEqual([
      "request",
      "response",
    ]);
  });

  it("come from a soapUI project", () => {
    const { page } = read(
      `<con:soapui-project xmlns:con="http://eviware.com/soapui/config"><con:operation name="Go"><con:request><![CDATA[${small('<Go xmlns="u">\\r\n<!--Optional:-->\\r\n<a>?</a></Go>')}]]></con:request></con:operation></con:soapui-project>`,
    );
    expect(page.style).toBe("soapui");
    const [child] = page.samples[0]?.body[0]?.content ?? [];
    expect(child).toMatchObject({ kind: "element", comments: ["Optional:"] });
  });

  it("come from a soapUI project with address and action, escaped or not", () => {
    const cancel = small('<Cancel xmlns="u"/>')
      .replaceAll("<", "&lt;")
      .replaceAll("\n", "&#13;\n");
    const { pages } = read(
      `<c:soapui-project xmlns:c="http://eviware.com/soapui/config"><c:interface><c:endpoints><c:endpoint>https://shop.example/a?b=1&amp;c</c:endpoint></c:endpoints><c:operation name="Go" action="urn:Go"><c:call><c:request><![CDATA[${small('<Go xmlns="u"/>')}]]></c:request></c:call></c:operation><c:operation name="Cancel" action="urn:Cancel" isOneWay="true"><c:call><c:request>${cancel}</c:request></c:call></c:operation></c:interface></c:soapui-project>`,
    );
    expect(
      pages.map(({ style, operation, samples }) => [
        style,
        operation?.text,
        ...samples.map(({ head }) => head?.soapAction ?? head?.status),
        samples[0]?.head?.target,
      ]),
    ).toEqual([
      ["soapui", "Go", "urn:Go", "https://shop.example/a?b=1&c"],
      ["soapui", "Cancel", "urn:Cancel", 202, "https://shop.example/a?b=1&c"],
    ]);
  });

  it("have the addresses that variables of a collection name", () => {
    const url = "{{base}}/ws/{{unknown}}";
    const item = {
      name: "Go",
      request: {
        method: "POST",
        url,
        body: { raw: small('<Go xmlns="u"/>') },
      },
    };
    const variable = [{ key: "base", value: "https://shop.example" }];
    const { page } = read(JSON.stringify({ item: [item], variable }));
    expect(page.samples[0]?.head).toMatchObject({
      host: "shop.example",
      target: "/ws/{{unknown}}",
    });
  });

  it("are several operations in a file for a REST client", () => {
    const { pages } = read(
      `### Place\nPOST https://shop.example/Orders.svc\nContent-Type: text/xml\n\n${small('<Place xmlns="u"/>')}\n\n### Cancel\nPOST https://shop.example/Orders.svc\nContent-Type: text/xml\n\n${small('<Cancel xmlns="u"/>')}\n`,
    );
    expect(
      pages.map(({ operation, style }) => [operation?.text, style]),
    ).toEqual([
      ["Place", "wcf"],
      ["Cancel", "wcf"],
    ]);
  });
});

describe("a document with several operations", () => {
  const text = `# Shop\n\n- Place\n- Cancel\n\n## Place\nPlaces it.\n\n\`\`\`\n${small('<Place xmlns="u"><code>int</code></Place>')}\n\`\`\`\n\n\`\`\`\n${small('<PlaceResponse xmlns="u"><code>int</code></PlaceResponse>')}\n\`\`\`\n\n## Cancel\nCancels it.\n\n\`\`\`\n${small('<Cancel xmlns="u"><code>int</code></Cancel>')}\n\`\`\`\n\n## Return codes\n\ncode 0: fine\ncode 1: failed\n`;

  it("gives each its own page", () => {
    const { pages } = read(text);
    expect(
      pages.map(({ operation, description, samples }) => [
        operation?.text,
        description?.text,
        samples.length,
      ]),
    ).toEqual([
      ["Place", "Places it.", 2],
      ["Cancel", "Cancels it.", 1],
    ]);
  });

  it("shares what stands after all of them", () => {
    const { pages } = read(text);
    for (const page of pages)
      expect(page.errors.map(({ code }) => code)).toEqual(["0", "1"]);
    expect(pages.flatMap(({ leftovers }) => leftovers)).toEqual([]);
  });
});

describe("the role of a message", () => {
  it("follows its name, its fault or the label before it", () => {
    const { page } = read(
      `Go\n\nInputs\n\n${small('<Go xmlns="u"/>')}\n\nOutput\n\n${small('<Gone xmlns="u"/>')}\n\nFailure\n\n${small("<soap:Fault><faultcode>c</faultcode><faultstring>s</faultstring></soap:Fault>")}\n`,
    );
    expect(page.samples.map(({ role }) => role)).toEqual([
      "request",
      "response",
      "fault",
    ]);
  });

  it("shows a one-way operation and a void reply as replies without content", () => {
    const oneWay = read(
      `POST /x.asmx HTTP/1.1\nSOAPAction: ""\n\n${small('<Go xmlns="u"/>')}\nHTTP/1.1 202 Accepted\n`,
    );
    expect(oneWay.page.samples[1]).toMatchObject({
      role: "response",
      head: { status: 202 },
      body: [],
      xml: "",
    });
    expect(oneWay.page.samples[0]?.head?.soapAction).toBe("");
    const empty = read("GET /x.asmx/Go? HTTP/1.1\nHost: h\nHTTP/1.1 200 OK\n");
    expect(
      empty.page.samples.map(({ protocol, role }) => [protocol, role]),
    ).toEqual([
      ["http-get", "request"],
      ["http-get", "response"],
    ]);
  });

  it("is no reply when a plain error page was recorded", () => {
    const { page } = read(
      "GET /x.asmx/Go?a=1 HTTP/1.1\nHost: h\n\nHTTP/1.1 500 Internal Server Error\nContent-Type: text/plain\n\nboom\n",
    );
    expect(page.samples.map(({ role }) => role)).toEqual(["request"]);
  });
});

describe("names", () => {
  it("come from the heading, whatever the wrapper is called (overloads)", () => {
    const { page } = read(
      `Shop\n\nClick here for a complete list of operations.\n\nSearch\n\nSOAP 1.1\n\nPOST /x.asmx HTTP/1.1\nSOAPAction: "u/SearchById"\n\n${small('<SearchById xmlns="u"/>')}\nHTTP GET\n\nGET /x.asmx/SearchById? HTTP/1.1\nHost: h\n`,
    );
    expect(page.operation?.text).toBe("Search");
    expect(page.samples).toHaveLength(2);
  });

  it("come from the action where the body has no wrapper", () => {
    const { page } = read(
      `POST /Shop.asmx HTTP/1.1\nSOAPAction: "u/Bare"\n\n${small('<input xmlns="u"/>')}\nHTTP/1.1 200 OK\nContent-Type: text/xml\n\n${small('<BareResult xmlns="u"/>')}`,
    );
    expect(page.operation?.text).toBe("Bare");
    expect(page.service?.text).toBe("Shop");
  });

  it("are listed on a service's first page, with descriptions", () => {
    const { pages, codes } = read(
      "Shop\n\nThe following operations are supported. For a formal definition, please review the Service Description.\n\n Place\nPlaces it.\n\n Cancel\n\nThis web service is using http://tempuri.org/ as its default namespace.\n\nRecommendation: change it.\n",
    );
    expect(
      pages.map(({ service, operation, description }) => [
        service?.text,
        operation?.text,
        description?.text,
      ]),
    ).toEqual([
      ["Shop", "Place", "Places it."],
      ["Shop", "Cancel", undefined],
    ]);
    expect(codes).toEqual(["page/operation-list"]);
  });
});

describe("a page of another kind", () => {
  it("that points to the WSDL says where it is", () => {
    const { pages, diagnostics } = read(
      '<html><body><h1>Rates Service</h1><p>You have created a service.</p><p>svcutil.exe <a href="https://rates.example/Rates.svc?wsdl">here</a></p></body></html>',
    );
    expect(pages).toEqual([]);
    expect(diagnostics).toMatchObject([
      {
        code: "page/points-to-wsdl",
        parameters: { address: "https://rates.example/Rates.svc?wsdl" },
      },
    ]);
  });

  it("that shows JSON and plain XML as well gives only SOAP", () => {
    const { page } = read(
      `POST /soap HTTP/1.1\nSOAPAction: "Go"\n\n${small('<Go xmlns="u"/>')}\n\nPOST /xml HTTP/1.1\nContent-Type: application/xml\n\n<Go xmlns="u"><a>1</a></Go>\n\nHTTP/1.1 200 OK\nContent-Type: application/xml\n\n<GoResponse xmlns="u"/>\n\nPOST /json HTTP/1.1\nContent-Type: application/json\n\n{"a":1}\n`,
    );
    expect(page.samples).toHaveLength(1);
    expect(page.leftovers.map(({ text }) => text)).toContain('{"a":1}');
  });

  it("that describes parameters without messages gives its notes", () => {
    const { page, codes } = read(
      "Cancel\n======\n\nPublic Function cancelIt(ByVal id As String) As String\n\n| Name | Data Type | Comment |\n|---|---|---|\n| id | String | Mandatory |\n",
    );
    expect(page).toMatchObject({
      operation: { text: "cancelIt" },
      samples: [],
      notes: [{ name: "id", presence: "required" }],
    });
    expect(codes).toEqual([]);
  });
});

describe("literals", () => {
  const html = (value: string): string =>
    `<html><body><pre>POST /x.asmx HTTP/1.1\n\n${small("<Go xmlns='u'><a>@</a><b c='@'/></Go>").replaceAll("<", "&lt;").replaceAll("@", value)}</pre></body></html>`;

  it("are exact where HTML marks each", () => {
    const value =
      '<font class=value>None or Less</font> or <FONT CLASS="value">A &amp; B</FONT>';
    const [a, b] = read(html(value)).page.samples[0]?.body[0]?.content ?? [];
    expect(a).toMatchObject({
      content: [{ literals: ["None or Less", "A & B"] }],
    });
    expect(b).toMatchObject({
      attributes: [{ literals: ["None or Less", "A & B"] }],
    });
  });

  it("are absent where one mark says no more than its text", () => {
    const [a] =
      read(html("<font class=value>string</font>")).page.samples[0]?.body[0]
        ?.content ?? [];
    expect(a?.kind === "element" ? a.content[0] : undefined).not.toHaveProperty(
      "literals",
    );
  });
});

describe("looksLikePage", () => {
  it.each([
    ["a.html", "", true],
    ["a.json", JSON.stringify({ raw: request }), true],
    [
      "a.wsdl",
      '<?xml version="1.0"?><definitions xmlns="http://schemas.xmlsoap.org/wsdl/"/>',
      false,
    ],
    ["a.txt", "<!-- x -->\n<xs:schema xmlns:xs='x'/>", false],
    ["package.json", "{}", false],
  ])("says of %s holding %j: %j", (path, text, expected) => {
    expect(looksLikePage(createSourceText(path, text))).toBe(expected);
  });
});

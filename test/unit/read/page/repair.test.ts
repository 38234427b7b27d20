import { XMLValidator } from "fast-xml-parser";
import { describe, expect, it } from "vitest";
import { messages, outline, read } from "./shop-page.js";

const soap = 'xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"';

describe("broken XML", () => {
  it("has its root put back where only the namespaces remain", () => {
    const { page } = read(
      'Inputs\n\n<xmlns:ord="urn:orders">\n <soapenv:Header/>\n <soapenv:Body>\n  <ord:Cancel><ord:id>?</ord:id></ord:Cancel>\n </soapenv:Body>\n\nErrors\n',
    );
    const [sample] = page.samples;
    expect(sample?.body.map(outline)).toEqual([
      ["{urn:orders}Cancel", [], [["{urn:orders}id", [], ["?"]]]],
    ]);
    expect(sample?.xml).toMatch(/^<soapenv:Envelope xmlns:soapenv="/);
    expect(XMLValidator.validate(sample?.xml ?? "")).toBe(true);
    expect(page.repairs.map(({ span }) => span.line)).toEqual([3, 7, 3]);
  });

  it("has its envelope put back around a body", () => {
    const { page } = read(
      "<SOAP-ENV:Body>\n<SOAP-ENV:Fault><faultcode>c</faultcode><faultstring>s</faultstring></SOAP-ENV:Fault>\n</SOAP-ENV:Body>\n",
    );
    const [sample] = page.samples;
    expect(sample?.role).toBe("fault");
    expect(XMLValidator.validate(sample?.xml ?? "")).toBe(true);
  });

  it("takes a namespace from another message of the page", () => {
    const { page, codes } = read(
      `Request\n\n<soap:Envelope ${soap} xmlns:o="urn:o"><soap:Body><o:Go/></soap:Body></soap:Envelope>\n\nResponse\n\n<soap:Body><o:GoResponse/></soap:Body>\n`,
    );
    expect(page.samples[1]?.body[0]?.name.key).toBe("{urn:o}GoResponse");
    expect(codes).not.toContain("page/undeclared-prefix");
  });

  it("reports a prefix that nothing explains", () => {
    const { diagnostics } = read(
      `<soap:Envelope ${soap}><soap:Body><q:Go/></soap:Body></soap:Envelope>`,
    );
    expect(diagnostics[0]).toMatchObject({
      code: "page/undeclared-prefix",
      parameters: { prefix: "q" },
      span: { line: 1, column: 1 },
    });
  });

  it("closes an element before what stands in its own column", () => {
    const { page, codes } = read(
      `<soap:Envelope ${soap}>\n<soap:Body>\n <r xmlns="u">\n   <a>\n     <b>1</b>\n   <c>2</c>\n </r>\n</soap:Body>\n</soap:Envelope>`,
    );
    expect(page.samples[0]?.body.map(outline)).toEqual([
      [
        "{u}r",
        [],
        [
          ["{u}a", [], [["{u}b", [], ["1"]]]],
          ["{u}c", [], ["2"]],
        ],
      ],
    ]);
    expect(XMLValidator.validate(page.samples[0]?.xml ?? "")).toBe(true);
    expect(codes).toContain("page/unbalanced-xml");
  });

  it("reads a mistyped end tag as the one that is due", () => {
    const { page } = read(
      `<soap:Envelope ${soap}><soap:Body><r xmlns="u"><a>1</b><c>2</C></r></soap:Body></soap:Envelope>`,
    );
    expect(JSON.stringify(messages(page))).toContain(
      '[["{u}a",[],["1"]],["{u}c",[],["2"]]]',
    );
  });

  it("keeps bare ampersands and angle brackets as text", () => {
    const { page } = read(
      `<soap:Envelope ${soap}><soap:Body><r xmlns="u"><a>R&D or < 5 or &amp;</a></r></soap:Body></soap:Envelope>`,
    );
    expect(JSON.stringify(messages(page))).toContain('["R&D or < 5 or &"]');
    expect(page.samples[0]?.xml).toContain("R&amp;D or &lt; 5 or &amp;");
  });
});

describe("tags that wikis have too", () => {
  const message = (inner: string): string =>
    `<soap:Envelope ${soap}>\n<soap:Body>\n<Go xmlns="u">\n${inner}`;

  it("are elements inside a message", () => {
    const { page, codes } = read(
      message(
        "<Source>\n<Code>\n<a>1</a>\n</Code>\n</Source>\n</Go>\n</soap:Body>\n</soap:Envelope>\n",
      ),
    );
    expect(page.samples[0]?.body.map(outline)).toEqual([
      [
        "{u}Go",
        [],
        [["{u}Source", [], [["{u}Code", [], [["{u}a", [], ["1"]]]]]]],
      ],
    ]);
    expect(codes).not.toContain("page/truncated-sample");
  });

  it("end a message that was cut off before them", () => {
    const { page, codes } = read(
      `<source>\n${message("<a>1</a>\n</source>\n")}\n<p>More prose</p>\n`,
    );
    expect(page.samples[0]?.body.map(outline)).toEqual([
      ["{u}Go", [], [["{u}a", [], ["1"]]]],
    ]);
    expect(codes).toContain("page/truncated-sample");
  });
});

describe("a message that is not whole", () => {
  it("is an error where nothing else shows it", () => {
    const { page, diagnostics } = read(
      `<soap:Envelope ${soap}>\n<soap:Body>\n<r xmlns="u"><a>1</a><b x="1" y="tru`,
    );
    expect(page.samples[0]?.body.map(outline)).toEqual([
      [
        "{u}r",
        [],
        [
          ["{u}a", [], ["1"]],
          ["{u}b", ["x=1"], []],
        ],
      ],
    ]);
    expect(diagnostics[0]).toMatchObject({
      code: "page/truncated-sample",
      severity: "error",
    });
  });

  it("has no member of which only a part of the name is left", () => {
    const { page } = read(
      `<soap:Envelope ${soap}>\n<soap:Body>\n<r xmlns="u"><a>1</a><cou`,
    );
    expect(page.samples[0]?.body.map(outline)).toEqual([
      ["{u}r", [], [["{u}a", [], ["1"]]]],
    ]);
    expect(page.samples[0]?.xml).toMatch(/<\/a><\/r>/);
  });

  it("is left out when it ends before its content", () => {
    const { page, codes } = read(
      `POST /x HTTP/1.1\n\n<soap:Envelope ${soap}>\n<soap:Body>\nSOAP 1.2\n\nPOST /x HTTP/1.1\n\n<soap:Envelope ${soap}><soap:Body><Go xmlns="u"/></soap:Body></soap:Envelope>`,
    );
    expect(page.samples).toHaveLength(1);
    expect(codes).toContain("page/truncated-sample");
  });

  it("is reported when an ellipsis stands for a part of it", () => {
    const { page, codes } = read(
      `<soap:Envelope ${soap}><soap:Body><Go xmlns="u"><a>...</a>\n...\n</Go></soap:Body></soap:Envelope>`,
    );
    expect(page.samples[0]?.body.map(outline)).toEqual([
      ["{u}Go", [], [["{u}a", [], []]]],
    ]);
    expect(codes.filter((code) => code === "page/elided-content")).toHaveLength(
      2,
    );
  });

  it("is refused when it is a description of messages", () => {
    const { pages, codes } = read(
      `<soap:Envelope ${soap}><soap:Body><Go xmlns="u">[ <a>1</a> ] | <b>2</b></Go></soap:Body></soap:Envelope>`,
    );
    expect(pages).toEqual([]);
    expect(codes).toEqual(["page/meta-notation", "page/no-samples"]);
  });
});

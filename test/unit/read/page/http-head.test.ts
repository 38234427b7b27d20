import { describe, expect, it } from "vitest";
import { findHeads } from "../../../../src/read/page/http-head.js";

const heads = (text: string): unknown =>
  findHeads(text).map((head) => ({ ...head, range: undefined }));

describe("findHeads", () => {
  it("takes headers apart that share a line", () => {
    expect(
      heads(
        'POST /x HTTP/1.1 Host: \n\th Content-Type: text/xml; charset=utf-8 Content-\n\tLength: length SOAPAction: \n\t"a" <?xml',
      ),
    ).toEqual([
      {
        method: "POST",
        target: "/x",
        version: "HTTP/1.1",
        isBare: false,
        host: "h",
        contentType: "text/xml; charset=utf-8",
        contentLength: "length",
        soapAction: "a",
        misspelt: [{ start: 65, end: 82 }],
      },
    ]);
  });

  it("keeps an empty action apart from none", () => {
    expect(heads('POST /x HTTP/1.1\nSOAPAction: ""\n')).toMatchObject([
      { soapAction: "" },
    ]);
    expect(findHeads("POST /x HTTP/1.1\nHost: h\n")[0]).not.toHaveProperty(
      "soapAction",
    );
  });

  it("takes the action of SOAP 1.2 from the media type", () => {
    expect(
      heads(
        'POST /x HTTP/1.1\nContent-Type: application/soap+xml; charset=utf-8; action="u:a"\n',
      ),
    ).toMatchObject([{ soapAction: "u:a" }]);
  });

  it("leaves out sentences that mention a status or a method", () => {
    expect(heads("The server answers HTTP/1.1 200 OK when it is up.")).toEqual(
      [],
    );
    expect(
      heads(
        "To test the operation using the HTTP POST protocol, click the button.",
      ),
    ).toEqual([]);
  });

  it("ends before prose", () => {
    const text = "HTTP/1.1 200 OK\nHTTP POST\n\nThe following: a sample";
    expect(findHeads(text)[0]?.range).toEqual({ start: 0, end: 15 });
  });
});

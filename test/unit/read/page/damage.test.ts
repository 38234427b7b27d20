import { XMLValidator } from "fast-xml-parser";
import { describe, expect, it } from "vitest";
import {
  messages,
  read,
  request,
  requestHead,
  response,
  responseHead,
  shopPage,
} from "./shop-page.js";

const intact = messages(read(shopPage).page);
const requestOnly = messages(read(`${requestHead}\n${request}`).page);
const messageOnly = messages(read(request).page);

const lines = (text: string): string[] => text.split("\n");
const escapeHtml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const quoted = (text: string): string[] =>
  lines(text).map((line) => line.replaceAll('"', '\\"'));

/** Each capture says the same as the intact page. */
const captures: Readonly<Record<string, string>> = {
  "indentation lost": lines(shopPage)
    .map((line) => line.trim())
    .join("\n"),
  "blank lines lost": shopPage.replaceAll(/\n{2,}/g, "\n"),
  "CR LF line ends": shopPage.replaceAll("\n", "\r\n"),
  "everything on one line": shopPage.replaceAll(/\s*\n\s*/g, " "),
  "two messages glued together": shopPage.replace(
    "</soap:Envelope>\nHTTP",
    "</soap:Envelope>HTTP",
  ),
  "blanks before the response": shopPage.replace(
    "\nHTTP/1.1",
    "\n              HTTP/1.1",
  ),
  "wrapped inside a namespace name": shopPage.replaceAll(
    "XMLSchema-instance",
    "XMLSchema-\n\tinstance",
  ),
  "wrapped inside an enumeration": shopPage
    .replaceAll("Ok or SoldOut", "Ok or\n  SoldOut")
    .replaceAll("or Gift", "or\n\tGift"),
  "a misspelt header": shopPage.replaceAll("Content-Length", "Content -length"),
  "curly quotation marks": shopPage
    .replaceAll(/="([^"]*)"/g, "=“$1”")
    .replace('"urn', "“urn"),
  "comments of C": `/*\n${shopPage}*/\nint main() {}\n`,
  "comments of Java": `/**\n${lines(shopPage)
    .map((line) => ` * ${line}`)
    .join("\n")}\n */\nclass X {}\n`,
  "comments of C#": `using System;\n${lines(shopPage)
    .map((line) => `    // ${line}`)
    .join("\n")}\nclass X {}\n`,
  "comments of Visual Basic": lines(shopPage)
    .map((line) => `'${line}`)
    .join("\n"),
  "line numbers": lines(shopPage)
    .map((line, index) => `${index + 1}  ${line}`)
    .join("\n"),
  "quoted mail": lines(shopPage)
    .map((line) => `> ${line}`)
    .join("\n"),
  "fences of Markdown": `# Orders\n\n## PlaceOrder\n\n\`\`\`http\n${requestHead}\n${request}\n\`\`\`\n\n\`\`\`http\n${responseHead}\n${response}\n\`\`\`\n`,
  "Liquid's raw markers": `## PlaceOrder\n\n{% raw %}${requestHead}\n${request}{% endraw %}\n\n{% raw %}${responseHead}\n${response}{% endraw %}\n`,
  "HTML saved by a browser": `<HTML><BODY><P class="heading1">Orders</P><SPAN><H2>PlaceOrder</H2><PRE>${escapeHtml(`${requestHead}\n${request}`)}</PRE><PRE>${escapeHtml(`${responseHead}\n${response}`)}</PRE></SPAN></BODY></HTML>`,
  "HTML with breaks and hard blanks": `<html><body><div>${escapeHtml(`${requestHead}\n${request}\n${responseHead}\n${response}`).replaceAll("\n", "<br/>\n").replaceAll("  ", "&nbsp;&nbsp;")}</div></body></html>`,
  "HTML with unescaped messages": `<html><body><h1>PlaceOrder</h1><p>x</p><pre>${requestHead}\n${request}</pre><pre>${responseHead}\n${response}</pre></body></html>`,
};

describe("a damaged capture", () => {
  for (const [damage, text] of Object.entries(captures))
    it(`says the same with ${damage}`, () => {
      const { page } = read(text);
      expect(messages(page)).toEqual(intact);
      for (const { xml } of page.samples)
        expect(XMLValidator.validate(xml)).toBe(true);
    });

  it("keeps the request where the HTTP version and the host are missing", () => {
    const text = `${requestHead.replace(" HTTP/1.1", "").replace(/Host.*\n/, "")}\n${request}`;
    expect(messages(read(text).page)).toEqual(requestOnly);
  });
});

describe("a message in a CDATA section", () => {
  const page = (wrap: (text: string) => string): string =>
    `<p>Orders</p><h2>PlaceOrder</h2>${wrap(`<![CDATA[${requestHead}\n${request}]]>`)}<p>Answer</p>${wrap(`<![CDATA[${responseHead}\n${response}]]>`)}`;

  it.each([
    [
      "a wiki's storage format",
      (text: string) =>
        `<ac:structured-macro ac:name="code"><ac:parameter ac:name="language">xml</ac:parameter><ac:plain-text-body>${text}</ac:plain-text-body></ac:structured-macro>`,
    ],
    [
      "a highlighter's script",
      (text: string) =>
        `<script type="syntaxhighlighter" class="brush: xml">${text}</script>`,
    ],
  ])("is read from %s", (_, wrap) => {
    const reading = read(page(wrap), "page.html");
    expect(messages(reading.page)).toEqual(messages(read(shopPage).page));
    expect(reading.codes).not.toContain("page/undeclared-prefix");
  });
});

const literals: Readonly<Record<string, string>> = {
  "C#, line by line": `string xml = ${quoted(request)
    .map((line) => `"${line}\\n"`)
    .join(" +\n    ")};\n`,
  "JavaScript, in one line": `const xml = "${quoted(request).join("\\n")}";\n`,
  "Visual Basic": `Dim s As String = ${lines(request)
    .map((line) => `"${line.replaceAll('"', '""')}"`)
    .join(" & vbCrLf & _\n    ")}\n`,
  PHP: `$xml = '${lines(request).join("' .\n  '")}';\n`,
};

describe("a message in a string literal", () => {
  for (const [language, text] of Object.entries(literals))
    it(`is read from ${language}`, () => {
      const { page } = read(text);
      expect(messages(page)).toEqual(messageOnly);
      const repairs = page.repairs.map(({ description }) => description);
      expect(repairs.join("\n")).toMatch(
        /string literals? of a program|program's string literal/,
      );
    });

  it("has ? where the program puts a value in", () => {
    const text = `s = "<a xmlns=\\"u\\"><b>" + user + "</b></a>"\n`;
    const { page } = read(`POST /x HTTP/1.1\n\n${text.slice(5)}`);
    expect(JSON.stringify(messages(page))).toContain('["{u}b",[],["?"]]');
  });
});

describe("spans", () => {
  it("lead to the place in the file through HTML's escapes", () => {
    const text = `<html><body><p>Hi</p>\n<pre>${escapeHtml(`${requestHead}\n${request}`)}</pre></body></html>`;
    const element = read(text).page.samples[0]?.body[0];
    const start = text.indexOf("&lt;PlaceOrder");
    expect(element?.span.offset).toBe(start);
    expect(text.slice(start, start + (element?.span.length ?? 0))).toMatch(
      /&lt;\/PlaceOrder&gt;$/,
    );
  });

  it("count the comment prefix that was taken off", () => {
    const text = lines(request)
      .map((line) => `// ${line}`)
      .join("\n");
    const span = read(text).page.samples[0]?.body[0]?.span;
    expect(span).toMatchObject({ line: 4, column: 8 });
  });
});

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { exportWsdl, verifyPages } from "../../../src/export/index.js";
import { createSink } from "../../../src/diagnostics/index.js";
import { readPages } from "../../../src/read/page/index.js";
import { createSourceText } from "../../../src/source/index.js";
import {
  membersAt,
  outline,
  readFiles,
  type InferredFiles,
} from "../../support/infer-files.js";

const folder = mkdtempSync(join(tmpdir(), "help-page-shapes-"));
afterAll(() => rmSync(folder, { recursive: true }));
let count = 0;

async function read(
  texts: readonly string[],
  extension = "txt",
): Promise<InferredFiles> {
  const paths = texts.map((text) => {
    const path = join(folder, `${String(count++)}.${extension}`);
    writeFileSync(path, text);
    return path;
  });
  return readFiles(paths);
}

interface Section {
  readonly version: "1.1" | "1.2";
  readonly action: string;
  readonly request: string;
  readonly response: string;
}

function section({ version, action, request, response }: Section): string {
  const isOld = version === "1.1";
  const prefix = isOld ? "soap" : "soap12";
  const namespace = isOld
    ? "http://schemas.xmlsoap.org/soap/envelope/"
    : "http://www.w3.org/2003/05/soap-envelope";
  const type = isOld ? "text/xml" : "application/soap+xml";
  const body = (content: string): string =>
    content === ""
      ? `<${prefix}:Body />`
      : `<${prefix}:Body>\n${content.replaceAll(/^/gm, "    ")}\n  </${prefix}:Body>`;
  const envelope = (content: string): string =>
    `<?xml version="1.0" encoding="utf-8"?>
<${prefix}:Envelope xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:${prefix}="${namespace}">
  ${body(content)}
</${prefix}:Envelope>`;
  const headers = `Content-Type: ${type}; charset=utf-8\nContent-Length: length\n`;
  return `SOAP ${version}

The following is a sample SOAP ${version} request and response. The placeholders shown need to be replaced with actual values.

POST /Tide.asmx HTTP/1.1
Host: tide.example
${headers}${isOld ? `SOAPAction: "urn:tide/${action}"\n` : ""}
${envelope(request)}

HTTP/1.1 200 OK
${headers}
${envelope(response)}
`;
}

const get = (operation: string, query: string, reply: string): string =>
  `HTTP GET

The following is a sample HTTP GET request and response. The placeholders shown need to be replaced with actual values.

GET /Tide.asmx/${operation}?${query} HTTP/1.1
Host: tide.example

HTTP/1.1 200 OK
Content-Type: text/xml; charset=utf-8
Content-Length: length

<?xml version="1.0" encoding="utf-8"?>
${reply}
`;

const page = (heading: string, ...sections: readonly string[]): string =>
  `Tide

Click here for a complete list of operations.

${heading}

Test
The test form is only available for requests from the local machine.

${sections.join("\n")}`;

function differences(
  { model }: InferredFiles,
  texts: readonly string[],
): readonly string[] {
  const pages = texts.flatMap((text) =>
    readPages(createSourceText("page.txt", text), createSink()),
  );
  expect(pages.flatMap(({ samples }) => samples).length).toBeGreaterThan(0);
  return verifyPages(model, pages).flatMap((proof) =>
    proof.differences.map(({ title, rendered }) => `${title}\n${rendered}`),
  );
}

const finding = (message: string, member: string): string =>
  page(
    "Find",
    section({
      version: "1.1",
      action: message,
      request: `<${message} xmlns="urn:tide">\n  <${member}>string</${member}>\n</${message}>`,
      response: `<${message}Response xmlns="urn:tide">\n  <${message}Result>int</${message}Result>\n</${message}Response>`,
    }),
  );

describe("overloads, whose pages have one heading", () => {
  const texts = [
    finding("FindByPlace", "place"),
    finding("FindByShip", "ship"),
  ];

  it("are two operations with messages of their own", async () => {
    const inferred = await read(texts);
    const { model } = inferred;
    expect(model.operations.map(({ name }) => name)).toEqual(["Find", "Find"]);
    const requests = model.operations.map(
      ({ bindings }) => bindings[0]?.request.body,
    );
    expect(requests).toMatchObject([
      { kind: "element", name: { local: "FindByPlace" } },
      { kind: "element", name: { local: "FindByShip" } },
    ]);
    expect(differences(inferred, texts)).toEqual([]);
  });

  it("stay so in the WSDL made of them, by the names of input and output", async () => {
    const { model } = await read(texts);
    const again = await read([exportWsdl(model)], "wsdl");
    expect(again.diagnostics).toEqual([]);
    expect(differences(again, texts)).toEqual([]);
  });
});

describe("a service in bare style with HTTP sections", () => {
  const crews = (count: number, indent: string): string =>
    Array.from(
      { length: count },
      () => `${indent}<Crew>\n${indent}  <Name>string</Name>\n${indent}</Crew>`,
    ).join("\n");
  const texts = [
    page(
      "Crews",
      section({
        version: "1.1",
        action: "Crews",
        request: '<ship xmlns="urn:tide">string</ship>',
        response: `<CrewsResult xmlns="urn:tide">\n${crews(2, "  ")}\n</CrewsResult>`,
      }),
      get(
        "Crews",
        "ship=string",
        `<ArrayOfCrew xmlns="urn:tide">\n${crews(2, "  ")}\n</ArrayOfCrew>`,
      ),
    ),
    page(
      "Level",
      section({
        version: "1.1",
        action: "Level",
        request: '<at xmlns="urn:tide">string</at>',
        response: '<LevelResult xmlns="urn:tide">double</LevelResult>',
      }),
      get("Level", "at=string", '<double xmlns="urn:tide">double</double>'),
    ),
  ];

  it("returns the element of the reply, not its first member", async () => {
    const inferred = await read(texts);
    expect(inferred.diagnostics).toEqual([]);
    expect(outline(membersAt(inferred.model, "CrewsResult"))).toEqual([
      "Crew[]: Crew",
    ]);
    expect(outline(membersAt(inferred.model, "CrewsResult", "Crew"))).toEqual([
      "Name?: string",
    ]);
    expect(differences(inferred, texts)).toEqual([]);
  });

  it("may have requests without an element", async () => {
    const request = { action: "Reset", request: "", response: "" };
    const text = page(
      "Reset",
      section({ version: "1.1", ...request }),
      section({ version: "1.2", ...request }),
    );
    const { model, diagnostics } = await read([text]);
    expect(diagnostics.map(({ code }) => code)).not.toContain(
      "infer/no-request",
    );
    expect(model.operations.map(({ name }) => name)).toEqual(["Reset"]);
    const [reset] = model.operations;
    expect(reset?.bindings.map(({ protocol }) => protocol)).toEqual([
      "soap11",
      "soap12",
    ]);
  });
});

describe("types that roots and members share", () => {
  it("are one where all members of a root are of another namespace", async () => {
    const boat = (name: string): string =>
      `<${name} xmlns="urn:boat">
    <Name>string</Name>
    <Flag code="string" />
  </${name}>`;
    const text = page(
      "Swap",
      section({
        version: "1.1",
        action: "Swap",
        request: `<boat xmlns="urn:tide">
  <Name xmlns="urn:boat">string</Name>
  <Flag code="string" xmlns="urn:boat" />
</boat>`,
        response: `<swapped xmlns="urn:tide">
  ${boat("First")}
  ${boat("Second")}
</swapped>`,
      }),
    );
    const { model } = await read([text]);
    const { type } = model.schemas.elements.get("{urn:tide}boat") ?? {};
    expect(type).toMatchObject({ kind: "named" });
    expect([...model.schemas.elements.keys()]).not.toContain("{urn:boat}Name");
  });

  it("are one where only attributes are shown, and cut off elsewhere", async () => {
    const text = page(
      "Tree",
      section({
        version: "1.1",
        action: "Tree",
        request: '<Tree xmlns="urn:tide" />',
        response: `<TreeResponse xmlns="urn:tide">
  <TreeResult>
    <Leaf size="int" />
    <Next>
      <Leaf size="int" />
      <Next>
        <Leaf size="int" />
        <Next>
          <Leaf xsi:nil="true" />
          <Next xsi:nil="true" />
        </Next>
      </Next>
    </Next>
  </TreeResult>
</TreeResponse>`,
      }),
    );
    const { model } = await read([text]);
    const next = membersAt(model, "TreeResponse", "TreeResult");
    expect(outline(next)).toEqual(["Leaf?: anonymous", "Next?: TreeResult"]);
  });
});

describe("members that are called like the envelope", () => {
  it("do not end the message", async () => {
    const names = ["Before", "Envelope", "Body", "Header", "Fault", "After"];
    const text = page(
      "Mail",
      section({
        version: "1.1",
        action: "Mail",
        request: `<Mail xmlns="urn:tide">\n${names.map((name) => `  <${name}>string</${name}>`).join("\n")}\n</Mail>`,
        response: '<MailResponse xmlns="urn:tide" />',
      }),
    );
    const { model, diagnostics } = await read([text]);
    expect(diagnostics).toEqual([]);
    expect(membersAt(model, "Mail").map(({ name }) => name)).toEqual(names);
  });
});

describe("an attribute", () => {
  it("of a value type is required, as .NET declares it", async () => {
    const text = page(
      "Row",
      section({
        version: "1.1",
        action: "Row",
        request: `<Row xmlns="urn:tide">\n  <row id="int" kind="Left or Right" name="string" />\n</Row>`,
        response: '<RowResponse xmlns="urn:tide" />',
      }),
    );
    const { model } = await read([text]);
    expect(exportWsdl(model)).toMatch(
      /name="id" type="xs:int" use="required"\/>\s*<xs:attribute name="kind" type="tns:kind" use="required"\/>\s*<xs:attribute name="name" type="xs:string"\/>/,
    );
  });
});

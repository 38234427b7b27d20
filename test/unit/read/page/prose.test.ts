import { describe, expect, it } from "vitest";
import { read, request, requestHead, shopPage } from "./shop-page.js";

const withText = (before: string, after = ""): string =>
  `# PlaceOrder\n\n${before}\n\n${requestHead}\n${request}\n\n${after}\n`;

describe("parameter notes", () => {
  it("come from a table of Markdown, with type and presence", () => {
    const { page } = read(
      withText(
        "| **Name** | Type | Required | Description |\n|---|---|---|---|\n| `customer` | string | yes | who \\| what |\n| count | int | no | pieces |\n| sku | String | | Mandatory |",
      ),
    );
    expect(page.notes).toMatchObject([
      {
        name: "customer",
        type: "string",
        presence: "required",
        text: "who | what",
      },
      { name: "count", type: "int", presence: "optional", text: "pieces" },
      { name: "sku", type: "String", presence: "required", text: "Mandatory" },
    ]);
    expect(page.leftovers).toEqual([]);
  });

  it("come from a table of HTML, not from one that arranges the page", () => {
    const { page } = read(
      `<html><body><table><tr><td><h1>PlaceOrder</h1><pre>${`${requestHead}\n${request}`.replaceAll("<", "&lt;")}</pre><table><tr><th>Parameter</th><th>Obligatoire</th><th>Description</th></tr><tr><td>customer</td><td>oui</td><td>le client</td></tr><tr><td>count</td><td>non</td><td>pièces</td></tr></table></td></tr></table></body></html>`,
    );
    expect(page.notes).toMatchObject([
      { name: "customer", presence: "required", text: "le client" },
      { name: "count", presence: "optional", text: "pièces" },
    ]);
  });

  it("come from rows without a frame or a rule", () => {
    const { page } = read(
      withText(
        "",
        "Parameter | Wajib | Keterangan\ncustomer | Ya | pelanggan\ncount | Tidak | jumlah",
      ),
    );
    expect(page.notes).toMatchObject([
      { name: "customer", presence: "required" },
      { name: "count", presence: "optional" },
    ]);
  });

  it("come from a wiki's table", () => {
    const { page } = read(
      withText(
        "",
        '{| class="wikitable"\n! Name !! Type\n|-\n| customer || string\n|-\n| count\n| int\n|}',
      ),
    );
    expect(page.notes).toMatchObject([
      { name: "customer", type: "string" },
      { name: "count", type: "int" },
    ]);
    expect(page.leftovers).toEqual([]);
  });

  it("have paths where lists are nested", () => {
    const { page } = read(
      withText(
        "- `customer` - who *(string)*\n- lines *(array)*\n  - Line (object)\n    - count: pieces",
      ),
    );
    expect(page.notes).toMatchObject([
      { name: "customer", type: "string", text: "who" },
      { name: "lines", type: "array", isArray: true },
      { name: "lines.Line", type: "object" },
      { name: "lines.Line.count", text: "pieces" },
    ]);
  });

  it("keep their line and direction as rows of a capture", () => {
    const { page } = read(
      shopPage.replace(
        "Test\n",
        "Parameter\nNotes\ncustomer:\ncount:An output parameter, e.g. 10\n\nTest\n",
      ),
    );
    expect(page.notes).toMatchObject([
      {
        name: "count",
        direction: "out",
        text: "An output parameter, e.g. 10",
        span: { line: 12 },
      },
    ]);
    expect(page.description?.text).toBe("Places an order.");
    expect(page.leftovers).toEqual([]);
  });

  it("are taken from sentences that say what is mandatory", () => {
    const { page } = read(
      withText(
        "The Customer is mandatory. The count is required if nothing else is. Line count is an optional field.",
      ),
    );
    expect(page.notes).toMatchObject([
      { name: "Customer", presence: "required" },
      { name: "count", presence: "optional" },
    ]);
  });

  it("do not come from the test form", () => {
    const { page } = read(
      shopPage.replace(
        /The test form.*/,
        "To test the operation using the HTTP POST protocol, click the 'Invoke' button.\nParameter Value\ncustomer:\ncount:",
      ),
    );
    expect(page.notes).toEqual([]);
    expect(page.leftovers).toEqual([]);
  });
});

describe("error lists", () => {
  it("are numbered lists that speak of errors", () => {
    const { page } = read(
      withText("", "Errors\n\n1. Invalid customer\n2. Sold out\n"),
    );
    expect(page.errors).toMatchObject([
      { code: "1", message: "Invalid customer" },
      { code: "2", message: "Sold out" },
    ]);
  });

  it("are not the steps of an instruction", () => {
    const { page } = read(
      withText("1. Log in\n2. Choose a customer\n3. Send the order"),
    );
    expect(page.errors).toEqual([]);
  });

  it("keep the number of HTML's lists", () => {
    const { page } = read(
      `<html><body><h1>PlaceOrder</h1><pre>${request.replaceAll("<", "&lt;")}</pre><h2>Errors</h2><ol start="7"><li>Invalid customer</li><li>Sold out</li></ol></body></html>`,
    );
    expect(page.errors.map(({ code }) => code)).toEqual(["7", "8"]);
  });

  it("may stand in a table or after labels", () => {
    const table = read(
      withText(
        "",
        "Code | Meaning\n--- | ---\nE1 | No such customer\nE2 | Not allowed",
      ),
    );
    expect(table.page.errors).toMatchObject([
      { code: "E1", message: "No such customer" },
      { code: "E2", message: "Not allowed" },
    ]);
    const labels = read(
      withText(
        "",
        "## Valori di resultCode\n\nvalore 0: Riuscita\nvalore -1: Fallita",
      ),
    );
    expect(labels.page.errors.map(({ code }) => code)).toEqual(["0", "-1"]);
  });

  it("lose the residue of the program that made them", () => {
    const { page } = read(
      withText(
        "",
        "Errors\n\n7. $kind.': ' . 'Invalid name\n8. 'Say \"no\"'\n9. $a->b . \"Missing town\"",
      ),
    );
    expect(page.errors).toMatchObject([
      { message: "Invalid name", isSuffix: true },
      { message: 'Say "no"', isSuffix: false },
      { message: "Missing town", isSuffix: true },
    ]);
  });
});

describe("text that nothing accounts for", () => {
  it("is listed with its place", () => {
    const { page, codes } = read(
      withText(
        "",
        "Prices are in cents since the last change of the tariff.\n",
      ),
    );
    expect(page.leftovers).toMatchObject([
      {
        text: "Prices are in cents since the last change of the tariff.",
        span: { column: 1 },
      },
    ]);
    expect(codes).toContain("page/not-understood");
  });

  it("does not hold what a localised help page says around its samples", () => {
    const { page } = read(
      shopPage
        .replace(
          "Click here for a complete list of operations.",
          "Klicken Sie hier, um eine vollständige Liste der Vorgänge anzuzeigen.",
        )
        .replace(
          /The test form.*/,
          "Das Testformular ist nur für Anforderungen vom lokalen Computer verfügbar.",
        )
        .replace(
          /The following is.*/,
          "Es folgt ein Beispiel für eine SOAP 1.1-Anforderung und -Antwort.",
        ),
    );
    expect(page.leftovers).toEqual([]);
    expect(page.operation?.text).toBe("PlaceOrder");
    expect(page.description?.text).toBe("Places an order.");
  });
});

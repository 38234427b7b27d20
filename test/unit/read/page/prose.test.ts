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

  const tables: Readonly<Record<string, string>> = {
    Chinese:
      "| 参数名 | 类型 | 必填 | 说明 |\n|---|---|---|---|\n| customer | String | 是 | 客户 |\n| count | int | 否 | 数量 |",
    Japanese:
      "| パラメータ名 | 型 | 必須 | 説明 |\n|---|---|---|---|\n| customer | 文字列 | ○ | 顧客 |\n| count | int | × | 数 |",
    Korean:
      "| 필드명 | 타입 | 필수 | 설명 |\n|---|---|---|---|\n| customer | String | Y | 고객 |\n| count | int | N | 수 |",
    Polish:
      "| Nazwa | Typ | Wymagane | Opis |\n|---|---|---|---|\n| customer | string | Tak | klient |\n| count | int | Nie | liczba |",
    Turkish:
      "| Alan | Tip | Zorunlu | Açıklama |\n|---|---|---|---|\n| customer | string | Evet | müşteri |\n| count | int | Hayır | sayı |",
    Dutch:
      "| Veld | Type | Verplicht | Omschrijving |\n|---|---|---|---|\n| customer | string | Ja | klant |\n| count | int | Nee | aantal |",
    "a language without known words":
      "| Nimetus | Kirjeldus |\n|---|---|\n| customer | Required |\n| count | Optional |",
    "letters for mandatory and optional":
      "| No | Element | M/O |\n|---|---|---|\n| 1 | customer | M |\n| 2 | count | O |",
    "letters for oui and non":
      "| Nom | Obligatoire |\n|---|---|\n| customer | O |\n| count | N |",
    cardinalities:
      "| Element | Cardinality |\n|---|---|\n| customer | 1..1 |\n| count | 0..1 |",
    "minima and maxima":
      "| Element | Min | Max |\n|---|---|---|\n| customer | 1 | 1 |\n| count | 0 | 1 |",
    "tags and paths":
      "| Tag | Required |\n|---|---|\n| `<customer>` | Yes |\n| PlaceOrder/count | No |",
    "cells on lines of their own":
      "|===\n|Name |Required\n\n|customer\n|yes\n\n|count\n|no\n|===",
    "columns kept apart by blanks":
      "Name        Type     Required\ncustomer    string   yes\ncount       int      no",
  };
  it.each(Object.entries(tables))("come from a table in %s", (_, table) => {
    const { page } = read(withText("", table));
    expect(page.notes).toMatchObject([
      { name: "customer", presence: "required" },
      { name: "count", presence: "optional" },
    ]);
    expect(page.leftovers).toEqual([]);
  });

  const terms: Readonly<Record<string, string>> = {
    "after dashes": "customer - (required) who\ncount - (optional) how many",
    "in bullets":
      "- `customer` *string* **required** who\n- `count` *int* optional",
    "in a numbered list":
      "1. customer – who (mandatory)\n2. count – how many (optional)",
    "below their terms":
      "customer\n    Who. Required.\ncount\n    How many. Optional.",
    "behind tags":
      "@param customer string Required. Who\n@param count int Optional.",
    "under headings":
      "#### customer\n\nWho. Required.\n\n#### count\n\nOptional.",
    "in a list of HTML":
      "<html><body><dl><dt>customer</dt><dd>required</dd><dt>count</dt><dd>optional</dd></dl></body></html>",
  };
  it.each(Object.entries(terms))("stand %s", (_, text) => {
    const message = `${requestHead}\n${request}`;
    const isHtml = text.startsWith("<");
    const { page } = read(
      isHtml
        ? text.replace("</dl>", `</dl><pre>${message}</pre>`)
        : withText("", text),
    );
    expect(page.notes).toMatchObject([
      { name: "customer", presence: "required" },
      { name: "count", presence: "optional" },
    ]);
    expect(page.leftovers).toEqual([]);
  });

  it("do not come from a header, whatever its columns are called", () => {
    const text = "| Customer | Type | Required | Description |";
    expect(read(withText("", text)).page.notes).toEqual([]);
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

describe("a help page in another language", () => {
  const languages: Readonly<Record<string, readonly string[]>> = {
    German: [
      "Klicken Sie hier, um eine vollständige Liste der Vorgänge anzuzeigen.",
      "Testen",
      "Das Testformular ist nur für Anforderungen vom lokalen Computer verfügbar.",
      "Es folgt ein Beispiel für eine SOAP 1.1-Anforderung und -Antwort.",
    ],
    Italian: [
      "Fare clic qui per un elenco completo delle operazioni.",
      "Test",
      "Il modulo di test è disponibile solo per le richieste provenienti dal computer locale.",
      "Di seguito è riportato un esempio di richiesta e risposta SOAP 1.1.",
    ],
    Polish: [
      "Kliknij tutaj, aby zobaczyć pełną listę operacji.",
      "Testuj",
      "Formularz testowy jest dostępny tylko dla żądań z komputera lokalnego.",
      "Poniżej znajduje się przykład żądania i odpowiedzi SOAP 1.1.",
    ],
    Greek: [
      "Κάντε κλικ εδώ για μια πλήρη λίστα λειτουργιών.",
      "Δοκιμή",
      "Η φόρμα δοκιμής είναι διαθέσιμη μόνο για αιτήσεις από τον τοπικό υπολογιστή.",
      "Ακολουθεί δείγμα αίτησης και απόκρισης SOAP 1.1.",
    ],
    Chinese: [
      "按一下這裡以取得完整作業清單。",
      "測試",
      "測試表單只適用於來自本機電腦的要求。",
      "下列是 SOAP 1.1 要求與回應的範例。替代符號顯示的位置必須代入實際的值。",
    ],
  };
  it.each(Object.entries(languages))(
    "has the same names and description in %s",
    (_, [list = "", title = "", form = "", about = ""]) => {
      for (const description of ["Places an order.\n\n", ""]) {
        const text = shopPage
          .replace("Click here for a complete list of operations.", list)
          .replace("Places an order.\n\n", description)
          .replace(/^Test\n.*/m, `${title}\n${form}`)
          .replace(/^The following is a sample .*/m, about);
        const { page } = read(text);
        expect(page.service?.text).toBe("Orders");
        expect(page.operation?.text).toBe("PlaceOrder");
        expect(page.description?.text ?? "").toBe(description.trim());
        expect(page.leftovers).toEqual([]);
      }
    },
  );
});

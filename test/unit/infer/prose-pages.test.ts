import { describe, expect, it } from "vitest";
import { createSink } from "../../../src/diagnostics/index.js";
import { inferServices } from "../../../src/infer/index.js";
import {
  prosePages,
  reportProsePages,
} from "../../../src/infer/prose-pages.js";
import { linkFragments } from "../../../src/link/index.js";
import type { Page } from "../../../src/model/index.js";
import { membersAt } from "../../support/infer-files.js";
import { read, shopPage } from "../read/page/shop-page.js";

const otherPage = shopPage.replaceAll("PlaceOrder", "CancelOrder");
const table =
  "| Name | Comment |\n|---|---|\n| customer | Mandatory |\n| lines | Optional |\n";
const signature = (name: string): string =>
  `Placing\n=======\n\nPlaces what was chosen.\n\nPublic Function ${name}(ByVal customer As String) As String\n\n${table}\nErrors:\n\n1. Too late.\n2. Too early.\n`;

const pagesOf = (...texts: readonly string[]): readonly Page[] =>
  texts.flatMap((text, index) => read(text, `page${index}.txt`).pages);

function codesOf(pages: readonly Page[]): readonly string[] {
  const sink = createSink();
  reportProsePages(pages, sink);
  return sink.diagnostics.map(({ code }) => code);
}

describe("a page without messages", () => {
  it("is about the operation that it names", () => {
    const pages = pagesOf(shopPage, otherPage, signature("placeOrder"));
    expect([...prosePages(pages).values()]).toEqual(["PlaceOrder"]);
    expect(codesOf(pages)).toEqual(["page/joined"]);
  });

  it("is about the only operation that has what it describes", () => {
    const other = otherPage.replaceAll("customer", "number");
    const pages = pagesOf(shopPage, other, table);
    expect([...prosePages(pages).values()]).toEqual(["PlaceOrder"]);
  });

  it.each([
    ["an operation that no page shows", [shopPage, signature("sellOrder")]],
    ["members that several operations have", [shopPage, otherPage, table]],
    ["an operation alone", [signature("placeOrder")]],
  ])("is of no use where it is about %s", (_, texts) => {
    expect(codesOf(pagesOf(...texts))).toEqual(["page/no-samples"]);
  });

  it("adds description, presence and errors to the operation", () => {
    const pages = pagesOf(signature("placeOrder"), shopPage);
    const sink = createSink();
    const fragments = inferServices(pages, { sink, fallbackName: "s" });
    const model = linkFragments(fragments, { sink });
    const members = membersAt(model, "PlaceOrder");
    expect(
      members.map(({ name, min, presence, documentation }) =>
        [name, min, presence, documentation].join(" "),
      ),
    ).toEqual(["customer 1 likely Mandatory", "lines 0 likely Optional"]);
    expect(model.operations).toMatchObject([
      {
        name: "PlaceOrder",
        documentation: expect.stringContaining("Places what was chosen."),
        errors: [{ message: "Too late." }, { message: "Too early." }],
      },
    ]);
    expect(sink.hasErrors).toBe(false);
  });
});

import { describe, expect, it } from "vitest";
import { isNCName, toNCName } from "../../../src/xml/index.js";

describe("toNCName", () => {
  it.each([
    ["Orders", "Orders"],
    ["WSF Schedule", "WSF_Schedule"],
    ["  Prices: v2.1 (beta) ", "Prices_v2.1_beta_"],
    ["3rd party", "_3rd_party"],
    ["Zeiten für Züge", "Zeiten_für_Züge"],
    ["", "_"],
  ])("makes a name of %j", (text, name) => {
    expect(toNCName(text)).toBe(name);
    expect(isNCName(name)).toBe(true);
  });
});

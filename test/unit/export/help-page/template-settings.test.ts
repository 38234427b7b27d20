import { describe, expect, it } from "vitest";
import { settingsOf } from "../../../../src/export/help-page/template-settings.js";

const nothing = {
  cutDepth: undefined,
  expandedDepth: 1,
  arrayCount: undefined,
};

describe("settingsOf", () => {
  it("falls back to what ASP.NET ships with", () => {
    expect(settingsOf(nothing, [nothing])).toEqual({
      depthLimit: 4,
      arrayCount: 2,
    });
  });

  it("takes what the page shows before what its site shows", () => {
    const own = { cutDepth: 10, expandedDepth: 9, arrayCount: 3 };
    const other = { cutDepth: 6, expandedDepth: 5, arrayCount: 5 };
    expect(settingsOf(own, [other, own])).toEqual({
      depthLimit: 10,
      arrayCount: 3,
    });
  });

  it("takes what the site shows where the page shows nothing", () => {
    const other = { cutDepth: 6, expandedDepth: 5, arrayCount: 1 };
    expect(settingsOf(nothing, [nothing, other])).toEqual({
      depthLimit: 6,
      arrayCount: 1,
    });
  });

  it("never cuts above an element that the page expands", () => {
    const own = { ...nothing, expandedDepth: 7 };
    expect(settingsOf(own, []).depthLimit).toBe(8);
  });
});

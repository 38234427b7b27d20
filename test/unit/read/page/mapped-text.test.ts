import { describe, expect, it } from "vitest";
import {
  createMappedTextBuilder,
  editMapped,
  originOf,
  spanOf,
} from "../../../../src/read/page/mapped-text.js";
import { createSourceText } from "../../../../src/source/index.js";

function sample() {
  const builder = createMappedTextBuilder(createSourceText("f", "a&lt;b\ncd"));
  builder.copy(0, 1);
  builder.put("<", 1, 4);
  const start = builder.length;
  builder.copy(5, 9);
  builder.mark({ start, end: builder.length });
  return builder.build();
}

describe("mapped text", () => {
  it("leads copied and decoded characters back to the file", () => {
    const mapped = sample();
    expect(mapped.text).toBe("a<b\ncd");
    expect([0, 1, 2, 5].map((offset) => originOf(mapped, offset))).toEqual([
      0, 1, 5, 8,
    ]);
    expect(spanOf(mapped, { start: 1, end: 2 })).toMatchObject({
      offset: 1,
      length: 4,
    });
    expect(spanOf(mapped, { start: 4, end: 6 })).toMatchObject({
      line: 2,
      column: 1,
      length: 2,
    });
  });

  it("keeps places and marks through edits", () => {
    const edited = editMapped(sample(), [
      { offset: 0, length: 1, insert: "" },
      { offset: 3, length: 1, insert: "--" },
    ]);
    expect(edited.text).toBe("<b--cd");
    expect(originOf(edited, 0)).toBe(1);
    expect(originOf(edited, 4)).toBe(7);
    expect(edited.marks).toEqual([{ start: 1, end: 6 }]);
  });
});

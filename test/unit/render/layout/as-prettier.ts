import fc from "fast-check";
import { format } from "prettier";
import { expect } from "vitest";

/** What is printed, and the same code on one line, as anyone would type it. */
export interface Printing {
  readonly printed: string;
  readonly typed: string;
}

/** Checks that what is printed is what prettier makes of the code on one line; the same cases in every run. */
export async function expectAsPrettier<Value>(
  values: fc.Arbitrary<Value>,
  print: (value: Value) => Printing,
): Promise<void> {
  const property = fc.asyncProperty(values, async (value) => {
    const { printed, typed } = print(value);
    expect(`${printed}\n`).toBe(await format(typed, { parser: "babel-ts" }));
  });
  await fc.assert(property, { seed: 2024, numRuns: 500 });
}

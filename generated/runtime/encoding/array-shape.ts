// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type { ArrayTypeDescriptor } from "../descriptor.js";
import { ENCODING_11 } from "../xml/namespaces.js";
import type { XmlWriter } from "../xml/writer.js";

/** The items of an array of several dimensions, row by row, and how many there are in each (SOAP 1.1 §5.4.2). */
export interface Rows {
  readonly sizes: readonly number[];
  readonly items: readonly unknown[];
}

export function rowsOf(
  writer: XmlWriter,
  value: unknown,
  dimensions: number,
): Rows {
  const sizes: number[] = [];
  let items: readonly unknown[] = [value];
  for (let level = 0; level < dimensions; level++) {
    const rows = items.map((row): readonly unknown[] =>
      Array.isArray(row) ? row : writer.fail("an array", row),
    );
    const size = rows[0]?.length ?? 0;
    const odd = rows.find((row) => row.length !== size);
    if (odd !== undefined) writer.fail(`rows of ${size} items`, odd);
    sizes.push(size);
    items = rows.flat();
  }
  return { sizes, items };
}

/** The attribute that says the type of the items, and how many there are. */
export function arrayTypeAttribute(
  writer: XmlWriter,
  { itemName, itemNamespace }: ArrayTypeDescriptor,
  { sizes }: Rows,
): string {
  const prefix = writer.prefixFor(itemNamespace);
  const value = `${prefix}:${itemName}[${sizes.join(",")}]`;
  return writer.attribute(ENCODING_11, "arrayType", value);
}

/** The numbers of the last pair of brackets. */
export function sizesIn(text: string): number[] {
  const inner = /\[([\d,\s]{1,100})\]\s*$/.exec(text)?.[1];
  return inner === undefined ? [] : inner.split(",").map(Number);
}

/** Sizes that an array of so many dimensions may have; none where the text says others. */
export function shapeIn(text: string, dimensions = 1): readonly number[] {
  const sizes = sizesIn(text);
  return sizes.length === dimensions ? sizes : [];
}

/** Rows of rows, by the sizes of all dimensions but the first. */
export function nestRows(
  items: unknown[],
  sizes: readonly number[],
): unknown[] {
  let rows = items;
  for (let at = sizes.length - 1; at > 0; at--) {
    const grouped: unknown[] = [];
    const step = Math.max(sizes[at] ?? 1, 1);
    for (let row = 0; row < rows.length; row += step) {
      grouped.push(rows.slice(row, row + step));
    }
    rows = grouped;
  }
  return rows;
}

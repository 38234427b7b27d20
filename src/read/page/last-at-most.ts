/** The last of the items, which are in order, whose key is not above a limit. */
export function lastAtMost<Item>(
  items: readonly Item[],
  limit: number,
  keyOf: (item: Item) => number,
): Item | undefined {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && keyOf(item) <= limit) low = middle + 1;
    else high = middle;
  }
  return items[low - 1];
}

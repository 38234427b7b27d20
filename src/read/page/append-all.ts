/** Appends without spreading: an argument list has a limit, a page has none. */
export function appendAll<Item>(target: Item[], items: Iterable<Item>): void {
  for (const item of items) target.push(item);
}

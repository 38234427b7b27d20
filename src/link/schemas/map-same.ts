/** Maps a list; the list itself when no item changes, so that what needs no linking is not copied. */
export function mapSame<Item>(
  items: readonly Item[],
  change: (item: Item) => Item,
): readonly Item[] {
  let changed: Item[] | undefined;
  for (const [index, item] of items.entries()) {
    const next = change(item);
    if (next === item && changed === undefined) continue;
    changed ??= items.slice(0, index);
    changed.push(next);
  }
  return changed ?? items;
}

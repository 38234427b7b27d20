export interface PairedUp<Item> {
  /** In the order of the new items. */
  readonly pairs: readonly (readonly [Item, Item])[];
  readonly removed: readonly Item[];
  readonly added: readonly Item[];
}

/**
 * Which old item became which new one: those of one key, the first with the first; what is left by the next key, and so
 * on.
 *
 * @param keys the most telling first
 */
export function pairUp<Item>(
  old: readonly Item[],
  current: readonly Item[],
  keys: readonly ((item: Item) => string)[],
): PairedUp<Item> {
  const partners = new Map<Item, Item>();
  let [removed, added] = [old, current];
  for (const keyOf of keys) {
    const waiting = groupBy(removed.toReversed(), keyOf);
    const taken = new Set<Item>();
    added = added.filter((item) => {
      const partner = waiting.get(keyOf(item))?.pop();
      if (partner === undefined) return true;
      taken.add(partner);
      partners.set(item, partner);
      return false;
    });
    removed = removed.filter((item) => !taken.has(item));
  }
  const pairs = current.flatMap((item) => {
    const partner = partners.get(item);
    return partner === undefined ? [] : [[partner, item] as const];
  });
  return { pairs, removed, added };
}

function groupBy<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): ReadonlyMap<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [item]);
    else known.push(item);
  }
  return groups;
}

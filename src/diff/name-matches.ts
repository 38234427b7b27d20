import type { QName } from "../model/index.js";

/** Which components of the new model those of the old one became; grows while renamed ones are met. */
export interface NameMatches<Item> {
  /** By key of the old name. */
  readonly newOf: Map<string, Item>;
  /** By key of the new name. */
  readonly oldOf: Map<string, Item>;
}

/**
 * Components of the same name; then those whose name moved to another namespace, where the local name tells them apart.
 */
export function matchNames<Item extends { readonly name: QName }>(
  old: ReadonlyMap<string, Item>,
  current: ReadonlyMap<string, Item>,
): NameMatches<Item> {
  const matches: NameMatches<Item> = { newOf: new Map(), oldOf: new Map() };
  for (const [key, item] of old) {
    const same = current.get(key);
    if (same !== undefined) addMatch(matches, item, same);
  }
  const left = byLocal(current.values(), matches.oldOf);
  for (const [local, items] of byLocal(old.values(), matches.newOf)) {
    const [item] = items;
    const [other] = left.get(local) ?? [];
    const isClear = items.length === 1 && left.get(local)?.length === 1;
    if (isClear && item !== undefined && other !== undefined)
      addMatch(matches, item, other);
  }
  return matches;
}

export function addMatch<Item extends { readonly name: QName }>(
  { newOf, oldOf }: NameMatches<Item>,
  old: Item,
  current: Item,
): void {
  newOf.set(old.name.key, current);
  oldOf.set(current.name.key, old);
}

/** Items that have no match yet. */
function byLocal<Item extends { readonly name: QName }>(
  items: Iterable<Item>,
  matched: ReadonlyMap<string, Item>,
): ReadonlyMap<string, readonly Item[]> {
  const found = new Map<string, Item[]>();
  for (const item of items) {
    if (matched.has(item.name.key)) continue;
    const known = found.get(item.name.local);
    if (known === undefined) found.set(item.name.local, [item]);
    else known.push(item);
  }
  return found;
}

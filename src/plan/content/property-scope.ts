/** Names of the properties of one object. Branches of a choice may share names, since only one of them is there. */
export interface PropertyScope {
  /** The first of `wanted`, or it with the lowest free number. */
  give(wanted: string): string;
  /** A scope for one branch; what it takes is not free in this scope afterwards. */
  fork(): PropertyScope;
  /** Makes the names taken in branches unavailable here. */
  join(branches: readonly PropertyScope[]): void;
  /** Taken in this scope, not in those around it. */
  readonly names: ReadonlySet<string>;
}

/**
 * Members that every object has: TypeScript finds them where an optional property of the name is left out, and refuses the
 * object because the types differ.
 */
const inherited: ReadonlySet<string> = new Set([
  "constructor",
  "hasOwnProperty",
  "isPrototypeOf",
  "propertyIsEnumerable",
  "toLocaleString",
  "toString",
  "valueOf",
]);

export function createPropertyScope(
  taken: Iterable<string> = [],
): PropertyScope {
  return openScope(new Set(taken), () => false);
}

/** What is taken in the scopes around is asked, not copied: there may be a branch for each of many members. */
function openScope(
  names: Set<string>,
  isTakenAround: (name: string) => boolean,
): PropertyScope {
  const isTaken = (name: string): boolean =>
    names.has(name) || isTakenAround(name);
  /** The number to try next for a name: those before it stay taken. */
  const numbers = new Map<string, number>();
  return {
    names,
    give(wanted) {
      let name = inherited.has(wanted) ? `${wanted}_` : wanted;
      let number = numbers.get(wanted) ?? 2;
      while (isTaken(name)) name = `${wanted}_${number++}`;
      numbers.set(wanted, number);
      names.add(name);
      return name;
    },
    fork: () => openScope(new Set(), isTaken),
    join(branches) {
      for (const branch of branches)
        for (const name of branch.names) names.add(name);
    },
  };
}

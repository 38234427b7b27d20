/** Names of the properties of one object. Branches of a choice may share names, since only one of them is there. */
export interface PropertyScope {
  /** The first of `wanted`, or it with the lowest free number. */
  give(wanted: string): string;
  /** A scope for one branch; what it takes is not free in this scope afterwards. */
  fork(): PropertyScope;
  /** Makes the names taken in branches unavailable here. */
  join(branches: readonly PropertyScope[]): void;
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
  const names = new Set(taken);
  return {
    names,
    give(wanted) {
      let name = inherited.has(wanted) ? `${wanted}_` : wanted;
      for (let suffix = 2; names.has(name); suffix++)
        name = `${wanted}_${suffix}`;
      names.add(name);
      return name;
    },
    fork: () => createPropertyScope(names),
    join(branches) {
      for (const branch of branches)
        for (const name of branch.names) names.add(name);
    },
  };
}

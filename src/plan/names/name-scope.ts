/** Names given in one module or folder. Once given, a name stays: earlier runs' names are kept, newcomers take a suffix. */
export interface NameScope {
  /**
   * The name of the thing `key` identifies.
   * @param wanted candidates, best first; the last one is numbered when all are taken
   */
  give(key: string, ...wanted: readonly [string, ...string[]]): string;
  /** All names given, with their keys, sorted by key. */
  table(): readonly (readonly [key: string, name: string])[];
}

export interface NameScopeOptions {
  /** Names of the previous run, by key. */
  readonly previous: Readonly<Record<string, string>>;
  /** Names that are in use otherwise. */
  readonly reserved?: Iterable<string>;
  /** File names: names that differ only in case are the same. */
  readonly ignoresCase?: boolean;
}

export function createNameScope({
  previous,
  reserved = [],
  ignoresCase = false,
}: NameScopeOptions): NameScope {
  const fold = (name: string): string =>
    ignoresCase ? name.toLowerCase() : name;
  const taken = new Set([...reserved].map(fold));
  const given = new Map<string, string>();
  const kept = new Map(Object.entries(previous));
  const held = new Set([...kept.values()].map(fold));
  const chooseFree = createNumbering(
    (name) => !taken.has(fold(name)) && !held.has(fold(name)),
  );
  const choose = (key: string, wanted: readonly string[]): string => {
    const before = kept.get(key);
    return before !== undefined && !taken.has(fold(before))
      ? before
      : chooseFree(wanted);
  };

  return {
    give(key, ...wanted) {
      const known = given.get(key);
      if (known !== undefined) return known;
      const name = choose(key, wanted);
      given.set(key, name);
      taken.add(fold(name));
      return name;
    },
    table() {
      // Without a comparison of ours, sorting takes a fraction of the time.
      const keys = [...given.keys()].sort();
      return keys.map((key) => [key, given.get(key) ?? ""] as const);
    },
  };
}

/** The first free candidate, else the last one with the next free number; numbers once passed are not tried again. */
function createNumbering(
  isFree: (name: string) => boolean,
): (wanted: readonly string[]) => string {
  const nextSuffix = new Map<string, number>();
  return (wanted) => {
    const free = wanted.find(isFree);
    if (free !== undefined) return free;
    const stem = wanted.at(-1) ?? "";
    for (let suffix = nextSuffix.get(stem) ?? 2; ; suffix++) {
      nextSuffix.set(stem, suffix + 1);
      if (isFree(`${stem}${suffix}`)) return `${stem}${suffix}`;
    }
  };
}

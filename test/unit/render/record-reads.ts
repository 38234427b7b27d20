/** A view that notes which of its members a template reads. */
export interface RecordedView {
  readonly value: object;
  /** Names that were read but are not there. */
  unknown(): readonly string[];
  /** Paths of members that were never read; members of all items of a list count as one. */
  unread(): readonly string[];
}

export function recordReads(view: object): RecordedView {
  const known = new Set<string>();
  const read = new Set<string>();
  const unknown = new Set<string>();
  const watch = (value: unknown, path: string): unknown => {
    if (typeof value !== "object" || value === null) return value;
    const isList = Array.isArray(value);
    if (!isList)
      for (const key of Object.keys(value)) known.add(`${path}.${key}`);
    return new Proxy(value, {
      get(target, key, receiver): unknown {
        const found: unknown = Reflect.get(target, key, receiver);
        if (typeof key === "symbol" || typeof found === "function")
          return found;
        if (isList) return key === "length" ? found : watch(found, path);
        const place = `${path}.${key}`;
        if (Object.hasOwn(target, key)) read.add(place);
        else if (!isProbe(key)) unknown.add(place);
        return watch(found, place);
      },
    });
  };
  return {
    value: watch(view, "") as object, // An object goes in.
    unknown: () => [...unknown],
    unread: () => [...known].filter((path) => !read.has(path)),
  };
}

/** Looked up by the template engine on every object. */
function isProbe(key: string): boolean {
  return ["toHTML", "constructor", "size", "hash"].includes(key);
}

/** An overrides file with a proposal put in: what both say is as proposed, everything else stays in its place. */
export function mergeOverrides(existing: unknown, proposed: unknown): unknown {
  if (!isObject(existing) || !isObject(proposed)) return proposed;
  const merged = new Map(Object.entries(existing));
  for (const [key, value] of Object.entries(proposed)) {
    const known = merged.get(key);
    merged.set(key, known === undefined ? value : mergeOverrides(known, value));
  }
  return Object.fromEntries(merged);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

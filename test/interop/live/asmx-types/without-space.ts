/** A value whose XML trees have no white space between their elements: answers to GET and POST are indented. */
export function withoutSpace(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(withoutSpace);
    return items.some((item) => typeof item === "object")
      ? items.filter((item) => typeof item !== "string" || item.trim() !== "")
      : items;
  }
  if (value instanceof Uint8Array) return value;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, withoutSpace(member)]),
  );
}

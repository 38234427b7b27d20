/** Whether two values are the same plain data: objects and arrays with the same members in the same order. */
export function isSameData(first: unknown, second: unknown): boolean {
  if (Object.is(first, second)) return true;
  if (!isObject(first) || !isObject(second)) return false;
  const entries = Object.entries(first);
  const others = Object.entries(second);
  return (
    Array.isArray(first) === Array.isArray(second) &&
    entries.length === others.length &&
    entries.every(([key, value], index) => {
      const other = others[index];
      return other?.[0] === key && isSameData(value, other[1]);
    })
  );
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

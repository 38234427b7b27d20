/**
 * The cycles of a graph, each once, as the keys on it. Depth first without recursion: a chain may be as long as the
 * input is.
 */
export function findCycles(
  keys: readonly string[],
  next: (key: string) => readonly string[],
): readonly (readonly string[])[] {
  const cycles: string[][] = [];
  const done = new Set<string>();
  for (const start of keys) {
    if (done.has(start)) continue;
    const path: string[] = [];
    const onPath = new Map<string, number>();
    const stack: { readonly key: string; readonly rest: Iterator<string> }[] =
      [];
    const enter = (key: string): void => {
      onPath.set(key, path.length);
      path.push(key);
      stack.push({ key, rest: next(key)[Symbol.iterator]() });
    };
    enter(start);
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const step = top.rest.next();
      if (step.done === true) {
        stack.pop();
        path.pop();
        onPath.delete(top.key);
        done.add(top.key);
        continue;
      }
      const at = onPath.get(step.value);
      if (at !== undefined) cycles.push(path.slice(at));
      else if (!done.has(step.value)) enter(step.value);
    }
  }
  return cycles;
}

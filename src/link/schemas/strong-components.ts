interface Frame {
  readonly key: string;
  readonly rest: Iterator<string>;
}

/**
 * The strongly connected component of each key of a graph, as a number: two keys have the same one when each leads to
 * the other. Tarjan's algorithm without recursion, linear in the size of the graph.
 */
export function strongComponents(
  keys: Iterable<string>,
  next: (key: string) => Iterable<string>,
): ReadonlyMap<string, number> {
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const component = new Map<string, number>();
  const open: string[] = [];
  const frames: Frame[] = [];
  const enter = (key: string): void => {
    low.set(key, order.size);
    order.set(key, order.size);
    open.push(key);
    frames.push({ key, rest: next(key)[Symbol.iterator]() });
  };
  const lower = (key: string, to: number | undefined): void => {
    low.set(key, Math.min(low.get(key) ?? 0, to ?? 0));
  };
  const leave = ({ key }: Frame): void => {
    frames.pop();
    const above = frames.at(-1);
    if (above !== undefined) lower(above.key, low.get(key));
    if (low.get(key) !== order.get(key)) return;
    for (let member = open.pop(); member !== undefined; member = open.pop()) {
      component.set(member, order.get(key) ?? 0);
      if (member === key) return;
    }
  };
  for (const start of keys) {
    if (!order.has(start)) enter(start);
    for (let top = frames.at(-1); top !== undefined; top = frames.at(-1)) {
      const step = top.rest.next();
      if (step.done === true) leave(top);
      else if (!order.has(step.value)) enter(step.value);
      else if (!component.has(step.value))
        lower(top.key, order.get(step.value));
    }
  }
  return component;
}

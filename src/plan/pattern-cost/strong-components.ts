/**
 * The strongly connected components of a graph whose nodes are numbers from 0 (Tarjan's algorithm, without recursion): the
 * component of each node. A component is numbered after those it leads to.
 */
export function strongComponents(
  next: readonly (readonly number[])[],
): readonly number[] {
  const search: Search = {
    next,
    order: next.map(() => -1),
    low: next.map(() => 0),
    component: next.map(() => -1),
    open: [],
    path: [],
    visited: 0,
    components: 0,
  };
  for (const node of next.keys()) {
    if (search.order[node] !== -1) continue;
    enter(node, search);
    while (search.path.length > 0) step(search);
  }
  return search.component;
}

interface Search {
  readonly next: readonly (readonly number[])[];
  readonly order: number[];
  readonly low: number[];
  readonly component: number[];
  readonly open: number[];
  /** Nodes being visited, and which of their steps comes next. */
  readonly path: { readonly node: number; edge: number }[];
  visited: number;
  components: number;
}

function enter(node: number, search: Search): void {
  search.order[node] = search.visited;
  search.low[node] = search.visited;
  search.visited++;
  search.open.push(node);
  search.path.push({ node, edge: 0 });
}

function step(search: Search): void {
  const top = search.path.at(-1);
  if (top === undefined) return;
  const target = search.next[top.node]?.[top.edge++];
  if (target === undefined) {
    leave(top.node, search);
  } else if (search.order[target] === -1) {
    enter(target, search);
  } else if (search.component[target] === -1) {
    lower(top.node, search.order[target] ?? 0, search);
  }
}

function lower(node: number, value: number, search: Search): void {
  search.low[node] = Math.min(search.low[node] ?? 0, value);
}

function leave(node: number, search: Search): void {
  search.path.pop();
  const parent = search.path.at(-1);
  if (parent !== undefined) lower(parent.node, search.low[node] ?? 0, search);
  if (search.low[node] !== search.order[node]) return;
  for (;;) {
    const member = search.open.pop();
    if (member === undefined) break;
    search.component[member] = search.components;
    if (member === node) break;
  }
  search.components++;
}

import type { Model, Operation, Page } from "../../model/index.js";

/** The operation that a page documents: what is on the wire counts more than names, which overloads share. */
export function findOperation(model: Model, page: Page): Operation | undefined {
  const traits = pageTraits(page);
  let best: Operation | undefined;
  let bestScore = 0;
  for (const operation of model.operations) {
    const score = scoreOf(operation, traits);
    if (score <= bestScore) continue;
    best = operation;
    bestScore = score;
  }
  return best;
}

interface PageTraits {
  readonly name: string | undefined;
  readonly elements: ReadonlySet<string>;
  readonly actions: ReadonlySet<string>;
  readonly locations: ReadonlySet<string>;
}

function pageTraits(page: Page): PageTraits {
  const requests = page.samples.filter(({ role }) => role === "request");
  return {
    name: page.operation?.text,
    elements: new Set(
      requests.flatMap(({ body }) => body.map(({ name }) => name.key)),
    ),
    actions: new Set(requests.flatMap(({ head }) => head?.soapAction ?? [])),
    locations: new Set(
      requests.flatMap(({ head }) => lastSegment(head?.target)),
    ),
  };
}

function lastSegment(target: string | undefined): readonly string[] {
  const path = target?.split("?", 1)[0];
  return path === undefined ? [] : [path.slice(path.lastIndexOf("/"))];
}

function scoreOf({ name, bindings }: Operation, traits: PageTraits): number {
  const isElement = bindings.some(({ request: { body } }) =>
    body.kind === "element"
      ? traits.elements.has(body.name.key)
      : body.kind === "rpc" && traits.elements.has(body.wrapper.key),
  );
  const isAction = bindings.some(
    ({ action }) => action !== undefined && traits.actions.has(action),
  );
  const isLocation = bindings.some(
    ({ request: { body } }) =>
      body.kind === "parameters" && traits.locations.has(body.location),
  );
  return (
    (isElement ? 8 : 0) +
    (isAction ? 4 : 0) +
    (isLocation ? 2 : 0) +
    (name === traits.name ? 1 : 0)
  );
}

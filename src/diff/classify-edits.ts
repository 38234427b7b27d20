import { catalogueEntry } from "../diagnostics/index.js";
import type { Change } from "./change.js";
import { joinSteps, type DiffNode, type Edit } from "./diff-node.js";
import type { OperationNodes } from "./diff-operation.js";
import { countOperations, pathsFrom } from "./reach.js";
import { codeOf, rules } from "./rules.js";

export interface EditedNodes {
  readonly messages: readonly OperationNodes[];
  /** About services and operations, which no message has. */
  readonly outer: readonly DiffNode[];
  /** Types and elements. */
  readonly components: readonly DiffNode[];
}

interface Reach {
  readonly requests: ReadonlyMap<DiffNode, string>;
  readonly responses: ReadonlyMap<DiffNode, string>;
  readonly operations: ReadonlyMap<DiffNode, number>;
}

/** Edits as changes: what they break depends on the messages that have what was changed. Breaking ones come first. */
export function classifyEdits({
  messages,
  outer,
  components,
}: EditedNodes): readonly Change[] {
  const nodes = [
    ...outer,
    ...messages.flatMap((each) => [
      each.operation,
      each.request,
      each.response,
    ]),
    ...components,
  ].filter(({ edits }) => edits.length > 0);
  if (nodes.length === 0) return [];
  const both = messages.map(({ request, response }) => [request, response]);
  const reach = {
    requests: pathsFrom(messages.map(({ request }) => request)),
    responses: pathsFrom(messages.map(({ response }) => response)),
    operations: countOperations(both, nodes),
  };
  const changes = nodes.flatMap((node) =>
    distinct(node.edits).map((each) => classify(node, each, reach)),
  );
  return (["wire", "types", undefined] as const).flatMap((kind) =>
    changes.filter(({ breaks }) => breaks === kind),
  );
}

/** Bindings of one operation carry the same message: what differs in all of them is one difference. */
function distinct(edits: readonly Edit[]): readonly Edit[] {
  const found = new Map<string, Edit>();
  for (const each of edits) {
    const { rule, at, was, is } = each;
    const key = JSON.stringify([rule, at, was, is]);
    if (!found.has(key)) found.set(key, each);
  }
  return [...found.values()];
}

function classify(
  node: DiffNode,
  { rule, at, was, is, old, new: current }: Edit,
  reach: Reach,
): Change {
  const [request, response] = [
    reach.requests.get(node),
    reach.responses.get(node),
  ];
  const code = codeOf(rule, {
    isRequest: request !== undefined,
    isResponse: response !== undefined,
  });
  const isOfResponse = code !== rules[rule].request;
  const path = isOfResponse ? (response ?? request) : (request ?? response);
  const { breaks } = catalogueEntry(code);
  const oldSpan = (old ?? node.old?.origin)?.span;
  const newSpan = (current ?? node.new?.origin)?.span;
  return {
    code,
    rule,
    ...(breaks === undefined ? {} : { breaks }),
    path: joinSteps(path ?? node.title, at),
    operations: reach.operations.get(node) ?? 0,
    was,
    is,
    ...(oldSpan === undefined ? {} : { oldSpan }),
    ...(newSpan === undefined ? {} : { newSpan }),
  };
}

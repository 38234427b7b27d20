import type { DiagnosticSink } from "../../diagnostics/index.js";
import type {
  BindingOperation,
  Body,
  Model,
  Operation,
} from "../../model/index.js";
import { applyAdditions } from "./apply-additions.js";
import { compareElements, type Comparison } from "./compare-types.js";
import { reportContradiction } from "./contradiction.js";

/**
 * Both inputs for one service: what WSDL and XSD declare holds; pages add descriptions, example values, error lists and
 * fault samples. Where the two contradict each other, both places are reported.
 */
export function describeFromPages(
  declared: Model,
  documented: Model,
  sink: DiagnosticSink,
): Model {
  const comparison: Comparison = {
    declared: declared.schemas,
    documented: documented.schemas,
    additions: new Map(),
    onContradiction: (contradiction) =>
      reportContradiction(contradiction, sink),
    seen: new Set(),
  };
  const described = new Map<Operation, Operation>();
  for (const page of documented.operations) {
    const operation = findOperation(declared, page);
    if (operation === undefined) {
      sink.report(
        "link/undeclared-operation",
        { operation: page.name },
        { span: page.origin.span },
      );
      continue;
    }
    compareBindings(operation, page, { comparison, sink });
    described.set(
      operation,
      withDescription(described.get(operation) ?? operation, page),
    );
  }
  return {
    ...declared,
    schemas: applyAdditions(declared.schemas, comparison.additions),
    operations: declared.operations.map(
      (operation) => described.get(operation) ?? operation,
    ),
  };
}

/** By name, or by the element of the request. */
function findOperation(
  declared: Model,
  page: Operation,
): Operation | undefined {
  const wanted = elementName(page.bindings[0]?.request.body);
  const named = declared.operations.filter(({ name }) => name === page.name);
  const sends = (operation: Operation): boolean =>
    wanted !== undefined &&
    operation.bindings.some(
      ({ request }) => elementName(request.body) === wanted,
    );
  return named.find(sends) ?? named[0] ?? declared.operations.find(sends);
}

function elementName(body: Body | undefined): string | undefined {
  return body?.kind === "element" ? body.name.key : undefined;
}

function withDescription(operation: Operation, page: Operation): Operation {
  const documentation = operation.documentation ?? page.documentation;
  const faultExamples = [
    ...(operation.faultExamples ?? []),
    ...(page.faultExamples ?? []),
  ];
  return {
    ...operation,
    errors: [...operation.errors, ...page.errors],
    ...(documentation === undefined ? {} : { documentation }),
    ...(faultExamples.length === 0 ? {} : { faultExamples }),
  };
}

interface Findings {
  readonly comparison: Comparison;
  readonly sink: DiagnosticSink;
}

function compareBindings(
  operation: Operation,
  page: Operation,
  findings: Findings,
): void {
  const [documented] = page.bindings;
  const declared =
    operation.bindings.find(
      ({ protocol }) => protocol === documented?.protocol,
    ) ?? operation.bindings[0];
  if (declared === undefined || documented === undefined) return;
  compareActions(declared, documented, { operation, findings });
  compareBodies(declared.request.body, documented.request.body, {
    operation,
    page,
    findings,
  });
  if (declared.response === undefined || documented.response === undefined)
    return;
  compareBodies(declared.response.body, documented.response.body, {
    operation,
    page,
    findings,
  });
}

function compareActions(
  declared: BindingOperation,
  documented: BindingOperation,
  {
    operation,
    findings,
  }: { readonly operation: Operation; readonly findings: Findings },
): void {
  if (declared.action === undefined || documented.action === undefined) return;
  if (decoded(declared.action) === decoded(documented.action)) return;
  const contradiction = {
    path: [operation.name, "SOAPAction"],
    declared: { text: declared.action, origin: declared.origin },
    documented: { text: documented.action, origin: documented.origin },
  };
  reportContradiction(contradiction, findings.sink);
}

/** Pages show letters beyond ASCII percent-encoded, as they are sent. */
function decoded(action: string): string {
  try {
    return decodeURI(action);
  } catch {
    return action;
  }
}

function compareBodies(
  declared: Body,
  documented: Body,
  {
    operation,
    page,
    findings,
  }: {
    readonly operation: Operation;
    readonly page: Operation;
    readonly findings: Findings;
  },
): void {
  if (declared.kind !== "element" || documented.kind !== "element") return;
  if (declared.name !== documented.name) {
    const contradiction = {
      path: [operation.name],
      declared: { text: declared.name.key, origin: operation.origin },
      documented: { text: documented.name.key, origin: page.origin },
    };
    return reportContradiction(contradiction, findings.sink);
  }
  const { comparison } = findings;
  const left = comparison.declared.elements.get(declared.name.key);
  const right = comparison.documented.elements.get(documented.name.key);
  if (left !== undefined && right !== undefined)
    compareElements(left, right, { path: [], comparison });
}

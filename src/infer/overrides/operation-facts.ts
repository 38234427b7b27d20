import { nearest } from "../../diagnostics/index.js";
import {
  qname,
  type Binding,
  type BindingOperationDeclaration,
  type ElementDeclaration,
  type PortTypeOperation,
  type QName,
} from "../../model/index.js";
import {
  overridden,
  reportNotApplicable,
  reportUnnecessary,
  type Applying,
} from "./applying.js";
import { parseStep } from "./override-path.js";
import type {
  OperationFacts,
  OverrideEntry,
  Stated,
} from "./overrides-document.js";
import { withDocumentation } from "./value-facts.js";

type Entry = OverrideEntry<OperationFacts>;

/** Applies an entry to the operation of that name, in every port type and binding. */
export function applyOperation(entry: Entry, applying: Applying): void {
  const { workspace, sink, path } = applying;
  const operations = operationsNamed(entry.key, applying);
  const [first] = operations;
  if (first === undefined) {
    const names = allOperations(applying).map(({ name }) => name);
    const near = nearest(entry.key, names);
    const suggestion = near === undefined ? "" : `; did you mean "${near}"?`;
    const parameters = { path, suggestion };
    sink.report("overrides/no-match", parameters, { span: entry.span });
    return;
  }
  const { facts } = entry;
  renameRoot(operations, "input", { stated: facts.requestElement, applying });
  renameRoot(operations, "output", { stated: facts.responseElement, applying });
  checkName(entry, applying);
  const said = sayOnce(applying);
  workspace.fragments = workspace.fragments.map((fragment) => ({
    ...fragment,
    portTypes: fragment.portTypes.map((portType) => ({
      ...portType,
      operations: portType.operations.map((operation) =>
        operation.name === entry.key
          ? withFacts(operation, facts, said)
          : operation,
      ),
    })),
    bindings: fragment.bindings.map((binding) =>
      withAction(binding, entry, said),
    ),
  }));
}

/** Several port types and bindings have the operation: what is said of it is said once. */
function sayOnce(applying: Applying): Applying {
  const said = new Set<string>();
  return {
    ...applying,
    sink: {
      ...applying.sink,
      report(code, parameters, place) {
        const key = `${code} ${JSON.stringify(parameters)}`;
        if (said.has(key)) return;
        said.add(key);
        applying.sink.report(code, parameters, place);
      },
    },
  };
}

function allOperations({ workspace }: Applying): readonly PortTypeOperation[] {
  return workspace.fragments.flatMap(({ portTypes }) =>
    portTypes.flatMap(({ operations }) => operations),
  );
}

function operationsNamed(
  name: string,
  applying: Applying,
): readonly PortTypeOperation[] {
  return allOperations(applying).filter((one) => one.name === name);
}

function checkName({ key, facts }: Entry, applying: Applying): void {
  const { name } = facts;
  if (name === undefined) return;
  if (name.value === key) return reportUnnecessary(applying, "name", name);
  if (operationsNamed(name.value, applying).length === 0) return;
  const parameters = { path: applying.path, name: name.value };
  applying.sink.report("overrides/name-taken", parameters, { span: name.span });
}

function withFacts(
  operation: PortTypeOperation,
  facts: OperationFacts,
  applying: Applying,
): PortTypeOperation {
  const described = withDocumentation(operation, facts, applying);
  const { name } = facts;
  return name === undefined
    ? described
    : { ...described, name: name.value, origin: overridden(name.span) };
}

/** SOAP bindings have the action; all know the operation by its name. */
function withAction(
  binding: Binding,
  { key, facts }: Entry,
  applying: Applying,
): Binding {
  const isSoap = binding.protocol === "soap11" || binding.protocol === "soap12";
  const { action, name } = facts;
  const change = (
    operation: BindingOperationDeclaration,
  ): BindingOperationDeclaration => {
    if (operation.name !== key) return operation;
    const renamed =
      name === undefined ? operation : { ...operation, name: name.value };
    if (action === undefined || !isSoap) return renamed;
    // Only SOAP 1.1 samples show the action; for 1.2 saying it again is no repetition.
    const isShown = binding.protocol === "soap11";
    if (operation.action === action.value) {
      if (isShown) reportUnnecessary(applying, "action", action);
      return renamed;
    }
    const origin = overridden(action.span);
    return { ...renamed, action: action.value, origin };
  };
  return { ...binding, operations: binding.operations.map(change) };
}

interface RootName {
  readonly stated: Stated<string> | undefined;
  readonly applying: Applying;
}

/** Gives the root element of the operation's messages another name. */
function renameRoot(
  operations: readonly PortTypeOperation[],
  direction: "input" | "output",
  { stated, applying }: RootName,
): void {
  if (stated === undefined) return;
  const { messages } = applying.workspace;
  const fact = direction === "input" ? "requestElement" : "responseElement";
  // The first is that of SOAP: HTTP responses have the type's name at their root.
  for (const operation of operations) {
    const message = messages.get(operation[direction]?.message.key ?? "");
    const element = message?.parts[0]?.element;
    if (message?.parts.length !== 1 || element === undefined) continue;
    const step = parseStep(stated.value);
    const name = qname(
      step?.namespace ?? element.namespace,
      step?.local ?? stated.value,
    );
    if (name === element) return reportUnnecessary(applying, fact, stated);
    addElement({ from: element, name }, stated, applying);
    const origin = overridden(stated.span);
    const parts = message.parts.map((part) => ({
      ...part,
      element: name,
      origin,
    }));
    messages.set(message.name.key, { ...message, parts });
    return;
  }
  const reason = "its message is no single element";
  reportNotApplicable(applying, { fact, reason }, stated.span);
}

/** The element under its new name; under the old one it stays where other messages use it. */
function addElement(
  { from, name }: { readonly from: QName; readonly name: QName },
  { span }: Stated<string>,
  { workspace }: Applying,
): void {
  const { elements, messages } = workspace;
  const element = elements.get(from.key);
  if (element === undefined) return;
  if (!elements.has(name.key)) {
    const renamed: ElementDeclaration = {
      ...element,
      name,
      origin: overridden(span),
    };
    elements.set(name.key, renamed);
  }
  const uses = [...messages.values()].filter(({ parts }) =>
    parts.some((part) => part.element === from),
  );
  if (uses.length <= 1) elements.delete(from.key);
}

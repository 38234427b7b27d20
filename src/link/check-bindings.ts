import type { Binding, Model, Operation, PortType } from "../model/index.js";
import type { LinkContext } from "./context.js";
import { localNames } from "./dangling-names.js";

/** Reports what of bindings and port types does not fit together (WSDL 1.1 §2.5): it would be missing from the SDK. */
export function checkBindings(model: Model, context: LinkContext): void {
  for (const binding of context.bindings.values()) {
    const portType = context.portTypes.get(binding.portType.key);
    if (portType === undefined) reportPortType(binding, context);
    else reportOperations(binding, portType, context);
  }
  reportUnbound(model, context);
}

function reportPortType(
  { name, portType, origin }: Binding,
  { portTypes, dangling }: LinkContext,
): void {
  dangling.add({
    kind: "port-type",
    name: portType.local,
    user: name.local,
    span: origin.span,
    candidates: localNames(portTypes.values(), portType.namespace),
  });
}

function reportOperations(
  binding: Binding,
  { operations }: PortType,
  { dangling }: LinkContext,
): void {
  const names = new Set(operations.map(({ name }) => name));
  for (const { name, origin } of binding.operations) {
    if (names.has(name)) continue;
    dangling.add({
      kind: "operation",
      name,
      user: binding.name.local,
      span: origin.span,
      candidates: names,
    });
  }
}

/** Operations that nothing carries, beside others that something does; a port type without any binding is one finding. */
function reportUnbound({ operations }: Model, { sink }: LinkContext): void {
  if (operations.every(isUnbound)) return;
  const byPortType = new Map<string, Operation[]>();
  for (const operation of operations) {
    const { key } = operation.portType;
    const known = byPortType.get(key);
    if (known === undefined) byPortType.set(key, [operation]);
    else known.push(operation);
  }
  for (const group of byPortType.values()) {
    const [first, ...others] = group.filter(isUnbound);
    if (first === undefined) continue;
    const isAll = others.length === group.length - 1;
    const name = isAll ? first.portType.local : first.name;
    const related = others.map(({ name: message, origin: { span } }) => ({
      message,
      span,
    }));
    const kind = isAll ? "port type" : "operation";
    const { span } = first.origin;
    sink.report("link/unbound-operation", { kind, name }, { span, related });
  }
}

function isUnbound({ bindings }: Operation): boolean {
  return bindings.length === 0;
}

import type { DiagnosticSink } from "../diagnostics/index.js";
import type {
  Binding,
  BindingMessage,
  BindingOperation,
  BindingOperationDeclaration,
  Envelope,
  Fault,
  Fragment,
  Message,
  Model,
  Operation,
  Port,
  PortType,
  PortTypeOperation,
  Service,
  ServiceDeclaration,
} from "../model/index.js";
import { qname } from "../model/index.js";
import { checkBindings } from "./check-bindings.js";
import { chooseDeclaration } from "./choose-declaration.js";
import { createLinkContext, type LinkContext } from "./context.js";
import { localNames } from "./dangling-names.js";
import { linkEnvelope } from "./envelope.js";
import { joinHttpOperations } from "./http-operations.js";
import { linkSchemas, type ExternalUse } from "./schemas/index.js";

export interface LinkOptions {
  readonly sink: DiagnosticSink;
}

/** Joins fragments into one model: every reference resolved or reported, every operation once. */
export function linkFragments(
  fragments: readonly Fragment[],
  options: LinkOptions,
): Model {
  const { sink } = options;
  const schemas = linkSchemas(
    fragments.flatMap((fragment) => fragment.schemas),
    sink,
    { uses: fragments.flatMap((fragment) => fragment.messages.flatMap(uses)) },
  );
  const context = createLinkContext(fragments, schemas, sink);
  const operations = [...context.portTypes.values()].flatMap((portType) =>
    linkPortType(portType, context),
  );
  const model = {
    schemas,
    services: linkServices(context),
    operations: joinHttpOperations(operations, context),
  };
  checkBindings(model, context);
  context.dangling.report(sink);
  // What is wrong is reason enough.
  if (!sink.hasErrors) reportUncallable(model, context);
  return model;
}

/** The schema components that the parts of a message name. */
function uses(message: Message): readonly ExternalUse[] {
  return message.parts.flatMap(
    ({ element, type, origin }): readonly ExternalUse[] => {
      if (element !== undefined)
        return [{ kind: "element", name: element, span: origin.span }];
      return type?.kind === "named"
        ? [{ kind: "type", name: type.name, span: origin.span }]
        : [];
    },
  );
}

/** Says why no functions come out of the input; types and codecs still do. */
function reportUncallable(model: Model, context: LinkContext): void {
  if (model.operations.some((operation) => operation.bindings.length > 0))
    return;
  const hasComponents =
    model.schemas.types.size + model.schemas.elements.size > 0;
  if (!hasComponents && model.operations.length === 0) return;
  const [portType] = context.portTypes.values();
  const [first] = [
    ...model.schemas.types.values(),
    ...model.schemas.elements.values(),
  ];
  const reason =
    portType === undefined
      ? "the input has types, but no operations"
      : `no SOAP or HTTP binding carries the port type ${portType.name.local}`;
  const span = portType?.origin.span ?? first?.origin.span;
  context.sink.report("link/no-callable-operation", { reason }, { span });
}

/** Services of one name (declared in several documents or inferred from several pages) are one. */
function linkServices(context: LinkContext): readonly Service[] {
  const services = new Map<string, Service>();
  for (const declaration of context.services) {
    const service = linkService(declaration, context);
    const known = services.get(service.name.key);
    services.set(
      service.name.key,
      known === undefined ? service : joinPorts(known, service),
    );
  }
  return [...services.values()];
}

function joinPorts(first: Service, second: Service): Service {
  const names = new Set(first.ports.map((port) => port.name));
  return {
    ...first,
    ports: [
      ...first.ports,
      ...second.ports.filter((port) => !names.has(port.name)),
    ],
  };
}

function linkService(
  declaration: ServiceDeclaration,
  context: LinkContext,
): Service {
  const ports = declaration.ports.flatMap((port): readonly Port[] => {
    const binding = context.bindings.get(port.binding.key);
    if (binding === undefined) {
      const { bindings, dangling } = context;
      const { local, namespace } = port.binding;
      dangling.add({
        kind: "binding",
        name: local,
        user: port.name,
        span: port.origin.span,
        candidates: localNames(bindings.values(), namespace),
      });
      return [];
    }
    const { protocol, policies = [] } = binding;
    return [
      { ...port, protocol, ...(policies.length === 0 ? {} : { policies }) },
    ];
  });
  return { ...declaration, ports };
}

function linkPortType(
  portType: PortType,
  context: LinkContext,
): readonly Operation[] {
  const bindings = [...context.bindings.values()]
    .filter((binding) => binding.portType === portType.name)
    .map((binding) => ({
      binding,
      portType,
      declarations: byName(binding),
    }));
  return portType.operations.flatMap((operation): readonly Operation[] => {
    if (operation.kind !== "request-response" && operation.kind !== "one-way")
      return [];
    const { documentation, faultExamples } = operation;
    return [
      {
        name: operation.name,
        portType: portType.name,
        isOneWay: operation.kind === "one-way",
        bindings: bindings.flatMap((bound) =>
          linkBindingOperation(bound, operation, context),
        ),
        errors: operation.errors ?? [],
        origin: operation.origin,
        ...(documentation === undefined ? {} : { documentation }),
        ...(faultExamples === undefined ? {} : { faultExamples }),
      },
    ];
  });
}

/** A binding with its operations by name: port types may have thousands. */
interface NamedDeclarations {
  readonly binding: Binding;
  readonly portType: PortType;
  readonly declarations: ReadonlyMap<
    string,
    readonly BindingOperationDeclaration[]
  >;
}

function byName({ operations }: Binding): NamedDeclarations["declarations"] {
  const named = new Map<string, BindingOperationDeclaration[]>();
  for (const operation of operations) {
    const known = named.get(operation.name);
    if (known === undefined) named.set(operation.name, [operation]);
    else known.push(operation);
  }
  return named;
}

function linkBindingOperation(
  { binding, declarations, portType }: NamedDeclarations,
  operation: PortTypeOperation,
  context: LinkContext,
): readonly BindingOperation[] {
  const candidates = declarations.get(operation.name) ?? [];
  const declaration = chooseDeclaration(candidates, operation, portType);
  if (declaration === undefined) return [];
  const isHttp = /^http/.test(binding.protocol);
  const action = isHttp
    ? undefined
    : (declaration.action ?? operation.input?.action);
  const { request, response } = linkEnvelopes(
    { binding, operation, declaration },
    context,
  );
  return [
    {
      binding: binding.name,
      protocol: binding.protocol,
      request,
      faults: operation.faults.flatMap((fault) =>
        linkFault(fault, declaration, context),
      ),
      origin: declaration.origin,
      ...(action === undefined ? {} : { action }),
      ...(operation.kind === "one-way" ? {} : { response }),
    },
  ];
}

interface BoundOperation {
  readonly binding: Binding;
  readonly operation: PortTypeOperation;
  readonly declaration: BindingOperationDeclaration;
}

function linkEnvelopes(
  { binding, operation, declaration }: BoundOperation,
  context: LinkContext,
): { readonly request: Envelope; readonly response: Envelope } {
  const link = (
    direction: "request" | "response",
    bound: BindingMessage | undefined,
    use: PortTypeOperation["input"],
  ): Envelope =>
    linkEnvelope(
      {
        operationName: operation.name,
        protocol: binding.protocol,
        style: declaration.style ?? binding.style,
        declaration,
        origin: declaration.origin,
        direction,
        binding: bound,
        message: messageOf(use, context),
      },
      context,
    );
  return {
    request: link("request", declaration.input, operation.input),
    response: link("response", declaration.output, operation.output),
  };
}

function messageOf(
  use: PortTypeOperation["input"],
  context: LinkContext,
): Message | undefined {
  if (use === undefined) return undefined;
  const message = context.messages.get(use.message.key);
  if (message === undefined) {
    const { local, namespace } = use.message;
    context.dangling.add({
      kind: "message",
      name: local,
      user: "",
      span: use.origin.span,
      candidates: localNames(context.messages.values(), namespace),
    });
  }
  return message;
}

function linkFault(
  fault: PortTypeOperation["faults"][number],
  declaration: BindingOperationDeclaration,
  context: LinkContext,
): readonly Fault[] {
  const part = messageOf(fault, context)?.parts[0];
  if (part === undefined) return [];
  const bound = declaration.faults.find(
    (candidate) => candidate.name === fault.name,
  );
  const type: Fault["type"] | undefined =
    part.element === undefined
      ? part.type && { kind: "type", reference: part.type }
      : { kind: "element", name: part.element };
  if (type === undefined) return [];
  return [
    {
      name: fault.name,
      type,
      wireName: part.element ?? qname(bound?.namespace ?? "", part.name),
      isEncoded: bound?.use === "encoded",
      origin: fault.origin,
      ...(part.documentation === undefined
        ? {}
        : { documentation: part.documentation }),
    },
  ];
}

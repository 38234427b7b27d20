import type { Model, Port, Protocol, Service } from "../model/index.js";
import { qname } from "../model/index.js";
import type { PlanContext } from "./context.js";
import { documentationLines } from "./documentation.js";
import { object, text, type Expression } from "./expression.js";
import { pascalCase } from "./names/identifiers.js";
import type { OperationPlan, ServicePlan } from "./sdk-plan.js";

/** A port under the name that users choose it by, unique in the SDK. */
export interface NamedPort {
  readonly name: string;
  readonly port: Port;
}

export interface NamedService {
  readonly service: Service;
  readonly ports: readonly NamedPort[];
}

/** Services with unique port names; bindings that no service offers make a service without addresses. */
export function nameServices(
  model: Model,
  fallbackName: string,
): readonly NamedService[] {
  const taken = new Set<string>();
  return [...model.services, ...unofferedBindings(model, fallbackName)]
    .filter((service) => service.ports.length > 0)
    .map((service) => ({
      service,
      ports: service.ports.map((port) => {
        const candidates = [port.name, `${service.name.local}.${port.name}`];
        let name = candidates.find((candidate) => !taken.has(candidate));
        for (let suffix = 2; name === undefined; suffix++) {
          if (!taken.has(`${port.name}${suffix}`))
            name = `${port.name}${suffix}`;
        }
        taken.add(name);
        return { name, port };
      }),
    }));
}

function unofferedBindings(
  model: Model,
  fallbackName: string,
): readonly Service[] {
  const offered = new Set(
    model.services.flatMap((service) =>
      service.ports.map((port) => port.binding.key),
    ),
  );
  const ports = new Map<string, Port>();
  for (const operation of model.operations) {
    for (const { binding, protocol, origin } of operation.bindings) {
      if (offered.has(binding.key) || ports.has(binding.key)) continue;
      ports.set(binding.key, {
        name: binding.local,
        binding,
        protocol,
        origin: { ...origin, how: "assumed" },
      });
    }
  }
  const [first] = ports.values();
  if (first === undefined) return [];
  return [
    {
      name: qname(first.binding.namespace, fallbackName),
      ports: [...ports.values()],
      origin: first.origin,
    },
  ];
}

/** Preferred when the caller chooses no port. */
const protocolOrder: readonly Protocol[] = [
  "soap11",
  "soap12",
  "http-post",
  "http-get",
];

export function planService(
  { service, ports }: NamedService,
  operations: readonly {
    readonly plan: OperationPlan;
    readonly portNames: ReadonlySet<string>;
  }[],
  context: PlanContext,
): ServicePlan {
  const { name } = service;
  const stem = pascalCase(name.local);
  const give = (role: string, wanted: string): string =>
    context.names.give(`service:${name.key}:${role}`, wanted);
  return {
    name: name.local,
    constantName: give(
      "constant",
      `${stem.charAt(0).toLowerCase()}${stem.slice(1)}Service`,
    ),
    createName: serviceCreateName(service, context),
    bindName: give("bind", `bind${stem}`),
    mockName: give("mock", `create${stem}Mock`),
    doc: documentationLines({
      documentation: service.documentation,
      remarks: [
        ...policyRemarks(service),
        ...(context.streamsBinary ? [STREAMS_REMARK] : []),
      ],
      origin: service.origin,
      name,
    }),
    descriptor: serviceDescriptor(service, ports),
    portNames: ports.map((port) => port.name),
    needsEndpoint: ports.some(({ port }) => port.address === undefined),
    operations: operations
      .filter(({ portNames }) => ports.some((port) => portNames.has(port.name)))
      .map(({ plan }) => plan.functionName),
  };
}

function serviceDescriptor(
  service: Service,
  ports: readonly NamedPort[],
): Expression {
  const [preferred] = [...ports].sort(
    (first, second) =>
      protocolOrder.indexOf(first.port.protocol) -
      protocolOrder.indexOf(second.port.protocol),
  );
  return object({
    name: text(service.name.local),
    ports: {
      kind: "object",
      entries: ports.map(({ name, port }) => ({
        key: name,
        value: object({
          protocol: text(port.protocol),
          address: port.address === undefined ? undefined : text(port.address),
        }),
      })),
    },
    defaultPort: text(preferred?.name ?? ""),
  });
}

export function serviceCreateName(
  service: Service,
  context: PlanContext,
): string {
  return context.names.give(
    `service:${service.name.key}:create`,
    `create${pascalCase(service.name.local)}Client`,
  );
}

const STREAMS_REMARK =
  "Binary values are streamed, which takes `packaging: mtom()`, or `packaging: swa()` for attachments.";

/** What policies ask for, as the option that answers it. */
const policyOptions: ReadonlyMap<string, string> = new Map([
  ["usernameToken", "`security: usernameToken({ username, password })`"],
  ["timestamp", "`security: timestamp()`"],
  ["addressing", "`security: addressing()`"],
  ["mtom", "`packaging: mtom()`"],
  [
    "x509",
    "`security: x509Signature({ privateKey, certificate })` of `soapstone/x509`",
  ],
  ["transport", "an https endpoint"],
]);

function policyRemarks({ ports }: Service): readonly string[] {
  const asked = new Set(ports.flatMap(({ policies = [] }) => policies));
  const options = [...asked].flatMap(
    (policy) => policyOptions.get(policy) ?? [],
  );
  return options.length === 0
    ? []
    : [`Its policy asks for ${options.join(", ")}.`];
}

import { nearest } from "../../diagnostics/index.js";
import type { PortDeclaration } from "../../model/index.js";
import {
  isSaid,
  overridden,
  reportUnnecessary,
  type Applying,
} from "./applying.js";
import type {
  OverrideEntry,
  ServiceFacts,
  Stated,
} from "./overrides-document.js";
import { withDocumentation } from "./value-facts.js";

/** Applies what an overrides file says of the service and its ports. */
export function applyService(
  { facts, span }: OverrideEntry<ServiceFacts>,
  applying: Applying,
): void {
  const { workspace, sink } = applying;
  const services = workspace.fragments.flatMap((fragment) => fragment.services);
  if (services.length === 0) {
    sink.report(
      "overrides/no-match",
      { path: "service", suggestion: "" },
      { span },
    );
    return;
  }
  reportUnknownPorts(facts, applying);
  const endpoints = new Map(
    (facts.ports ?? []).map(({ key, facts: port }) => [key, port.endpoint]),
  );
  const ports = services.flatMap((service) => service.ports);
  const { endpoint } = facts;
  const isOld =
    endpoint !== undefined &&
    ports.length > 0 &&
    ports.every((port) => hasAddress(port, endpoint));
  if (isOld) reportUnnecessary(applying, "endpoint", endpoint);
  workspace.fragments = workspace.fragments.map((fragment) => ({
    ...fragment,
    services: fragment.services.map((service) => ({
      ...withDocumentation(service, facts, applying),
      ports: service.ports.map((port) => {
        const own = endpoints.get(port.name);
        if (own !== undefined && hasAddress(port, own))
          reportUnnecessary(applying, `the endpoint of ${port.name}`, own);
        return withAddress(port, own ?? endpoint);
      }),
    })),
  }));
}

function hasAddress(
  { address, origin }: PortDeclaration,
  { value }: Stated<string>,
): boolean {
  return address === value && isSaid(origin);
}

function withAddress(
  port: PortDeclaration,
  endpoint: Stated<string> | undefined,
): PortDeclaration {
  if (endpoint === undefined || hasAddress(port, endpoint)) return port;
  return {
    ...port,
    address: endpoint.value,
    origin: overridden(endpoint.span),
  };
}

function reportUnknownPorts(
  { ports = [] }: ServiceFacts,
  { workspace, sink }: Applying,
): void {
  const names = workspace.fragments.flatMap(({ services }) =>
    services.flatMap((service) => service.ports.map(({ name }) => name)),
  );
  for (const { key, span } of ports) {
    if (names.includes(key)) continue;
    const near = nearest(key, names);
    const suggestion = near === undefined ? "" : `; did you mean "${near}"?`;
    const parameters = { path: `service/ports/${key}`, suggestion };
    sink.report("overrides/no-match", parameters, { span });
  }
}

import type { PortDescriptor, ServiceDescriptor } from "../descriptor.js";
import type { ClientOptions } from "./client-options.js";

/** Settings of calls to one port. It holds nothing else: operations are functions that take it. */
export interface Client {
  readonly service: ServiceDescriptor;
  /** Name of the port in use. */
  readonly port: string;
  readonly protocol: PortDescriptor["protocol"];
  readonly endpoint: string;
  readonly options: ClientOptions;
}

/** Throws `TypeError` where the options do not say where to send calls. */
export function createClient(
  service: ServiceDescriptor,
  options: ClientOptions = {},
): Client {
  const port = choosePort(service, options);
  const descriptor = Object.hasOwn(service.ports, port)
    ? service.ports[port]
    : undefined;
  if (descriptor === undefined) {
    const names = Object.keys(service.ports).join(", ");
    throw new TypeError(
      `port: ${service.name} has no port "${port}"; it has ${names}`,
    );
  }
  const endpoint = options.endpoint ?? descriptor.address;
  if (endpoint === undefined || endpoint === "") {
    throw new TypeError(
      `endpoint: the description of ${service.name} does not say where it is; give createClient an endpoint`,
    );
  }
  const { protocol } = descriptor;
  return { service, port, protocol, endpoint, options };
}

function choosePort(
  service: ServiceDescriptor,
  options: ClientOptions,
): string {
  const { port, protocol } = options;
  if (port !== undefined) return port;
  if (protocol === undefined) return service.defaultPort;
  const found = Object.entries(service.ports).find(
    ([, descriptor]) => descriptor.protocol === protocol,
  );
  if (found !== undefined) return found[0];
  throw new TypeError(`protocol: ${service.name} has no port for ${protocol}`);
}

import type { OperationPlan, SdkPlan } from "../plan/index.js";
import type {
  OperationDescriptor,
  PortDescriptor,
} from "../runtime/descriptor.js";
import {
  encodeFault,
  encodeRequest,
  encodeResponse,
  type Exchange,
  type FaultInput,
} from "../runtime/index.js";
import { indentXml } from "./indent-xml.js";
import { materialize, type MaterializedSdk } from "./materialize.js";

export interface FixtureXml {
  /** Relative to the SDK's folder. */
  readonly path: string;
  readonly text: string;
}

/** The messages of the fixtures as XML, written by the same codec that sends them. */
export function renderFixtureXml(plan: SdkPlan): readonly FixtureXml[] {
  const sdk = materialize(plan);
  const ports = new Map(
    [...sdk.services.values()].flatMap((service) =>
      Object.entries(service.ports),
    ),
  );
  return plan.operations.flatMap((operation) =>
    fixturesOf(operation, sdk, ports),
  );
}

function fixturesOf(
  operation: OperationPlan,
  sdk: MaterializedSdk,
  ports: ReadonlyMap<string, PortDescriptor>,
): readonly FixtureXml[] {
  const descriptor = sdk.operations.get(operation.functionName);
  const exchange =
    descriptor === undefined ? undefined : soapExchange(descriptor, ports);
  if (exchange === undefined) return [];
  const { request, response, fault } = operation.fixture;
  const file = (role: string, text: string): FixtureXml => ({
    path: `fixtures/${operation.fileName}.${role}.xml`,
    text: `${indentXml(text)}\n`,
  });
  const files: FixtureXml[] = [];
  const sent = encodeRequest(
    exchange,
    request === undefined ? undefined : sdk.value(request),
  ).body;
  if (sent !== undefined) files.push(file("request", sent));
  if (exchange.binding.response !== undefined) {
    files.push(
      file(
        "response",
        encodeResponse(
          exchange,
          response === undefined ? undefined : sdk.value(response),
        ).body,
      ),
    );
  }
  // The plan's fault is what the fixture module exports as `FaultInput`.
  if (fault !== undefined)
    files.push(
      file("fault", encodeFault(exchange, sdk.value(fault) as FaultInput).body),
    );
  return files;
}

/** The first binding that sends XML. */
function soapExchange(
  operation: OperationDescriptor,
  ports: ReadonlyMap<string, PortDescriptor>,
): Exchange | undefined {
  for (const binding of operation.bindings) {
    for (const port of binding.ports) {
      const protocol = ports.get(port)?.protocol;
      if (protocol === "soap11" || protocol === "soap12")
        return { operation, binding, protocol };
    }
  }
  return undefined;
}

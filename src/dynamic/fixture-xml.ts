import type {
  Expression,
  FixturePlan,
  OperationPlan,
  SdkPlan,
} from "../plan/index.js";
import type {
  OperationDescriptor,
  PortDescriptor,
} from "../runtime/descriptor.js";
import {
  encodeFault,
  encodeRequest,
  encodeResponse,
  isSoapError,
  type Exchange,
  type FaultInput,
  type HeaderValues,
} from "../runtime/index.js";
import { indentXml } from "./indent-xml.js";
import { materialize, type MaterializedSdk } from "./materialize.js";

export interface FixtureXml {
  /** Relative to the SDK's folder. */
  readonly path: string;
  readonly text: string;
}

/** A fixture that its own schema refuses: no value was found that satisfies it. */
export interface FixtureFailure {
  readonly operation: string;
  readonly role: FixtureRole;
  readonly reason: string;
}

export type FixtureRole = "request" | "response" | "fault";

export interface WrittenFixtures {
  /** The plan, without the fixtures that failed. */
  readonly plan: SdkPlan;
  readonly files: readonly FixtureXml[];
  readonly failures: readonly FixtureFailure[];
}

/** Writes the messages of the fixtures as XML, by the same codec that sends them. */
export function writeFixtures(plan: SdkPlan): WrittenFixtures {
  const sdk = materialize(plan);
  const services = [...sdk.services.values()];
  const ports = new Map(
    services.flatMap((service) => Object.entries(service.ports)),
  );
  const files: FixtureXml[] = [];
  const failures: FixtureFailure[] = [];
  const operations = plan.operations.map((operation) => {
    const descriptor = sdk.operations.get(operation.functionName);
    const exchange =
      descriptor === undefined ? undefined : soapExchange(descriptor, ports);
    if (exchange === undefined) return operation;
    const fixture: OpenFixture = { ...operation.fixture };
    for (const role of ["request", "response", "fault"] as const) {
      const written = writeFixture(
        role,
        { ...operation, fixture },
        { exchange, sdk },
      );
      if (written.text !== undefined)
        files.push({
          path: `fixtures/${operation.fileName}.${role}.xml`,
          text: written.text,
        });
      if (written.reason === undefined) continue;
      failures.push({
        operation: operation.name,
        role,
        reason: written.reason,
      });
      delete fixture[role];
      if (role !== "fault") delete fixture[`${role}Headers`];
    }
    return { ...operation, fixture };
  });
  return { plan: { ...plan, operations }, files, failures };
}

type OpenFixture = {
  -readonly [Key in keyof FixturePlan]: FixturePlan[Key];
};

interface Writing {
  readonly exchange: Exchange;
  readonly sdk: MaterializedSdk;
}

function writeFixture(
  role: FixtureRole,
  { fixture }: OperationPlan,
  writing: Writing,
): { readonly text?: string; readonly reason?: string } {
  try {
    const xml = encodeFixture(role, fixture, writing);
    return xml === undefined ? {} : { text: `${indentXml(xml)}\n` };
  } catch (error) {
    if (!isSoapError(error)) throw error;
    return { reason: error.message };
  }
}

/** Undefined where the message is not XML, or there is none. */
function encodeFixture(
  role: FixtureRole,
  fixture: FixturePlan,
  { exchange, sdk }: Writing,
): string | undefined {
  const valueOf = (expression: Expression | undefined): unknown =>
    expression === undefined ? undefined : sdk.value(expression);
  const value = valueOf(fixture[role]);
  // The plan's header blocks are an object of one property each.
  const headers = (expression: Expression | undefined): HeaderValues => ({
    values: { ...(valueOf(expression) as HeaderValues["values"]) },
  });
  if (role === "request")
    return encodeRequest(exchange, value, headers(fixture.requestHeaders)).body;
  if (role === "response") {
    return exchange.binding.response === undefined
      ? undefined
      : encodeResponse(exchange, value, headers(fixture.responseHeaders)).body;
  }
  // The plan's fault is what the fixture module exports as `FaultInput`.
  return value === undefined
    ? undefined
    : encodeFault(exchange, value as FaultInput).body;
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

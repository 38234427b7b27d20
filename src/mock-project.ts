import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Project } from "./config/index.js";
import { createSink, type Diagnostic } from "./diagnostics/index.js";
import { materialize } from "./dynamic/index.js";
import { exportWsdl } from "./export/index.js";
import { matchNames } from "./link/index.js";
import type { Model } from "./model/index.js";
import {
  fixtureHandler,
  pathOf,
  startMockServer,
  type HandlerOptions,
  type MockAnswer,
  type MockedService,
  type MockServer,
  type OwnAnswer,
} from "./mock/index.js";
import { projectSdks } from "./project-sdks.js";
import type { ReadSdk } from "./read-sdk.js";
import { readJson, type SourceText } from "./source/index.js";

export interface MockOptions {
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  /** Folder with answers of the user's own: `OPERATION.json`, the value, or `OPERATION.xml`, an envelope. */
  readonly answers?: string;
  /** Names of operations that answer with a fault; `*` is any characters. */
  readonly faults?: readonly string[];
  readonly onAnswer?: (answer: MockAnswer) => void;
}

export interface MockReport {
  /** Absent when something was wrong. */
  readonly server?: MockServer;
  /** Path of each service on the server, by name. */
  readonly services: readonly {
    readonly name: string;
    readonly path: string;
  }[];
  readonly operations: number;
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: readonly SourceText[];
}

/** Plays the services of a project on a real HTTP server: answers come from fixtures, requests are read strictly. */
export async function mockProject(
  project: Project,
  options: MockOptions,
): Promise<MockReport> {
  const { services: read, diagnostics, sources } = await projectSdks(project);
  const services = read.flatMap((each) => mockServices(each, options));
  const sink = createSink(project.severities);
  const isReady = read.every(({ planned }) => planned !== undefined);
  const server = isReady ? await listen(services, options, sink) : undefined;
  return {
    ...(server !== undefined && { server }),
    services: services.map(({ service }) => ({
      name: service.name,
      path: pathOf(Object.values(service.ports)[0]?.address ?? ""),
    })),
    operations: services.reduce((sum, each) => sum + each.handlers.length, 0),
    diagnostics: [...diagnostics, ...sink.diagnostics],
    sources,
  };
}

async function listen(
  services: readonly MockedService[],
  { host, port, onAnswer }: MockOptions,
  sink: ReturnType<typeof createSink>,
): Promise<MockServer | undefined> {
  const answered = onAnswer === undefined ? {} : { onAnswer };
  try {
    return await startMockServer({ host, port, services, ...answered });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    sink.report("mock/cannot-listen", { address: `${host}:${port}`, reason });
    return undefined;
  }
}

function mockServices(
  { model, planned }: ReadSdk,
  options: MockOptions,
): readonly MockedService[] {
  if (planned === undefined) return [];
  const { plan, sdk } = planned;
  const built = materialize(plan);
  const { faults = [] } = options;
  const handlerOptions: HandlerOptions = {
    sdk,
    isFaulty: faults.length === 0 ? () => false : matchNames(faults),
    ownAnswer: (name) => ownAnswer(options.answers, name),
  };
  const handlers = plan.operations.flatMap((operation) => {
    const descriptor = built.operations.get(operation.functionName);
    if (descriptor === undefined) return [];
    const { name, functionName, fixture } = operation;
    const { response, fault } = fixture;
    const mocked = {
      name,
      functionName,
      descriptor,
      response: response === undefined ? undefined : built.value(response),
      // The plan's fault is what the fixture module exports as `FaultInput`.
      fault: (fault === undefined
        ? undefined
        : built.value(fault)) as MockedFault,
    };
    return [fixtureHandler(mocked, handlerOptions)];
  });
  return [...built.services.values()].map((service) => ({
    service,
    handlers: handlers.filter(({ operation }) =>
      operation.bindings.some(({ ports }) =>
        ports.some((port) => Object.hasOwn(service.ports, port)),
      ),
    ),
    wsdl: (origin) => exportWsdl(relocate(model, origin)),
  }));
}

type MockedFault = Parameters<typeof fixtureHandler>[0]["fault"];

/** The same model, with all its ports on another server. */
function relocate(model: Model, origin: string): Model {
  const services = model.services.map((service) => ({
    ...service,
    ports: service.ports.map((port) => ({
      ...port,
      address: `${origin}${pathOf(port.address ?? "")}`,
    })),
  }));
  return { ...model, services };
}

/** What the user's folder has for an operation. Its name comes from a spec: it is no path. */
function ownAnswer(
  folder: string | undefined,
  operation: string,
): OwnAnswer | undefined {
  if (folder === undefined || !/^[\w.-]+$/.test(operation)) return undefined;
  const xml = join(folder, `${operation}.xml`);
  if (existsSync(xml))
    return { kind: "xml", content: readFileSync(xml, "utf8") };
  const json = join(folder, `${operation}.json`);
  if (!existsSync(json)) return undefined;
  const result = readJson(readFileSync(json, "utf8"), { keepsDigits: true });
  if (result.kind === "value")
    return { kind: "json", content: result.reading.value };
  throw new Error(`${operation}.json is not JSON: ${result.reason}`);
}

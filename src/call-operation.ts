import type { Project } from "./config/index.js";
import {
  createSink,
  type Diagnostic,
  type DiagnosticSink,
} from "./diagnostics/index.js";
import {
  findOperation,
  projectSdks,
  type FoundOperation,
} from "./project-sdks.js";
import { reportCallError } from "./report-call-error.js";
import {
  type SourceText,
  createSourceText,
  readJson,
  spanAt,
} from "./source/index.js";
import {
  lenient,
  type ClientOptions,
  type LenientRule,
  type WireRequest,
} from "./dynamic/index.js";

export interface CallRequest {
  readonly operation: string;
  /** The input as JSON, and where it came from; none for an operation that takes nothing. */
  readonly data?: { readonly path: string; readonly text: string };
  /** Only say what would be sent. */
  readonly isDryRun?: boolean;
  readonly client: Pick<
    ClientOptions,
    "endpoint" | "port" | "timeout" | "fetch"
  > & {
    readonly headers?: Readonly<Record<string, string>>;
    /** What decoding may overlook. */
    readonly lenient?: readonly LenientRule[];
  };
}

export interface CallReport {
  /** The answer's value, as JSON can say it; `undefined` also where a one-way operation has none. */
  readonly value?: unknown;
  /** What would have been sent, for a dry run. */
  readonly request?: WireRequest;
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: readonly SourceText[];
}

/** Calls an operation of a project's services without generated code. */
export async function callOperation(
  project: Project,
  request: CallRequest,
): Promise<CallReport> {
  const { services, diagnostics, sources } = await projectSdks(project);
  const sink = createSink(project.severities);
  const data = readData(request.data, sink);
  const report = (rest: Partial<CallReport> = {}): CallReport => ({
    ...rest,
    diagnostics: [...diagnostics, ...sink.diagnostics],
    sources: [...sources, ...data.sources],
  });
  const isReady = services.every(({ planned }) => planned !== undefined);
  if (!isReady || sink.hasErrors) return report();
  const found = findOperation(request.operation, services, sink);
  if (found === undefined) return report();
  try {
    return report(await send(found, { project, request, data, sink }));
  } catch (error) {
    reportCallError(error, endpointOf(found, request), sink);
    return report();
  }
}

interface Sending {
  readonly project: Project;
  readonly request: CallRequest;
  readonly data: { readonly value: unknown };
  readonly sink: DiagnosticSink;
}

async function send(
  { sdk, operation }: FoundOperation,
  { project, request, data, sink }: Sending,
): Promise<Partial<CallReport>> {
  const { functionName } = operation;
  const { isDryRun } = request;
  const { lenient: rules = [], ...client } = request.client;
  const port = client.port === undefined ? {} : { port: client.port };
  const input = sdk.fromJson(functionName, data.value, port);
  const endpoint = endpointOf({ sdk, operation }, request);
  const wire = sdk.encodeRequest(functionName, input, port);
  if (isDryRun === true && endpoint === "") return { request: wire };
  if (isDryRun === true) {
    const call: DryCall = (hooks) =>
      sdk.call(functionName, input, { ...client, endpoint, hooks });
    return { request: await outgoing(wire, call) };
  }
  if (project.isOffline && !isLoopback(endpoint)) {
    sink.report("load/offline", { url: endpoint });
    return {};
  }
  const options = { ...client, lenient: lenient(...rules) };
  const value = await sdk.call(functionName, input, options);
  return {
    value: sdk.toJson(functionName, value, { ...port, direction: "response" }),
  };
}

type DryCall = (hooks: NonNullable<ClientOptions["hooks"]>) => Promise<unknown>;

/** A request with the address and the headers that it would be sent with; the call ends before it is. */
async function outgoing(
  wire: WireRequest,
  call: DryCall,
): Promise<WireRequest> {
  const caught: WireRequest[] = [];
  try {
    await call({
      onRequest: ({ url, headers }) => {
        caught.push({ ...wire, location: url, headers });
        throw new Error("not sent");
      },
    });
  } catch (error) {
    if (caught.length === 0) throw error;
  }
  return caught[0] ?? wire;
}

function readData(
  data: CallRequest["data"],
  sink: DiagnosticSink,
): { readonly value: unknown; readonly sources: readonly SourceText[] } {
  if (data === undefined) return { value: undefined, sources: [] };
  const source = createSourceText(data.path, data.text);
  const sources = [source];
  const result = readJson(data.text, { keepsDigits: true });
  if (result.kind === "value") return { value: result.reading.value, sources };
  const { reason, offset } = result;
  const span = spanAt(source, offset);
  sink.report("call/bad-data", { reason }, { span });
  return { value: undefined, sources };
}

/** The address that a call goes to; '' where nothing says. */
function endpointOf(
  { sdk, operation }: FoundOperation,
  { client }: CallRequest,
): string {
  const [first = ""] = operation.ports;
  return client.endpoint ?? sdk.addresses.get(client.port ?? first) ?? "";
}

function isLoopback(url: string): boolean {
  if (!URL.canParse(url)) return true;
  return /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(new URL(url).hostname);
}

import {
  callOperation,
  createSink,
  type CallReport,
  type CallRequest,
  type DiagnosticSink,
} from "../../index.js";
import type { CommandCall } from "../command.js";
import { exitCodeOf } from "../exit-code.js";
import { flagList, flagText } from "../flag-values.js";
import { openProject } from "../open-project.js";
import { printDiagnostics } from "../print-diagnostics.js";
import { readGivenFile } from "../read-given-file.js";
import type { Terminal } from "../terminal.js";
import { UsageProblem } from "../usage-problem.js";

/** `soapstone call OPERATION`: sends a request made of JSON, and prints the answer as JSON. */
export async function run(call: CommandCall): Promise<number> {
  const [operation, ...others] = call.inputs;
  if (operation === undefined || others.length > 0)
    throw new UsageProblem("name one operation", "call");
  const { flags, switches, terminal } = call;
  const client = clientOptions(call);
  const inputs = flagList(flags, "spec");
  const opened = await openProject("call", { ...call, inputs });
  if (opened.kind === "failed") return opened.exitCode;
  const { format, isVerbose } = opened.project;
  const sink = createSink();
  const data = readData(call, sink);
  const isDryRun = switches.has("dry-run");
  const report = sink.hasErrors
    ? { diagnostics: sink.diagnostics, sources: [] }
    : await callOperation(opened.project, {
        operation,
        isDryRun,
        ...data,
        client,
      });
  const { diagnostics, sources } = report;
  printDiagnostics(
    { diagnostics, sources, format, isVerbose, hasOwnResult: true },
    terminal,
  );
  printResult(report, terminal);
  return exitCodeOf(diagnostics);
}

function printResult({ request, value }: CallReport, terminal: Terminal): void {
  if (request !== undefined) {
    const { method, location, headers, body = "" } = request;
    const lines = Object.entries(headers).map((pair) => pair.join(": "));
    terminal.out(
      [`${method} ${location}`.trim(), ...lines, "", body, ""].join("\n"),
    );
  }
  if (value !== undefined) terminal.out(`${JSON.stringify(value, null, 2)}\n`);
}

/** `--data` is JSON, a file after `@`, or stdin. */
function readData(
  call: CommandCall,
  sink: DiagnosticSink,
): Pick<CallRequest, "data"> {
  const given = flagText(call.flags, "data");
  if (given === undefined) return {};
  if (given !== "-" && !given.startsWith("@"))
    return { data: { path: "--data", text: given } };
  const path = given.replace(/^@/, "");
  const bytes = readGivenFile(path, call, sink);
  if (bytes === undefined) return {};
  const text = bytes.toString("utf8");
  return { data: { path: path === "-" ? "stdin" : path, text } };
}

function clientOptions({ flags }: CommandCall): CallRequest["client"] {
  const endpoint = flagText(flags, "endpoint");
  const port = flagText(flags, "port");
  const timeout = flagText(flags, "timeout");
  const headers = flagList(flags, "header").map(parseHeader);
  return {
    ...(endpoint !== undefined && { endpoint: checkUrl(endpoint) }),
    ...(port !== undefined && { port }),
    ...(timeout !== undefined && { timeout: milliseconds(timeout) }),
    headers: Object.fromEntries(headers),
    lenient: flagList(flags, "lenient").map(checkRule),
  };
}

function parseHeader(text: string): readonly [string, string] {
  const found = /^([!#$%&'*+.^`|~\w-]+):[ \t]*([^\r\n]*)$/.exec(text);
  if (found === null)
    throw new UsageProblem(
      `--header must be 'NAME: VALUE', not "${text.split(":")[0] ?? ""}"`,
      "call",
    );
  return [found[1] ?? "", found[2] ?? ""];
}

function checkUrl(url: string): string {
  if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) return url;
  throw new UsageProblem("--endpoint must be an http: or https: URL", "call");
}

function milliseconds(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new UsageProblem("--timeout must be a number of milliseconds", "call");
}

type LenientRule = NonNullable<CallRequest["client"]["lenient"]>[number];

function checkRule(name: string): LenientRule {
  const rule = LENIENT_RULES.find((each) => each === name);
  if (rule !== undefined) return rule;
  const known = LENIENT_RULES.join(", ");
  throw new UsageProblem(
    `--lenient has no rule "${name}"; it has ${known}`,
    "call",
  );
}

/** All of them: the compiler asks for each. */
const EACH_RULE: Readonly<Record<LenientRule, true>> = {
  "unknown-elements": true,
  "unknown-attributes": true,
  missing: true,
  order: true,
  repeated: true,
  namespaces: true,
  nil: true,
  types: true,
  numbers: true,
  facets: true,
  identity: true,
};

// The keys of the record above, which are what its type says.
const LENIENT_RULES = Object.keys(EACH_RULE) as readonly LenientRule[];

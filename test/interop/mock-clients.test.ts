import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { createClientAsync } from "soap";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  createSink,
  listFixtures,
  mockProject,
  resolveProject,
  type ListedFixture,
  type MockReport,
} from "../../src/index.js";
import { root } from "../support/infer-files.js";

const run = promisify(execFile);

/** Calls an operation on the first port of a SOAP version, and prints the answer as JSON. */
const zeepScript = `
import base64, datetime, decimal, json, sys, zeep
from zeep.helpers import serialize_object

def plain(value):
    if isinstance(value, dict):
        return {name: plain(each) for name, each in value.items() if each is not None}
    if isinstance(value, list):
        return [plain(each) for each in value]
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat().replace("+00:00", "Z")
    return str(value) if isinstance(value, decimal.Decimal) else value

address, version, style, operation, data = sys.argv[1:]
client = zeep.Client(address)
kinds = {"1.1": "Soap11Binding", "1.2": "Soap12Binding"}
for service in client.wsdl.services.values():
    for port in service.ports.values():
        if type(port.binding).__name__ == kinds[version] and operation in port.binding._operations:
            proxy = client.bind(service.name, port.name)
            answer = getattr(proxy, operation)(**json.loads(data))
            print(json.dumps(plain(serialize_object(answer, dict))))
            sys.exit(0)
sys.exit("no port has " + operation)
`;

const phpScript = `
[, $address, $version, $style, $operation, $data] = $argv;
$client = new SoapClient($address, [
  "cache_wsdl" => WSDL_CACHE_NONE,
  "soap_version" => $version === "1.2" ? SOAP_1_2 : SOAP_1_1,
]);
$input = json_decode($data, true);
$answer = $client->__soapCall($operation, $style === "rpc" ? array_values($input) : [$input]);
function plain($value) {
  if (is_object($value)) $value = (array) $value;
  if (is_array($value)) return array_map("plain", $value);
  return is_string($value) && preg_match('/[\\x00-\\x08]/', $value) ? base64_encode($value) : $value;
}
echo json_encode(plain($answer)), "\\n";
`;

/** A service, played by a mock server of its own. */
interface Played {
  readonly mock: MockReport;
  readonly fixtures: readonly ListedFixture[];
  readonly address: string;
}

async function play(name: string): Promise<Played> {
  const inputs = [join(root, "specs", name)];
  const request = { cwd: root, inputs, flags: {}, environment: {} };
  const project = await resolveProject(request, createSink());
  const mock = await mockProject(project, { host: "127.0.0.1", port: 0 });
  const { fixtures } = await listFixtures(project);
  return { mock, fixtures, address: `${mock.server?.origin}/?wsdl` };
}

const played = new Map<string, Played>();
beforeAll(async () => {
  for (const name of ["library", "orders", "customers"])
    played.set(name, await play(name));
});
afterAll(async () => {
  for (const { mock } of played.values()) await mock.server?.close();
});

function find(service: string): Played {
  const found = played.get(service);
  if (found === undefined) throw new Error(`${service} is not played`);
  return found;
}

const callers = [
  {
    name: "zeep",
    program: "/usr/bin/python3",
    script: ["-c", zeepScript],
  },
  { name: "PHP's SoapClient", program: "php", script: ["-r", phpScript] },
];

/** Texts of all leaves, sorted: clients nest answers in their own ways. */
function leaves(value: unknown): readonly string[] {
  if (value === null) return [];
  if (typeof value !== "object") return [String(value)];
  return Object.values(value).flatMap(leaves).toSorted();
}

function fixture(
  service: string,
  operation: string,
  role: ListedFixture["role"],
): unknown {
  return find(service).fixtures.find(
    (each) => each.operation === operation && each.role === role,
  )?.json;
}

describe.each(callers)("$name", ({ program, script }) => {
  it.each([
    ["library", "find", "rpc", "1.1"],
    ["library", "lend", "rpc", "1.1"],
    ["orders", "FindOrders", "document", "1.1"],
    ["orders", "FindOrders", "document", "1.2"],
    ["customers", "UpdateCustomerAccountOrder", "document", "1.1"],
    ["customers", "UpdateCustomerAccountOrder", "document", "1.2"],
  ])(
    "calls %s: %s (%s) over SOAP %s and accepts the answer",
    async (service, operation, style, version) => {
      const { address } = find(service);
      const input = JSON.stringify(fixture(service, operation, "request"));
      const args = [...script, address, version, style, operation, input];
      const answer: unknown = JSON.parse((await run(program, args)).stdout);
      const expected = fixture(service, operation, "response");
      expect(leaves(answer)).toEqual(leaves(expected));
    },
  );
});

describe("node-soap", () => {
  it("calls an operation and accepts the answer", async () => {
    const client = await createClientAsync(find("library").address);
    const [answer]: unknown[] = await client["findAsync"](
      fixture("library", "find", "request"),
    );
    const expected = fixture("library", "find", "response");
    expect(leaves(answer)).toEqual(leaves(expected));
  });
});

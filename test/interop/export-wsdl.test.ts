import { execFile } from "node:child_process";
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exportWsdl } from "../../src/export/index.js";
import { root, readFiles, shared } from "../support/infer-files.js";

const run = promisify(execFile);

/** Prints the operations of all ports; `zeep` loads lazily, so signatures are asked for. */
const zeepScript = `
import sys, zeep
from zeep.transports import Transport

# zeep asks the network for the schema of SOAP encoding, whose arrays it needs to know.
encoding = "http://schemas.xmlsoap.org/soap/encoding/"
arrays = f"""<schema xmlns="http://www.w3.org/2001/XMLSchema" xmlns:t="{encoding}" targetNamespace="{encoding}">
<attribute name="arrayType" type="string"/>
<complexType name="Array"><sequence><any namespace="##any" minOccurs="0" maxOccurs="unbounded" processContents="lax"/></sequence>
<attribute ref="t:arrayType"/></complexType></schema>"""

class Offline(Transport):
    def load(self, url):
        return arrays.encode() if url == encoding else super().load(url)

client = zeep.Client(sys.argv[1], transport=Offline())
names = set()
for service in client.wsdl.services.values():
    for port in service.ports.values():
        for operation in port.binding._operations.values():
            str(operation)
            names.add(operation.name)
print("\\n".join(sorted(names)))
`;

const phpScript = `
$client = new SoapClient($argv[1], ["cache_wsdl" => WSDL_CACHE_NONE]);
$client->__getTypes();
foreach ($client->__getFunctions() as $function) {
  // Several results stand before the name, in parentheses.
  preg_match('/ (\\w+)\\([^()]*\\)$/u', $function, $match);
  $names[$match[1]] = 1;
}
ksort($names);
echo implode("\\n", array_keys($names)), "\\n";
`;

interface Tool {
  readonly name: string;
  readonly packages: string;
  /** Standard output; rejects when the tool does. */
  load(wsdl: string): Promise<string>;
}

const tools: readonly Tool[] = [
  {
    name: "zeep",
    packages: "python3-zeep",
    load: async (wsdl) =>
      (await run("/usr/bin/python3", ["-c", zeepScript, wsdl])).stdout,
  },
  {
    name: "PHP's SoapClient",
    packages: "php-cli php-soap",
    load: async (wsdl) => (await run("php", ["-r", phpScript, wsdl])).stdout,
  },
  {
    name: "gSOAP's wsdl2h",
    packages: "gsoap",
    // It only warns of what it cannot find.
    load: async (wsdl) => {
      const { stderr } = await run("wsdl2h", ["-o", "/dev/null", wsdl]);
      const problems = stderr.match(/.*(?:could not find|[Ee]rror).*/g) ?? [];
      if (problems.length > 0) throw new Error(problems.join("\n"));
      return stderr;
    },
  },
];

/** Each service: its name and the pages it is known by. */
const services: readonly (readonly [string, readonly string[]])[] = [
  ...["customers", "account-management", "sub-accounts"].map(
    (name) => [name, [join(root, "specs", name)]] as const,
  ),
  ...(shared === undefined
    ? []
    : [
        ...realServices(join(shared, "truth/pages")),
        ...realServices(join(shared, "oracle/pairs")),
      ]),
];

function realServices(
  folder: string,
): readonly (readonly [string, readonly string[]])[] {
  return readdirSync(folder).map((name) => {
    const files = readdirSync(join(folder, name)).filter(
      (file) => !file.endsWith(".wsdl"),
    );
    return [name, files.map((file) => join(folder, name, file))];
  });
}

if (shared === undefined)
  console.log("../shared is absent: only the specs of the repository are used");

describe.each(services)(
  "the WSDL made from the pages of %s",
  (name, inputs) => {
    const folder = mkdtempSync(join(tmpdir(), "export-wsdl-"));
    const path = join(folder, `${name}.wsdl`);
    let operations: readonly string[] = [];

    beforeAll(async () => {
      const { model } = await readFiles(inputs);
      writeFileSync(path, exportWsdl(model));
      const soap = model.operations.filter(({ bindings }) =>
        bindings.some(({ protocol }) => protocol.startsWith("soap")),
      );
      operations = [...new Set(soap.map((operation) => operation.name))].sort();
    });
    afterAll(() => rmSync(folder, { recursive: true }));

    it.each(tools)("is accepted by $name ($packages)", async (tool) => {
      expect(existsSync(path)).toBe(true);
      const output = await tool.load(path);
      if (tool.name !== "gSOAP's wsdl2h")
        expect(output.trim().split("\n").sort()).toEqual(
          expect.arrayContaining([...operations]),
        );
    });
  },
);

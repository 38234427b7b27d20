import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inspectModel } from "../../../src/index.js";
import { SOAP_11, SOAP_12 } from "../../../src/runtime/xml/namespaces.js";
import { readFiles, shared } from "../../support/infer-files.js";
import { isAnnounced } from "./asmx-types/announced.js";
import { differences } from "./asmx-types/differences.js";
import { freePort } from "./support/free-port.js";
import { makeLiveSdk, type LiveSdk } from "./support/live-sdk.js";
import { startServer, type ServerProcess } from "./support/server-process.js";

const php = join(shared ?? "", "oracle/php");
const pages = join(import.meta.dirname, "php-pages");

if (!existsSync(php))
  console.log("../shared is absent: its PHP service is not tried");

/** The same pages as a service of SOAP 1.2 would show them. */
function asSoap12(page: string): string {
  return page
    .replaceAll(SOAP_11, SOAP_12)
    .replace(/^POST \/doc /m, "POST /doc12 ")
    .replace(/^SOAPAction: "(.*)"\n/m, "")
    .replaceAll("text/xml", "application/soap+xml");
}

const customer = {
  id: "größe",
  store: 5,
  type: "B2B",
  active: true,
  balance: "12.50",
  created: "2024-01-02T03:04:05",
  tags: { tag: ["a", "b"] },
};
const login = { username: "demo", password: "demo" };

/** What the service always gives. */
const known = [
  {
    id: "1",
    store: 5,
    type: "B2C",
    active: true,
    balance: "12.5",
    created: "2024-01-02T03:04:05",
    tags: { tag: ["a", "b"] },
  },
  {
    id: "2",
    store: 6,
    type: "B2B",
    active: false,
    balance: "0",
    created: "2024-01-02T03:04:05",
    tags: { tag: ["c"] },
  },
];

describe.skipIf(!existsSync(php)).each([
  ["soap11", "doc", (page: string) => page],
  ["soap12", "doc12", asSoap12],
] as const)("a PHP service by its pages over %s", (_name, path, convert) => {
  let server: ServerProcess;
  let concluded: LiveSdk;
  let declared: LiveSdk;
  let folder: string;
  beforeAll(async () => {
    const port = await freePort();
    server = await startServer({
      program: "php",
      args: ["-d", "display_errors=0", "-S", `127.0.0.1:${port}`, "index.php"],
      cwd: php,
      port,
      packages: "php-cli php-soap php-xml",
    });
    folder = mkdtempSync(join(tmpdir(), "soapstone-pages-"));
    for (const name of readdirSync(pages)) {
      const text = readFileSync(join(pages, name), "utf8");
      writeFileSync(join(folder, name), convert(text));
    }
    concluded = await makeLiveSdk(["*.txt"], folder);
    declared = await makeLiveSdk(["doc.wsdl"], php);
  });
  afterAll(async () => {
    concluded?.remove();
    declared?.remove();
    await server?.stop();
    rmSync(folder, { recursive: true });
  });

  const clientOf = (sdk: LiveSdk): ReturnType<LiveSdk["client"]> =>
    sdk.client({ endpoint: `${server.origin}/${path}` });

  it("answers every operation with typed values", async () => {
    const [get, update] = ["customersGet", "customersUpdate"].map((name) =>
      concluded.operation(name),
    );
    const client = clientOf(concluded);
    expect(await get?.(client, { login })).toEqual({
      result: { customer: known },
    });
    const input = { login, customers: { customer: [customer, customer] } };
    expect(await update?.(client, input)).toEqual({});
    expect(concluded.operations).toEqual(["customersGet", "customersUpdate"]);
  });

  // The WSDL has no other port.
  it.runIf(path === "doc")(
    "gives the same values as its WSDL where inspect says certain",
    async () => {
      const client = clientOf(concluded);
      const answer = await concluded.operation("customersGet")(client, {
        login,
      });
      const truth = await declared.operation("customersGet")(
        clientOf(declared),
        {
          login,
        },
      );
      const { model } = await readFiles([join(folder, "*.txt")]);
      const inspection = inspectModel(model);
      const response = inspection.operations.find(
        ({ name }) => name === "customers_Get",
      )?.response;
      if (response === undefined) throw new Error("no response");
      const unannounced = differences(answer, truth).filter(
        (each) => !isAnnounced(each, response, inspection),
      );
      expect(unannounced).toEqual([]);
    },
  );

  it("gives faults with their details", async () => {
    const empty = { ...customer, id: "" };
    const update = concluded.operation("customersUpdate");
    const tried = await update.safe(clientOf(concluded), {
      login,
      customers: { customer: [empty] },
    });
    expect(tried).toMatchObject({
      ok: false,
      error: {
        kind: "fault",
        fault: {
          code: { local: path === "doc" ? "Client" : "Sender" },
          reason: "Invalid or Missing customer id",
          detailXml: [
            {
              name: "{http://shop.test/webservices/}CustomerFault",
              children: [{ children: ["48"] }, { children: ["Missing id"] }],
            },
          ],
        },
      },
    });
  });
});

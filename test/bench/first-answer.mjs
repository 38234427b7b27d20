import { spawn } from "node:child_process";
import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { build } from "esbuild";
import { corpusCases } from "./corpus-cases.mjs";
import { median, milliseconds, printTable, ratio } from "./measure.mjs";
import { runProcess } from "./peers.mjs";

const root = join(import.meta.dirname, "../..");
const messages = "http://schemas.microsoft.com/exchange/services/2006/messages";
const answer = `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><m:UnsubscribeResponse xmlns:m="${messages}"><m:ResponseMessages><m:UnsubscribeResponseMessage ResponseClass="Success"><m:ResponseCode>NoError</m:ResponseCode></m:UnsubscribeResponseMessage></m:ResponseMessages></m:UnsubscribeResponse></s:Body></s:Envelope>`;

/** From the start of a process to the first answer, over the description of Exchange Web Services. */
export async function benchFirstAnswer() {
  const ews = corpusCases()?.find(({ path }) =>
    path.endsWith("ews/services.wsdl"),
  );
  if (ews === undefined) return;
  const folder = mkdtempSync(join(tmpdir(), "soapstone-first-"));
  const server = createServer((_request, response) => {
    response.writeHead(200, { "Content-Type": "text/xml" });
    response.end(answer);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const endpoint = `http://127.0.0.1:${server.address().port}/`;
  try {
    const wsdl = withService(ews.path, folder, endpoint);
    const own = await timeStart(await ownScript(wsdl, folder, endpoint));
    const soap = await timeStart(soapScript(wsdl, folder, endpoint));
    process.stdout.write("\nprocess start to first answer, Exchange's WSDL\n");
    printTable([
      ["", "median", "to soapstone"],
      ["soapstone's SDK", milliseconds(own), ratio(own, own)],
      ["soap", milliseconds(soap), ratio(soap, own)],
    ]);
  } finally {
    server.close();
    rmSync(folder, { recursive: true });
  }
}

/** The description has no service: it gets one, as clients of node-soap have no operations otherwise. */
function withService(path, folder, endpoint) {
  for (const name of readdirSync(dirname(path))) {
    copyFileSync(join(dirname(path), name), join(folder, name));
  }
  const text = readFileSync(path, "utf8");
  const [, binding] = /<wsdl:binding name="(\w+)"/.exec(text);
  const service = `<wsdl:service name="Exchange"><wsdl:port name="Exchange" binding="tns:${binding}"><soap:address location="${endpoint}"/></wsdl:port></wsdl:service>`;
  const wsdl = join(folder, "exchange.wsdl");
  writeFileSync(
    wsdl,
    text.replace("</wsdl:definitions>", `${service}</wsdl:definitions>`),
  );
  return wsdl;
}

async function ownScript(wsdl, folder, endpoint) {
  const cli = join(root, "dist/cli/main.js");
  const out = join(folder, "sdk");
  const { status, stderr } = runProcess(process.execPath, [
    cli,
    "generate",
    wsdl,
    "-o",
    out,
  ]);
  if (status !== 0) throw new Error(stderr);
  const outfile = join(folder, "own.mjs");
  await build({
    stdin: {
      contents: `import { createExchangeClient, unsubscribe } from "./index.js";
const client = createExchangeClient({ endpoint: "${endpoint}" });
const { ResponseMessages } = await unsubscribe(client, { SubscriptionId: "x" });
if (ResponseMessages === undefined) process.exit(1);`,
      resolveDir: out,
      loader: "ts",
    },
    bundle: true,
    format: "esm",
    platform: "node",
    outfile,
    logLevel: "error",
  });
  return outfile;
}

function soapScript(wsdl, folder, endpoint) {
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  const script = join(folder, "soap.cjs");
  writeFileSync(
    script,
    `const soap = require("soap");
soap.createClientAsync(${JSON.stringify(wsdl)}, { endpoint: "${endpoint}" }).then(async (client) => {
  const [result] = await client.UnsubscribeAsync({ SubscriptionId: "x" });
  if (result.ResponseMessages === undefined) process.exit(1);
});`,
  );
  return script;
}

async function timeStart(script) {
  const times = [];
  for (let count = 0; count < 6; count++) {
    const start = performance.now();
    const child = spawn(process.execPath, [script], { stdio: "inherit" });
    const status = await new Promise((resolve) => child.on("exit", resolve));
    if (status !== 0) throw new Error(`${script}: ${status}`);
    times.push(performance.now() - start);
  }
  // The first one warms the file cache.
  return median(times.slice(1));
}

// Sizes of SDKs in a bundle: `node test/bench/bundle-size.mjs` writes the table anew, `--print` only prints it.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const root = join(import.meta.dirname, "../..");
const table = join(import.meta.dirname, "bundle-size.md");
const namespace = "urn:bench:items";

/** One operation of a service: a handful of plain members each way, a list of structures among them. */
function schemaOf(name) {
  const member = (local, type, more = "") =>
    `<xs:element name="${local}" type="${type}"${more}/>`;
  const list = ' minOccurs="0" maxOccurs="unbounded"';
  const optional = ' minOccurs="0"';
  return `<xs:element name="${name}"><xs:complexType><xs:sequence>${member("Id", "xs:int")}${member("Filter", "xs:string", optional)}</xs:sequence></xs:complexType></xs:element>
<xs:complexType name="${name}Item"><xs:sequence>${member("Id", "xs:int")}${member("Name", "xs:string")}${member("Paid", "xs:boolean")}${member("Price", "xs:decimal", optional)}${member("Created", "xs:dateTime", optional)}</xs:sequence></xs:complexType>
<xs:element name="${name}Response"><xs:complexType><xs:sequence>${member("Count", "xs:int")}${member("Item", `t:${name}Item`, list)}</xs:sequence></xs:complexType></xs:element>`;
}

function wsdlOf(names) {
  const each = (print) => names.map(print).join("\n");
  return `<?xml version="1.0"?>
<definitions xmlns="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="${namespace}" targetNamespace="${namespace}">
<types><xs:schema targetNamespace="${namespace}" elementFormDefault="qualified">${each(schemaOf)}</xs:schema></types>
${each((name) => `<message name="${name}In"><part name="parameters" element="t:${name}"/></message><message name="${name}Out"><part name="parameters" element="t:${name}Response"/></message>`)}
<portType name="Items">${each((name) => `<operation name="${name}"><input message="t:${name}In"/><output message="t:${name}Out"/></operation>`)}</portType>
<binding name="B" type="t:Items"><soap:binding transport="http://schemas.xmlsoap.org/soap/http"/>${each((name) => `<operation name="${name}"><soap:operation soapAction="${name}"/><input><soap:body use="literal"/></input><output><soap:body use="literal"/></output></operation>`)}</binding>
<service name="Items"><port name="P" binding="t:B"><soap:address location="https://items.example/"/></port></service>
</definitions>`;
}

const customers = join(root, "specs/customers/UpdateCustomerAccountOrder.txt");

function cases(folder) {
  const counts = [1, 4, 16, 64].map((count) => {
    const names = Array.from({ length: count }, (_, at) => `FindItems${at}`);
    const input = join(folder, `items${count}.wsdl`);
    writeFileSync(input, wsdlOf(names));
    const title = `WSDL, ${count} ${count === 1 ? "operation" : "operations"}`;
    const functions = names.map((name) => name.replace("F", "f"));
    return { title, input, names: ["createItemsClient", ...functions] };
  });
  const page = {
    title: "help page, 1 operation with an enumeration",
    input: customers,
    names: ["createCustomersClient", "updateCustomerAccountOrder"],
  };
  return [...counts, page];
}

/** Bytes of each SDK, with one function for each operation and the client imported. */
export async function measureBundles() {
  const folder = mkdtempSync(join(tmpdir(), "soapstone-bundles-"));
  try {
    const rows = [];
    for (const { title, input, names } of cases(folder)) {
      const out = join(folder, String(rows.length));
      generate(input, out);
      rows.push({ title, ...(await bundle(out, names)) });
    }
    return rows;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function generate(input, out) {
  const cli = join(root, "dist/cli/main.js");
  const args = [cli, "generate", input, "-o", out];
  const { status, stderr } = spawnSync(process.execPath, args, {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
}

async function bundle(folder, names) {
  const { outputFiles } = await build({
    stdin: {
      contents: `export { ${names.join(", ")} } from "./index.js";`,
      resolveDir: folder,
      loader: "ts",
    },
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    write: false,
    logLevel: "error",
  });
  const [{ contents }] = outputFiles;
  return {
    minified: contents.length,
    gzip: gzipSync(contents, { level: 9 }).length,
  };
}

function printBundles(rows) {
  const lines = rows.map(
    ({ title, minified, gzip }) => `| ${title} | ${minified} | ${gzip} |`,
  );
  return `# SDKs in a bundle

Bytes of the client and one function for each operation with all they need, by esbuild.
Made by \`npm run build && node test/bench/bundle-size.mjs\`; a test holds it against the sources.

| SDK | minified | minified, gzip |
| --- | ---: | ---: |
${lines.join("\n")}
`;
}

/** Prints the committed table. */
export function benchBundles() {
  process.stdout.write(`\n${readFileSync(table, "utf8")}`);
}

if (process.argv[1] === import.meta.filename) {
  const rows = await measureBundles();
  if (process.argv.includes("--json")) console.log(JSON.stringify(rows));
  else writeFileSync(table, printBundles(rows));
}

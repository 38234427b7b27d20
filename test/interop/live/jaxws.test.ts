import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expectedFault } from "./support/expected-fault.js";
import { describeStack } from "./support/describe-stack.js";
import { freePort } from "./support/free-port.js";
import { runTool } from "./support/run-tool.js";
import { startServer } from "./support/server-process.js";
import type { Stack } from "./support/stack.js";

const contract = join(import.meta.dirname, "contract/interop.wsdl");
const packages = "jaxws libjaxb-java openjdk-17-jdk-headless";

/** Where Debian puts them, versions left out. */
const libraries = [
  ...["FastInfoset", "asm", "geronimo-annotation-1.3-spec"],
  ...["glassfish-management-api", "glassfish-pfl-asm", "glassfish-pfl-basic"],
  ...["glassfish-pfl-dynamic", "glassfish-pfl-tf", "gmbal"],
  ...["istack-commons-runtime", "javax.activation", "jaxb-runtime"],
  ...["jaxws-ri-rt-jdk9", "jaxws-ri-runtime", "jws-api", "metro-policy"],
  ...["mimepull", "saaj-impl", "stax-ex", "stax2-api", "streambuffer"],
  ...["txw2", "woodstox-core-asl", "xsom"],
].map((name) => `/usr/share/java/${name}.jar`);
const classPath = [...libraries, "/usr/share/jaxws/lib/*", "."].join(":");

/** Makes Java of the contract, and compiles the service. */
async function build(folder: string): Promise<void> {
  cpSync(join(import.meta.dirname, "jaxws"), folder, { recursive: true });
  await runTool(
    packages,
    "wsimport",
    ["-keep", "-quiet", "-Xnocompile", "-p", "interop.gen", contract],
    folder,
  );
  const generated = readdirSync(join(folder, "interop/gen"));
  const sources = [
    ...generated.map((name) => `interop/gen/${name}`),
    ...readdirSync(folder).filter((name) => name.endsWith(".java")),
  ];
  await runTool(
    packages,
    "javac",
    ["-nowarn", "-cp", classPath, ...sources],
    folder,
  );
}

const jaxws: Stack = {
  name: "JAX-WS, from the contract",
  async start() {
    const folder = mkdtempSync(join(tmpdir(), "soapstone-jaxws-"));
    await build(folder);
    const port = await freePort();
    const server = await startServer({
      program: "java",
      args: ["-cp", classPath, "InteropServer", String(port), contract],
      cwd: folder,
      port,
      packages,
    });
    return {
      ...server,
      stop: async () => {
        await server.stop();
        rmSync(folder, { recursive: true });
      },
      inputs: [contract],
      cwd: import.meta.dirname,
      ports: [
        { protocol: "soap11", endpoint: `${server.origin}/soap11` },
        { protocol: "soap12", endpoint: `${server.origin}/soap12` },
      ],
    };
  },
  limits: [],
  faults: [
    // Whatever an exception says, it is the server's fault.
    expectedFault(
      "declared",
      { reason: "rejected", code: "Server" },
      { reason: "rejected", code: "Receiver" },
    ),
    expectedFault("undeclared", { reason: "boom" }),
  ],
};

describeStack(jaxws, ["soap11", "soap12"]);

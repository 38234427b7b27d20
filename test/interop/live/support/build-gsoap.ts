import { cpSync } from "node:fs";
import { runTool } from "./run-tool.js";

/** Debian packages of gSOAP with its plugins. */
export const gsoapPackages = "gsoap libgsoap-dev libssl-dev g++";
const installed = "/usr/share/gsoap";

/**
 * Makes a service, and its WSDL, with gSOAP's plugin for WS-Security: `NAME.h` and `NAME.cpp` of a folder become the
 * program NAME in another one.
 */
export async function buildSecureGsoap(
  name: string,
  sources: string,
  folder: string,
): Promise<void> {
  cpSync(sources, folder, { recursive: true });
  const run = (program: string, args: readonly string[]): Promise<void> =>
    runTool(gsoapPackages, program, args, folder);
  const imports = `-I${installed}/import`;
  await run("soapcpp2", ["-S", "-L", "-x", imports, `${name}.h`]);
  const plugin = ["smdevp.c", "mecevp.c", "threads.c"].map(
    (file) => `${installed}/plugin/${file}`,
  );
  await run("g++", [
    ...["-w", "-DWITH_OPENSSL", "-I.", `-I${installed}/plugin`],
    ...["-o", name, `${name}.cpp`, "soapC.cpp", "soapServer.cpp"],
    ...[`${installed}/plugin/wsseapi.cpp`, "-x", "c++", ...plugin],
    ...[`${installed}/custom/struct_timeval.c`, "-x", "none"],
    ...["-lgsoapssl++", "-lssl", "-lcrypto"],
  ]);
}

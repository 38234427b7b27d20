import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "./free-port.js";
import { runTool } from "./run-tool.js";
import { startServer, type ServerProcess } from "./server-process.js";

const packages = "mono-mcs mono-xsp4";

/** Serves a folder of .asmx files on Mono, out of a copy. */
export async function startAsmx(folder: string): Promise<ServerProcess> {
  const copy = mkdtempSync(join(tmpdir(), "soapstone-asmx-"));
  cpSync(folder, copy, { recursive: true });
  const source = join(import.meta.dirname, "../asmx/Host.cs");
  mkdirSync(join(copy, "bin"));
  await runTool(
    packages,
    "mcs",
    ["-nologo", "-out:bin/host.exe", "-r:System.Web.dll", source],
    copy,
  );
  const port = await freePort();
  const server = await startServer({
    program: "mono",
    args: ["bin/host.exe", `http://127.0.0.1:${port}/`, "."],
    cwd: copy,
    port,
    packages,
  });
  const stop = async (): Promise<void> => {
    await server.stop();
    rmSync(copy, { recursive: true });
  };
  return { ...server, stop };
}

import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writePlanned } from "../support/write-planned.js";
import { describeBytes, patternStream } from "./streaming/pattern.js";
import type { StreamReport } from "./streaming/stream-client.js";
import { startStreamServer } from "./streaming/stream-server.js";
import type { StreamServer } from "./streaming/stream-server.js";
import { interopSdk } from "./support/interop-sdk.js";
import { processRuntimes } from "./support/runtimes.js";

const MEGABYTE = 1024 * 1024;
const SIZE = 256 * MEGABYTE;
/** What collectors of garbage let pile up, far from what the content would take. */
const MOST_GROWTH = 128 * MEGABYTE;

let folder: string;
let server: StreamServer;
let expected: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "soapstone-streaming-"));
  server = await startStreamServer();
  expected = await describeBytes(patternStream(SIZE));
  const client = join(import.meta.dirname, "streaming/stream-client.ts");
  const options = JSON.stringify({ origin: server.origin, size: SIZE });
  const entry = `import * as sdk from "./interop/index.js";\nimport { runStreams } from ${JSON.stringify(client)};\nconsole.log(JSON.stringify(await runStreams(sdk, ${options})));\n`;
  writePlanned(folder, [
    ...(await interopSdk("interop", { "xs:base64Binary": "stream" })),
    { path: "entry.ts", text: entry },
  ]);
  await build({
    entryPoints: [join(folder, "entry.ts")],
    bundle: true,
    format: "esm",
    platform: "neutral",
    outfile: join(folder, "main.mjs"),
    logLevel: "error",
  });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

describe("256 MB beside a message, each way", () => {
  it.each(processRuntimes)(
    "arrive on %s in little memory",
    async (_name, path, args) => {
      const run = promisify(execFile);
      const { stdout } = await run(path, [...args, "main.mjs"], {
        cwd: folder,
      });
      // What the script prints.
      const report = JSON.parse(stdout) as StreamReport;
      expect(report).toMatchObject({ sent: expected, received: expected });
      expect(report.growth).toBeLessThan(MOST_GROWTH);
    },
  );
});

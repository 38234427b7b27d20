import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compile } from "../../dist/index.js";
import { printTable } from "./measure.mjs";
import { envelopeOf, valueOf, wsdl } from "./orders.mjs";

const child = join(import.meta.dirname, "memory-child.mjs");

/** How much memory decoding takes, the message and its value among it, each in a process of its own. */
export async function benchMemory() {
  const folder = mkdtempSync(join(tmpdir(), "soapstone-memory-"));
  try {
    const path = join(folder, "orders.wsdl");
    writeFileSync(path, wsdl);
    const sdk = await compile([path]);
    const small = join(folder, "small.xml");
    writeFileSync(small, envelopeOf(sdk, valueOf(200)));
    const runs = [11_900, 47_600, 119_000].map((count) => {
      const message = join(folder, "message.xml");
      writeFileSync(message, envelopeOf(sdk, valueOf(count)));
      return middleOf(() => measure([path, small, message]));
    });
    report(runs);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Of three runs: when an engine collects garbage is a matter of chance. */
function middleOf(run) {
  const runs = Array.from({ length: 3 }, run);
  return runs.toSorted((a, b) => a.peak - b.peak)[1];
}

function measure(files) {
  const args = ["--expose-gc", child, ...files];
  const { stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: "utf8",
  });
  if (stdout === "") throw new Error(stderr);
  return JSON.parse(stdout);
}

function report(runs) {
  const [first, last] = [runs[0], runs.at(-1)];
  const slope = (last.peak - first.peak) / (last.bytes - first.bytes);
  process.stdout.write("\nmemory of decoding, to the message\n");
  const times = (value) => `${value.toFixed(2)} ×`;
  printTable([
    ["message", "peak", "peak with the message", "the value alone"],
    ...runs.map(({ bytes, peak, value }) => [
      `${(bytes / 1e6).toFixed(0)} MB`,
      times(peak / bytes - 1),
      times(peak / bytes),
      times(value / bytes),
    ]),
    ["each further byte", times(slope - 1), times(slope), ""],
  ]);
}

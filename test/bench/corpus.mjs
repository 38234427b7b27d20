import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { corpusCases } from "./corpus-cases.mjs";
import { median, milliseconds, printTable, ratio } from "./measure.mjs";
import { hasWsdl2h, installPeers, runProcess } from "./peers.mjs";

const root = join(import.meta.dirname, "../..");
const cli = process.env.BENCH_CLI ?? join(root, "dist/cli/main.js");

/** Whole-process generation of the biggest real WSDL, beside what others take for it. */
export function benchCorpus() {
  const cases = corpusCases();
  if (cases === undefined) return;
  const work = mkdtempSync(join(tmpdir(), "soapstone-biggest-"));
  try {
    const biggest = cases.toSorted((a, b) => b.operations - a.operations)[0];
    const { size } = statSync(biggest.path);
    const megabytes = (size / 1e6).toFixed(1);
    process.stdout.write(
      `\nthe biggest WSDL: ${megabytes} MB, ${biggest.operations} operations\n`,
    );
    report(biggest.path, work);
  } finally {
    rmSync(work, { recursive: true });
  }
}

function report(wsdl, work) {
  const node = process.execPath;
  const peers = installPeers(work);
  let count = 0;
  const generate = () => [
    node,
    [cli, "generate", wsdl, "-o", join(work, `sdk${count++}`)],
  ];
  const rows = [["soapstone generate", timeRuns(generate, 3)]];
  if (hasWsdl2h()) {
    const args = ["-o", join(work, "biggest.h"), wsdl];
    rows.push(["wsdl2h (native)", timeRuns(() => ["wsdl2h", args], 5)]);
  }
  if (peers !== undefined) {
    const bin = join(peers, "node_modules/wsdl-tsclient/dist/src/cli.js");
    const args = [bin, wsdl, "-o", join(work, "tsclient")];
    rows.push(["wsdl-tsclient", timeRuns(() => [node, args], 1)]);
  }
  const [[, own]] = rows;
  printTable([
    ["", "median", "soapstone to it", "processor", "to it", "peak MB"],
    ...rows.map(([name, run]) => [
      name,
      milliseconds(run.milliseconds),
      ratio(own.milliseconds, run.milliseconds),
      milliseconds(run.processor),
      ratio(own.processor, run.processor),
      Math.round(run.megabytes),
    ]),
  ]);
}

function timeRuns(command, runs) {
  const all = Array.from({ length: runs }, () => {
    const run = runProcess(...command());
    if (run.status !== 0) throw new Error(run.stderr);
    return run;
  });
  return {
    milliseconds: median(all.map((run) => run.milliseconds)),
    processor: median(all.map((run) => run.processor)),
    megabytes: Math.max(...all.map((run) => run.megabytes)),
  };
}

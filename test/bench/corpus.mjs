import { mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { corpusCases } from "./corpus-cases.mjs";
import {
  median,
  milliseconds,
  printTable,
  ratio,
  workFolder,
} from "./measure.mjs";
import { hasWsdl2h, installPeers, runProcess } from "./peers.mjs";

const root = join(import.meta.dirname, "../..");
const cli = process.env.BENCH_CLI ?? join(root, "dist/cli/main.js");

/** Whole-process generation of the biggest real WSDL, beside what others take for it. */
export function benchCorpus() {
  const cases = corpusCases();
  if (cases === undefined) return;
  const work = mkdtempSync(join(workFolder, "soapstone-biggest-"));
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
  let count = 0;
  const generate = () => [
    [node, cli, "generate", wsdl, "-o", join(work, `sdk${count++}`)],
  ];
  const rows = [
    ["soapstone generate", timeRuns(generate, 5)],
    ...floorRows(work),
    ...gsoapRows(wsdl, work),
    ...tsclientRows(wsdl, work),
  ];
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

/** What no program in Node that writes these files can do without. */
function floorRows(work) {
  let count = 0;
  const commands = () => [
    [process.execPath, "-e", "0"],
    ["cp", "-r", join(work, "sdk0"), join(work, `copy${count++}`)],
  ];
  return [["node -e 0, and cp -r of what it writes", timeRuns(commands, 5)]];
}

/** A header is what gSOAP reads a WSDL to; the client that it is for comes from a second program. */
function gsoapRows(wsdl, work) {
  if (!hasWsdl2h()) return [];
  const header = join(work, "biggest.h");
  const client = join(work, "gsoap");
  mkdirSync(client);
  const read = ["wsdl2h", "-o", header, wsdl];
  const write = ["soapcpp2", "-C", "-j", "-d", client, header];
  return [
    ["wsdl2h (native): a header", timeRuns(() => [read], 5)],
    ["wsdl2h + soapcpp2: a client", timeRuns(() => [read, write], 1)],
  ];
}

function tsclientRows(wsdl, work) {
  const peers = installPeers(work);
  if (peers === undefined) return [];
  const bin = join(peers, "node_modules/wsdl-tsclient/dist/src/cli.js");
  const command = [process.execPath, bin, wsdl, "-o", join(work, "tsclient")];
  return [["wsdl-tsclient", timeRuns(() => [command], 1)]];
}

/** Medians of running some commands one after the other. */
function timeRuns(commands, runs) {
  const all = Array.from({ length: runs }, () =>
    commands().map(([command, ...args]) => {
      const run = runProcess(command, args);
      if (run.status !== 0) throw new Error(run.stderr);
      return run;
    }),
  );
  const sums = (figure) => all.map((each) => sumOf(each.map(figure)));
  return {
    milliseconds: median(sums((run) => run.milliseconds)),
    processor: median(sums((run) => run.processor)),
    megabytes: Math.max(...all.flat().map((run) => run.megabytes)),
  };
}

function sumOf(numbers) {
  return numbers.reduce((sum, each) => sum + each, 0);
}

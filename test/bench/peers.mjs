import { spawnSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { measuredEnvironment } from "./measure.mjs";

/** Published tools that are measured beside soapstone. */
const packages = ["wsdl-tsclient@1.7.1", "soap@1.13.0"];

/**
 * The folder that the peers of the npm registry are installed in; undefined, after saying so, where they cannot be had.
 * BENCH_PEERS names one that was prepared before.
 */
export function installPeers(folder) {
  const prepared = process.env.BENCH_PEERS;
  if (prepared !== undefined) return prepared;
  return installPackages(folder, packages);
}

/** Installs packages of the npm registry into a folder; undefined, after saying so, where they cannot be had. */
export function installPackages(folder, packages) {
  writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
  const { status } = spawnSync(
    "npm",
    ["install", "--no-audit", "--no-fund", "--ignore-scripts", ...packages],
    { cwd: folder, stdio: "ignore" },
  );
  if (status === 0) return folder;
  console.log(`skipped: ${packages.join(" and ")} cannot be installed`);
  return undefined;
}

/** Whether gSOAP's compiler of WSDLs is there; says so if not. */
export function hasWsdl2h() {
  const isThere = spawnSync("wsdl2h", ["-V"]).error === undefined;
  if (!isThere) console.log("skipped: wsdl2h (gSOAP) is not installed");
  return isThere;
}

const time = "/usr/bin/time";

/** One whole process: its exit code, output, wall time and, where the system can tell, processor time and peak memory. */
export function runProcess(command, args, options = {}) {
  const hasTime = existsSync(time);
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(
    hasTime ? time : command,
    hasTime ? ["-f", "%M %U %S", command, ...args] : args,
    {
      encoding: "utf8",
      maxBuffer: 1 << 28,
      timeout: 120_000,
      env: measuredEnvironment,
      ...options,
    },
  );
  const milliseconds = performance.now() - start;
  const told = hasTime ? (stderr.trim().split("\n").at(-1) ?? "") : "";
  const [memory = NaN, user = NaN, system = NaN] = told.split(" ").map(Number);
  return {
    status,
    stdout,
    stderr,
    milliseconds,
    processor: (user + system) * 1000,
    megabytes: memory / 1024,
  };
}

// Figures as ratios, measured side by side in one run: `npm run bench`.
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { benchCodec } from "./codec.mjs";
import { benchBundles } from "./bundle-size.mjs";
import { benchCorpus } from "./corpus.mjs";
import { benchFirstAnswer } from "./first-answer.mjs";
import { benchMemory } from "./memory.mjs";
import {
  milliseconds,
  printTable,
  ratio,
  timeProcess,
  workFolder,
} from "./measure.mjs";

const root = join(import.meta.dirname, "../..");
const cli = join(root, "dist/cli/main.js");
const work = mkdtempSync(join(workFolder, "soapstone-bench-"));

try {
  benchProcesses();
  await benchCodec();
  await benchMemory();
  await benchFirstAnswer();
  await benchBundles();
  benchCorpus();
} finally {
  rmSync(work, { recursive: true });
}

function benchProcesses() {
  const node = process.execPath;
  const page = join(root, "specs/customers/UpdateCustomerAccountOrder.txt");
  const out = join(work, "sdk");
  const bare = timeProcess(node, ["-e", "0"]);
  const help = timeProcess(node, [cli, "--help"]);
  const generate = timeProcess(node, [cli, "generate", page, "-o", out]);
  const check = timeProcess(node, [cli, "check"], { cwd: root });
  process.stdout.write("whole processes\n");
  printTable([
    ["", "median", "to bare node"],
    ["node -e 0", milliseconds(bare), ratio(bare, bare)],
    ["soapstone --help", milliseconds(help), ratio(help, bare)],
    [
      "soapstone generate, one page",
      milliseconds(generate),
      ratio(generate, bare),
    ],
    ["soapstone check, all of specs/", milliseconds(check), ratio(check, bare)],
  ]);
}

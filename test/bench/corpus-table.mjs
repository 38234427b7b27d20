// Every tool over the real WSDLs of ../shared/corpus, side by side: `node test/bench/corpus-table.mjs [TOOL…]`.
import { spawnSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { corpusCases, corpusCatalog } from "./corpus-cases.mjs";
import { median, printTable } from "./measure.mjs";
import { hasWsdl2h, installPeers, runProcess } from "./peers.mjs";

const root = join(import.meta.dirname, "../..");
const cli = process.env.BENCH_CLI ?? join(root, "dist/cli/main.js");
const cases = corpusCases();
if (cases !== undefined) measureAll(cases);

function measureAll(entries) {
  const work = mkdtempSync(join(tmpdir(), "soapstone-corpus-"));
  try {
    const peers = installPeers(work);
    const tools = [
      soapstone(work),
      ...(peers === undefined ? [] : [wsdlTsclient(work, peers), soap(peers)]),
      ...(hasWsdl2h() ? [wsdl2h(work)] : []),
    ];
    printTable([
      [
        `${entries.length} WSDLs`,
        "accepted",
        "operations",
        "tsc-clean",
        "median ms",
        "max ms",
        "median MB",
        "max MB",
      ],
      ...tools.filter(isWanted).map((tool) => measure(tool, entries)),
    ]);
  } finally {
    rmSync(work, { recursive: true });
  }
}

/** All tools, or those whose names start with one of the arguments. */
function isWanted({ name }) {
  const wanted = process.argv.slice(2);
  return wanted.length === 0 || wanted.some((each) => name.startsWith(each));
}

function measure({ name, command, found, compiled }, entries) {
  let accepted = 0;
  let operations = 0;
  const runs = [];
  for (const entry of entries) {
    const run = runProcess(...command(entry));
    runs.push(run);
    const count = run.status === 0 ? found(entry, run) : 0;
    // A WSDL without a binding has nothing to call: then being read is all there is to it.
    if (run.status === 0 && (count > 0 || entry.operations === 0)) {
      accepted += 1;
    }
    operations += Math.min(count, entry.operations);
  }
  const expected = entries.reduce((sum, each) => sum + each.operations, 0);
  const times = runs.map(({ milliseconds }) => milliseconds);
  const memory = runs.map(({ megabytes }) => megabytes);
  return [
    name,
    `${accepted}`,
    `${operations} of ${expected}`,
    compiled === undefined ? "–" : `${compiled(entries)}`,
    ...[median(times), Math.max(...times)].map(Math.round),
    ...[median(memory), Math.max(...memory)].map(Math.round),
  ];
}

function soapstone(work) {
  const out = join(work, "soapstone");
  mkdirSync(out);
  const config = join(out, "soapstone.config.json");
  writeFileSync(config, JSON.stringify({ catalog: corpusCatalog() }));
  return {
    name: "soapstone",
    command: ({ id, path }) => [
      process.execPath,
      [cli, "generate", path, "-c", config, "-o", join(out, id)],
    ],
    found: (_, { stdout }) =>
      Number(/(\d+) operations?/.exec(stdout)?.[1] ?? 0),
    compiled: (entries) => countCompiled(out, entries),
  };
}

function wsdlTsclient(work, peers) {
  // Below the peers' folder, so that its import of soap is found.
  const out = join(peers, `out-${process.pid}`);
  mkdirSync(out);
  const bin = join(peers, "node_modules/wsdl-tsclient/dist/src/cli.js");
  return {
    name: "wsdl-tsclient",
    command: ({ id, path }) => [
      process.execPath,
      [bin, path, "-o", join(out, id), "--no-color"],
    ],
    found: ({ id }) => countAsync(join(out, id)),
    compiled: (entries) => {
      const count = countCompiled(out, entries);
      rmSync(out, { recursive: true });
      return count;
    },
  };
}

/** Distinct methods of the clients that wsdl-tsclient wrote. */
function countAsync(folder) {
  const clients = list(folder).filter((path) => path.endsWith("client.ts"));
  const names = clients.flatMap((path) =>
    [...readFileSync(path, "utf8").matchAll(/^\s+(\w+)Async\(/gm)].map(
      ([, name]) => name,
    ),
  );
  return new Set(names).size;
}

/** node-soap makes no code: what it knows of the WSDL when it has read it. */
function soap(peers) {
  const script = `
    const soap = require(${JSON.stringify(join(peers, "node_modules/soap"))});
    soap.createClientAsync(process.argv[1]).then((client) => {
      const names = new Set();
      for (const ports of Object.values(client.describe()))
        for (const operations of Object.values(ports))
          for (const name of Object.keys(operations)) names.add(name);
      process.stdout.write(String(names.size));
    }, () => process.exit(1));`;
  return {
    name: "soap (reads only)",
    command: ({ path }) => [process.execPath, ["-e", script, path]],
    found: (_, { stdout }) => Number(stdout),
  };
}

function wsdl2h(work) {
  const out = join(work, "wsdl2h.h");
  return {
    name: "wsdl2h (C++ header)",
    command: ({ path }) => ["wsdl2h", ["-o", out, path]],
    found: () => {
      const text = readFileSync(out, "utf8");
      const names = text.matchAll(
        /^\/\/gsoap \S+\s+service method-protocol:\s+(\S+)/gm,
      );
      return new Set([...names].map(([, name]) => name)).size;
    },
  };
}

/**
 * How many folders the compiler has nothing to say about: with `strict` alone, which is what peers promise. That soapstone's
 * pass under every flag is what test/corpus shows.
 */
function countCompiled(folder, entries) {
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }\n');
  const compilerOptions = {
    target: "es2022",
    module: "esnext",
    moduleResolution: "bundler",
    strict: true,
    skipLibCheck: true,
    noEmit: true,
    types: [],
  };
  const config = join(folder, "tsconfig.json");
  writeFileSync(config, JSON.stringify({ compilerOptions }));
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  const { stdout } = spawnSync(
    process.execPath,
    [tsc, "-p", config, "--pretty", "false"],
    { cwd: folder, encoding: "utf8", maxBuffer: 1 << 28 },
  );
  const broken = new Set(
    [...stdout.matchAll(/^([^/\s(]+)\/.*error TS/gm)].map(([, name]) => name),
  );
  return entries.filter(
    ({ id }) => !broken.has(id) && list(join(folder, id)).some(isTypeScript),
  ).length;
}

function isTypeScript(path) {
  return path.endsWith(".ts");
}

/** Paths of all files below a folder; none when it is not there. */
function list(folder) {
  try {
    return readdirSync(folder, { recursive: true }).map((name) =>
      join(folder, name),
    );
  } catch {
    return [];
  }
}

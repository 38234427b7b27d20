import { join } from "node:path";

/** Where `.ci/run` puts runtimes that come from npm. */
export const runtimeModules = join(
  process.env["TEST_RUNTIMES"] ?? "/nonexistent",
  "node_modules",
);

/** Programs that run a module which needs the network: name, path, arguments before the file. */
export const processRuntimes: readonly (readonly [
  string,
  string,
  readonly string[],
])[] = [
  ["this Node", process.execPath, []],
  ["Node 22", join(runtimeModules, "node22/bin/node"), []],
  ["Node 24", join(runtimeModules, "node24/bin/node"), []],
  ["Bun", join(runtimeModules, "@oven/bun-linux-x64/bin/bun"), ["run"]],
  [
    "Deno",
    join(runtimeModules, "@deno/linux-x64-glibc/deno"),
    ["run", "--no-lock", "--cached-only", "--allow-net=127.0.0.1"],
  ],
];

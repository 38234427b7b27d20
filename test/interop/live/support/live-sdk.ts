import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { generateServices } from "../../../../src/pipeline.js";
import type {
  addressing,
  binaryContent,
  Client,
  ClientOptions,
  mtom,
  Operation,
  SoapFault,
} from "../../../../src/runtime/index.js";
import { writePlanned } from "../../../support/write-planned.js";

type Headers = Readonly<Record<string, unknown>>;

/** An operation whose types are not known here. */
export type LiveOperation = Operation<
  unknown,
  unknown,
  SoapFault,
  Headers,
  Headers
>;

/** A generated SDK, imported from its files. Operations are found by name, as the test knows no types of it. */
export interface LiveSdk {
  client(options: ClientOptions): Client;
  operation(functionName: string): LiveOperation;
  readonly addressing: typeof addressing;
  readonly mtom: typeof mtom;
  readonly binaryContent: typeof binaryContent;
  /** Names of all operation functions. */
  readonly operations: readonly string[];
  remove(): void;
}

/** Generates an SDK from documents (files, globs or folders), builds it as a user would, and imports it; `types` as in a config. */
export async function makeLiveSdk(
  inputs: readonly string[],
  cwd: string,
  types: Readonly<Record<string, string>> = {},
): Promise<LiveSdk> {
  const { services, sharedFiles } = await generateServices(
    [{ name: "live", inputs, folder: "live" }],
    {
      cwd,
      importExtension: ".js",
      severities: new Map(),
      offline: true,
      catalog: new Map(),
      typeMap: new Map(Object.entries(types)),
    },
    new Map(),
  );
  const [service] = services;
  const errors = (service?.diagnostics ?? []).filter(
    ({ severity }) => severity === "error",
  );
  if (errors.length > 0)
    throw new Error(errors.map(({ message }) => message).join("\n"));
  const folder = mkdtempSync(join(tmpdir(), "soapstone-live-"));
  const files = services.flatMap((each) => each.files);
  writePlanned(folder, [...files, ...sharedFiles]);
  const outfile = join(folder, "sdk.mjs");
  const entry = [join(folder, "live/index.ts"), join(folder, "extra.ts")];
  writePlanned(folder, [
    {
      path: "extra.ts",
      text: 'export * from "./live/index.js";\nexport { addressing, binaryContent, mtom } from "./runtime/index.js";\n',
    },
  ]);
  await build({
    entryPoints: entry.slice(1),
    bundle: true,
    format: "esm",
    platform: "neutral",
    outfile,
    logLevel: "error",
  });
  const module: unknown = await import(pathToFileURL(outfile).href);
  return {
    ...access(module),
    remove: () => rmSync(folder, { recursive: true }),
  };
}

function access(module: unknown): Omit<LiveSdk, "remove"> {
  // The namespace of a module is an object.
  const exports = new Map(Object.entries(module as Record<string, unknown>));
  const named = (pattern: RegExp): unknown =>
    [...exports].find(([name]) => pattern.test(name))?.[1];
  // Every generated SDK has a function and a table of these names.
  const create = named(/^create\w+Client$/) as LiveSdk["client"];
  const table = named(/^\w+Operations$/) as Readonly<
    Record<string, LiveOperation>
  >;
  return {
    client: (options) => create(options),
    // These are the runtime's own.
    addressing: named(/^addressing$/) as LiveSdk["addressing"],
    mtom: named(/^mtom$/) as LiveSdk["mtom"],
    binaryContent: named(/^binaryContent$/) as LiveSdk["binaryContent"],
    operations: Object.keys(table),
    operation: (functionName) => {
      const found = table[functionName];
      if (found === undefined) throw new Error(`no function ${functionName}`);
      return found;
    },
  };
}

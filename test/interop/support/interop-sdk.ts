import { join } from "node:path";
import { generateServices, type PlannedFile } from "../../../src/pipeline.js";
import { root } from "../../support/infer-files.js";

/** The files of an SDK of the interop contract, with the runtime; `types` as in a config. */
export async function interopSdk(
  folder: string,
  types: Readonly<Record<string, string>> = {},
): Promise<readonly PlannedFile[]> {
  const contract = join(import.meta.dirname, "../live/contract/interop.wsdl");
  const { services, sharedFiles } = await generateServices(
    [{ name: "interop", inputs: [contract], folder }],
    {
      cwd: root,
      importExtension: ".js",
      severities: new Map(),
      offline: true,
      catalog: new Map(),
      typeMap: new Map(Object.entries(types)),
    },
    new Map(),
  );
  return [...services.flatMap(({ files }) => files), ...sharedFiles];
}

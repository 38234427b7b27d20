import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "./package-root.js";
import type { PlannedFile } from "./pipeline.js";

const header =
  "// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.\n\n";

/** The runtime's source files, to stand beside the generated SDKs; import specifiers get the wanted extension. */
export function vendorRuntime(
  importExtension: ".js" | ".ts",
): readonly PlannedFile[] {
  const folder = join(packageRoot(), "src", "runtime");
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".ts"))
    .sort()
    .map((path) => {
      const text = readFileSync(`${folder}/${path}`, "utf8");
      return {
        path: `runtime/${path}`,
        text: header + withExtension(text, importExtension),
      };
    });
}

function withExtension(text: string, extension: ".js" | ".ts"): string {
  if (extension === ".js") return text;
  return text.replace(
    /(from|import) ("\.{1,2}\/[^"]+)\.js"/g,
    `$1 $2${extension}"`,
  );
}

import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

let known: string | undefined;

/** The folder of soapstone's own package.json, wherever in it this code runs from: sources, or bundled. */
export function packageRoot(): string {
  known ??= findRoot(dirname(fileURLToPath(import.meta.url)));
  return known;
}

function findRoot(start: string): string {
  for (let folder = start; ; folder = dirname(folder)) {
    const file = join(folder, "package.json");
    if (
      existsSync(file) &&
      readFileSync(file, "utf8").includes('"name": "soapstone"')
    )
      return folder;
    if (folder === dirname(folder))
      throw new Error(`no package.json of soapstone above ${start}`);
  }
}

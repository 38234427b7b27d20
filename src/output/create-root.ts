import { existsSync, mkdirSync, rmdirSync } from "node:fs";
import { dirname } from "node:path";
import { attempt } from "./failure.js";

/** Creates the output folder; the function returned removes again what was created, if it is still empty. */
export function createRoot(root: string): () => void {
  const created: string[] = [];
  const remove = (): void => {
    for (const path of created.toReversed()) {
      try {
        rmdirSync(path);
      } catch {
        return;
      }
    }
  };
  // One by one: `recursive` never returns where the system says of a folder that it is not there (/proc, Node 20).
  for (const path of missingFolders(root)) {
    try {
      attempt("", () => mkdirSync(path));
      created.push(path);
    } catch (error) {
      // Another run may have been faster.
      if (existsSync(path)) continue;
      remove();
      throw error;
    }
  }
  return remove;
}

/** A folder and those around it that do not exist, outermost first. */
function missingFolders(root: string): readonly string[] {
  const missing: string[] = [];
  for (
    let path = root;
    !existsSync(path) && dirname(path) !== path;
    path = dirname(path)
  )
    missing.unshift(path);
  return missing;
}

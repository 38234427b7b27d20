import { mkdirSync, rmdirSync } from "node:fs";
import { dirname } from "node:path";
import { attempt } from "./failure.js";

/** Creates the output folder; the function returned removes again what was created, if it is still empty. */
export function createRoot(root: string): () => void {
  const first = attempt("", () => mkdirSync(root, { recursive: true }));
  return () => {
    if (first === undefined) return;
    for (let path = root; path.length >= first.length; path = dirname(path)) {
      try {
        rmdirSync(path);
      } catch {
        return;
      }
    }
  };
}

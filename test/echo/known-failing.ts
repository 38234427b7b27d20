import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Cases of an archive that fail, each with the reason. The list may only shrink. */
export function knownFailing(archive: string): ReadonlyMap<string, string> {
  const file = join(import.meta.dirname, "known-failing", `${archive}.txt`);
  const lines = readFileSync(file, "utf8").split("\n");
  return new Map(
    lines
      .filter((line) => line !== "" && !line.startsWith("#"))
      .map((line) => {
        const [id = "", ...reason] = line.split(" ");
        return [id, reason.join(" ")];
      }),
  );
}

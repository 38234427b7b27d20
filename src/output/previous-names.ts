import { readTextIfThere } from "./disk.js";
import { manifestName, parseManifest } from "./manifest.js";
import { joinPath } from "./output-unit.js";

/** The name table written last into a folder of the output folder; damage is reported when the folder is compared. */
export function readPreviousNames(
  root: string,
  folder: string,
): Readonly<Record<string, string>> {
  try {
    const text = readTextIfThere(root, joinPath(folder, manifestName));
    if (text === undefined) return {};
    const reading = parseManifest(text);
    return reading.kind === "manifest" ? reading.manifest.names : {};
  } catch {
    return {};
  }
}

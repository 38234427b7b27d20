import { existsSync, readdirSync, type Dirent } from "node:fs";
import { dirname, join } from "node:path";
import { attributesName } from "./attributes.js";
import { errorCode } from "./failure.js";
import type { FolderPlan } from "./folder-plan.js";
import { lockName } from "./lock.js";
import { manifestName } from "./manifest.js";
import { joinPath } from "./output-unit.js";
import { stagingName } from "./staging.js";

/**
 * Files and folders that lie in folders of generated files without being ours. A folder in which nothing is ours is
 * listed as one entry with a `/`, and left alone if it has a manifest: it belongs to another run.
 */
export function findForeign(
  root: string,
  plans: readonly FolderPlan[],
  known: ReadonlySet<string>,
): readonly string[] {
  const ours = ourFolders(plans, known);
  // Generated into the top folder of a project: what else is there is the project.
  if (isProjectFolder(root)) ours.delete("");
  const foreign: string[] = [];
  for (const folder of ours) {
    for (const entry of listFolder(join(root, folder))) {
      const path = joinPath(folder, entry.name);
      if (known.has(path) || ours.has(path) || isPassedOver(entry)) continue;
      if (!entry.isDirectory()) foreign.push(path);
      else if (!existsSync(join(root, path, manifestName))) {
        foreign.push(`${path}/`);
      }
    }
  }
  return foreign.toSorted();
}

/** Folders with files of ours in them, and those above up to the output folder. */
function ourFolders(
  plans: readonly FolderPlan[],
  known: ReadonlySet<string>,
): Set<string> {
  const folders = new Set(["", ...plans.map(({ folder }) => folder)]);
  for (const path of known) {
    for (let at = dirname(path); at !== "."; at = dirname(at)) folders.add(at);
  }
  return folders;
}

function isProjectFolder(root: string): boolean {
  return ["package.json", ".git"].some((name) => existsSync(join(root, name)));
}

function isPassedOver({ name }: Dirent): boolean {
  return (
    name.startsWith(lockName) ||
    name === stagingName ||
    name === attributesName ||
    name === ".git" ||
    name === "node_modules"
  );
}

function listFolder(path: string): readonly Dirent[] {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch (error) {
    const code = errorCode(error);
    if (code === "ENOENT" || code === "ENOTDIR") return [];
    throw error;
  }
}

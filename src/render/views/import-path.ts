import type { RenderOptions } from "../render-options.js";

/** Import path of a runtime module as seen from a file of the SDK. */
export function runtimeImportPath(
  from: string,
  options: RenderOptions,
  module = "index",
): string {
  const depth = from.split("/").length - 1;
  const path = options.runtimePath.replace(/^\.\//, "");
  const prefix =
    depth === 0 ? (path.startsWith("../") ? "" : "./") : "../".repeat(depth);
  return `${prefix}${path}/${module}${options.importExtension}`;
}

/** Import path between two files of the SDK, both relative to its folder and without extension. */
export function siblingImportPath(
  from: string,
  to: string,
  options: RenderOptions,
): string {
  const [fromFolder, toFolder] = [folderOf(from), folderOf(to)];
  if (fromFolder === toFolder)
    return `./${to.slice(toFolder.length)}${options.importExtension}`;
  const up =
    fromFolder === "" ? "./" : "../".repeat(fromFolder.split("/").length - 1);
  return `${up}${to}${options.importExtension}`;
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/") + 1);
}

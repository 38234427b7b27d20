import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** Folders that a pattern such as `specs/*` matches, relative to `base`, sorted; `*` and `?` match within one name. */
export function globFolders(base: string, pattern: string): readonly string[] {
  const segments = pattern.replaceAll("\\", "/").replace(/\/+$/, "").split("/");
  let found: readonly string[] = [""];
  for (const [index, segment] of segments.entries()) {
    found = found.flatMap((parent) => {
      const isRoot = index === 0 && segment === "";
      if (isRoot) return ["/"];
      return matchSegment(base, parent, segment);
    });
  }
  return [...found].toSorted();
}

function matchSegment(
  base: string,
  parent: string,
  segment: string,
): readonly string[] {
  const inside = (name: string) => {
    if (parent === "") return name;
    return parent.endsWith("/") ? `${parent}${name}` : `${parent}/${name}`;
  };
  const folder = parent.startsWith("/") ? parent : join(base, parent);
  if (!/[*?]/.test(segment)) {
    return isFolder(join(folder, segment)) ? [inside(segment)] : [];
  }
  return listFolders(folder)
    .filter((name) => matchesPattern(name, segment))
    .map(inside);
}

/** Names of the folders in a folder, without hidden ones. */
export function listFolders(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => !name.startsWith("."))
      .filter((name) => isFolder(join(folder, name)))
      .toSorted();
  } catch {
    return [];
  }
}

export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** Greedy matching with one point to fall back to: linear in practice, never exponential. */
export function matchesPattern(name: string, pattern: string): boolean {
  let at = 0;
  let patternAt = 0;
  let star = -1;
  let starAt = 0;
  while (at < name.length) {
    const expected = pattern[patternAt];
    if (expected === "*") {
      star = patternAt++;
      starAt = at;
    } else if (expected === "?" || expected === name[at]) {
      at += 1;
      patternAt += 1;
    } else if (star >= 0) {
      patternAt = star + 1;
      at = ++starAt;
    } else {
      return false;
    }
  }
  while (pattern[patternAt] === "*") patternAt += 1;
  return patternAt === pattern.length;
}

import path from "node:path";
import type { FileAccess } from "./file-access.js";

export function isGlob(input: string): boolean {
  return /[*?{[]/.test(input);
}

/** Files that match the pattern, sorted: `*` and `?` inside a name, `**` any folders, `{a,b}` alternatives. */
export async function expandGlob(
  pattern: string,
  cwd: string,
  files: FileAccess,
): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const plain of alternatives(pattern)) {
    const absolute = path.resolve(cwd, plain.replaceAll("\\", "/"));
    const { root } = path.parse(absolute);
    const segments = absolute.slice(root.length).split(path.sep);
    await walk(root, segments, { files, found });
  }
  return [...found].toSorted();
}

const MAX_ALTERNATIVES = 256;

function alternatives(pattern: string): readonly string[] {
  const done: string[] = [];
  const open = [pattern];
  for (const text of open) {
    const braces = /\{([^{}]*)\}/.exec(text);
    if (braces === null || open.length > MAX_ALTERNATIVES) {
      done.push(text);
      continue;
    }
    const before = text.slice(0, braces.index);
    const after = text.slice(braces.index + braces[0].length);
    for (const choice of (braces[1] ?? "").split(","))
      open.push(before + choice + after);
  }
  return done;
}

interface Walk {
  readonly files: FileAccess;
  readonly found: Set<string>;
}

async function walk(
  folder: string,
  segments: readonly string[],
  state: Walk,
): Promise<void> {
  const [segment, ...rest] = segments;
  if (segment === undefined) return;
  if (segment === "**") {
    await walk(folder, rest, state);
    for (const name of await visibleNames(folder, state.files)) {
      const below = path.join(folder, name);
      const facts = await state.files.examine(below);
      // Links are not followed here: they may lead back up.
      if (facts?.kind === "folder" && facts.realPath === below)
        await walk(below, segments, state);
    }
    return;
  }
  const names = isGlob(segment)
    ? await matching(folder, segment, state.files)
    : [segment];
  for (const name of names) {
    const next = path.join(folder, name);
    if (rest.length > 0) await walk(next, rest, state);
    else if ((await state.files.examine(next))?.kind === "file")
      state.found.add(next);
  }
}

async function matching(
  folder: string,
  segment: string,
  files: FileAccess,
): Promise<readonly string[]> {
  const names = await visibleNames(folder, files);
  return names.filter((name) => matches(name, segment));
}

/** Wildcards by the greedy two-pointer method: linear in practice, and never exponential. */
function matches(name: string, pattern: string): boolean {
  let at = 0;
  let next = 0;
  let star = -1;
  let mark = 0;
  while (at < name.length) {
    if (pattern[next] === "*") {
      star = next++;
      mark = at;
    } else if (
      next < pattern.length &&
      (pattern[next] === "?" || pattern[next] === name[at])
    ) {
      next++;
      at++;
    } else if (star >= 0) {
      next = star + 1;
      at = ++mark;
    } else {
      return false;
    }
  }
  while (pattern[next] === "*") next++;
  return next === pattern.length;
}

async function visibleNames(
  folder: string,
  files: FileAccess,
): Promise<readonly string[]> {
  const names = await files.list(folder);
  return names.filter((name) => !name.startsWith(".")).toSorted();
}

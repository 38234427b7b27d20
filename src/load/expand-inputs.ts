import path from "node:path";
import { nearest } from "../diagnostics/index.js";
import { expandGlob, isGlob } from "./glob.js";
import type { LoadContext } from "./load-context.js";

/** A file to load because the user asked for it. */
export interface InputFile {
  readonly path: string;
  /** Named itself, not found in a folder: it must be usable. */
  readonly isExplicit: boolean;
}

const SPECIFICATION =
  /\.(?:wsdl|xsd|xml|html?|md|markdown|txt|http|json|rst|adoc)$/i;

/**
 * The files that the inputs stand for: files, folders (not below), and globs, with the overrides that lie beside them.
 * Reports what is not there.
 */
export async function expandInputs(
  inputs: readonly string[],
  context: LoadContext,
): Promise<readonly InputFile[]> {
  const found = new Map<string, InputFile>();
  const add = (file: InputFile): void => {
    const known = found.get(file.path);
    if (known === undefined || file.isExplicit) found.set(file.path, file);
  };
  for (const input of inputs) {
    for (const file of await expandInput(input, context)) add(file);
  }
  for (const file of await overridesBeside([...found.keys()], context))
    add(file);
  return [...found.values()];
}

/** `soapstone.overrides.json` of the folder, and `page.overrides.json` beside `page.html`. */
async function overridesBeside(
  paths: readonly string[],
  context: LoadContext,
): Promise<readonly InputFile[]> {
  const wanted = new Set(
    paths.flatMap((file) => {
      const { dir, name } = path.parse(file);
      return ["soapstone", name].map((stem) =>
        path.join(dir, `${stem}.overrides.json`),
      );
    }),
  );
  const found: InputFile[] = [];
  for (const file of wanted)
    if ((await context.files.examine(file))?.kind === "file")
      found.push({ path: file, isExplicit: false });
  return found;
}

async function expandInput(
  input: string,
  context: LoadContext,
): Promise<readonly InputFile[]> {
  const absolute = path.resolve(context.cwd, input);
  const facts = await context.files.examine(absolute);
  if (facts?.kind === "file") return [{ path: absolute, isExplicit: true }];
  if (facts?.kind === "folder") return expandFolder(absolute, context);
  if (facts !== undefined) {
    context.sink.report("load/not-a-file", { path: input });
    return [];
  }
  if (isGlob(input)) return expandPattern(input, context);
  const suggestion = await suggest(absolute, context);
  context.sink.report("load/not-found", { path: input, suggestion });
  return [];
}

async function expandPattern(
  input: string,
  context: LoadContext,
): Promise<readonly InputFile[]> {
  const paths = await expandGlob(input, context.cwd, context.files);
  if (paths.length === 0) context.sink.report("load/no-match", { path: input });
  return paths.map((found) => ({ path: found, isExplicit: true }));
}

async function expandFolder(
  folder: string,
  context: LoadContext,
): Promise<readonly InputFile[]> {
  const names = [...(await context.files.list(folder))].toSorted();
  const found: InputFile[] = [];
  for (const name of names) {
    if (
      name.startsWith(".") ||
      !SPECIFICATION.test(name) ||
      isNotSpecification(name)
    )
      continue;
    const file = path.join(folder, name);
    if ((await context.files.examine(file))?.kind === "file")
      found.push({ path: file, isExplicit: false });
  }
  if (found.length === 0) {
    context.sink.report("load/empty-folder", { path: context.display(folder) });
  }
  return found;
}

/** Files that live beside specifications and are not one. */
function isNotSpecification(name: string): boolean {
  if (/\.overrides\.json$/i.test(name)) return false;
  return /^(?:readme|license|notice|changelog)\b|^(?:package|tsconfig|soapstone)[\w.-]*\.json$|\.lock\.json$/i.test(
    name,
  );
}

async function suggest(
  absolute: string,
  context: LoadContext,
): Promise<string> {
  const names = await context.files.list(path.dirname(absolute));
  const near = nearest(path.basename(absolute), names);
  return near === undefined
    ? ""
    : `; did you mean ${context.display(path.join(path.dirname(absolute), near))}?`;
}

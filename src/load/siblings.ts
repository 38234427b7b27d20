import path from "node:path";
import type { LoadContext } from "./load-context.js";

/** A WSDL or schema in the folder of an importing document. */
export interface Sibling {
  readonly path: string;
  readonly targetNamespace: string;
  readonly kind: "wsdl" | "xsd";
}

const MAX_SIBLINGS = 1_000;
const HEAD = 16 * 1024;
const NAME = /\.(?:wsdl|xsd|xml)$/i;

export type SiblingIndex = (folder: string) => Promise<readonly Sibling[]>;

/** Lists the WSDLs and schemas of a folder with their namespaces, each folder once. */
export function createSiblingIndex(context: LoadContext): SiblingIndex {
  const known = new Map<string, Promise<readonly Sibling[]>>();
  return (folder) => {
    const listed = known.get(folder) ?? readSiblings(folder, context);
    known.set(folder, listed);
    return listed;
  };
}

async function readSiblings(
  folder: string,
  context: LoadContext,
): Promise<readonly Sibling[]> {
  const names = [...(await context.files.list(folder))]
    .filter((name) => NAME.test(name))
    .toSorted();
  // The folder itself may be reached by a link.
  const realFolder = (await context.files.examine(folder))?.realPath ?? folder;
  const siblings: Sibling[] = [];
  for (const name of names.slice(0, MAX_SIBLINGS)) {
    const file = path.join(folder, name);
    const sibling = await readSibling(file, realFolder, context);
    if (sibling !== undefined) siblings.push(sibling);
  }
  return siblings;
}

/** Looks at the root element only: most of the folder may belong to other services. */
async function readSibling(
  file: string,
  realFolder: string,
  context: LoadContext,
): Promise<Sibling | undefined> {
  const facts = await context.files.examine(file);
  // Links may lead out of the folder.
  if (facts?.kind !== "file" || path.dirname(facts.realPath) !== realFolder)
    return undefined;
  const bytes = await context.files.read(file).catch(() => undefined);
  if (bytes === undefined) return undefined;
  const head = new TextDecoder().decode(bytes.subarray(0, HEAD));
  const root = /<(?:[\w.-]+:)?(definitions|schema)\s[^>]*>/.exec(head);
  if (root === null) return undefined;
  const found = /\stargetNamespace\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(root[0]);
  const targetNamespace = (found?.[1] ?? found?.[2] ?? "")
    .replaceAll("&amp;", "&")
    .trim();
  return {
    path: file,
    targetNamespace,
    kind: root[1] === "schema" ? "xsd" : "wsdl",
  };
}

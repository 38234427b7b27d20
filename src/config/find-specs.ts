import { closeSync, openSync, readdirSync, readSync } from "node:fs";
import { extname, join, posix } from "node:path";
import { listFolders } from "./glob-folders.js";
import { nameOfInputs } from "./service-name.js";
import type { SoapstoneConfig } from "./soapstone-config.js";

const maxDepth = 4;
const maxFiles = 2_000;
const skippedFolders: ReadonlySet<string> = new Set([
  "node_modules",
  "generated",
  "dist",
  "build",
  "out",
  "coverage",
]);
const pageExtensions: ReadonlySet<string> = new Set([
  ".html",
  ".htm",
  ".md",
  ".txt",
]);

/** Services that the documents in a folder seem to describe, as a config has them; undefined when there are none. */
export function findSpecs(folder: string): SoapstoneConfig["services"] {
  if (listFolders(join(folder, "specs")).length > 0) return "specs/*";
  const services = new Map<string, readonly string[]>();
  const pageFolders = new Map<string, string[]>();
  for (const path of listDocuments(folder)) {
    if (extname(path) === ".wsdl") addService(services, [path]);
    else if (showsEnvelope(join(folder, path))) {
      const parent = posix.dirname(path);
      pageFolders.set(parent, [...(pageFolders.get(parent) ?? []), path]);
    }
  }
  for (const [parent, pages] of pageFolders) {
    // A folder of its own is read whole; beside other files each page is named.
    addService(services, parent === "." ? pages : [parent]);
  }
  if (services.size === 0) return undefined;
  return Object.fromEntries(
    [...services].map(([name, inputs]) => [name, { inputs }]),
  );
}

function addService(
  services: Map<string, readonly string[]>,
  inputs: readonly string[],
): void {
  const name = nameOfInputs(inputs);
  let free = name;
  for (let count = 2; services.has(free); count++) free = `${name}-${count}`;
  services.set(free, inputs);
}

/** Documents in a folder and below, nearest first, sorted within a folder. */
function listDocuments(folder: string): readonly string[] {
  const documents: string[] = [];
  let folders: readonly string[] = [""];
  for (let depth = 0; depth < maxDepth; depth++) {
    for (const parent of folders) documents.push(...listOne(folder, parent));
    folders = folders.flatMap((parent) =>
      listFolders(join(folder, parent))
        .filter((name) => !skippedFolders.has(name))
        .map((name) => posix.join(parent, name)),
    );
  }
  return documents.slice(0, maxFiles);
}

function listOne(folder: string, parent: string): readonly string[] {
  try {
    return readdirSync(join(folder, parent), { withFileTypes: true })
      .filter((entry) => entry.isFile() && isDocument(entry.name))
      .map(({ name }) => posix.join(parent, name))
      .toSorted();
  } catch {
    return [];
  }
}

function isDocument(name: string): boolean {
  const extension = extname(name).toLowerCase();
  return extension === ".wsdl" || pageExtensions.has(extension);
}

/** A page is worth reading if a SOAP envelope begins in its first part, plain or escaped as HTML. */
function showsEnvelope(path: string): boolean {
  const bytes = Buffer.alloc(256 * 1024);
  const file = openSync(path, "r");
  try {
    const length = readSync(file, bytes);
    const text = bytes.toString("utf8", 0, length);
    return /(?:<|&lt;)(?:[\w.-]+:)?Envelope\b/.test(text);
  } catch {
    return false;
  } finally {
    closeSync(file);
  }
}

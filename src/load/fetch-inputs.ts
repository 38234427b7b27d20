import path from "node:path";
import type { DiagnosticSink } from "../diagnostics/index.js";
import type { FileAccess } from "./file-access.js";
import {
  formatLock,
  lockName,
  pullDocuments,
  withoutSecrets,
} from "./pull/index.js";

export interface FetchRequest {
  readonly sink: DiagnosticSink;
  readonly cwd: string;
  readonly files: FileAccess;
  readonly catalog: ReadonlyMap<string, string>;
  /** Nothing is fetched; each URL is reported. */
  readonly isOffline: boolean;
}

export interface FetchedInputs {
  /** The inputs, with a path in place of each URL. */
  readonly inputs: readonly string[];
  /** The disk, and the folders in memory that the documents are in. */
  readonly files: FileAccess;
  /** The URL to show for a path in memory. */
  readonly urls: ReadonlyMap<string, string>;
}

export function isUrl(input: string): boolean {
  return /^https?:\/\//i.test(input);
}

/**
 * Fetches the URLs among the inputs and all they import, each into a folder in memory like one that `soapstone pull`
 * makes: what follows reads it, lock file included, as if it were on the disk.
 */
export async function fetchInputs(
  inputs: readonly string[],
  request: FetchRequest,
): Promise<FetchedInputs> {
  if (!inputs.some(isUrl))
    return { inputs, files: request.files, urls: new Map() };
  const contents = new Map<string, Uint8Array>();
  const urls = new Map<string, string>();
  const paths: string[] = [];
  for (const [index, input] of inputs.entries()) {
    if (!isUrl(input)) paths.push(input);
    else if (request.isOffline || !URL.canParse(input)) {
      const url = withoutSecrets(input);
      request.sink.report("load/offline", { url });
    } else {
      const folder = path.resolve(request.cwd, `.soapstone-fetched-${index}`);
      paths.push(
        ...(await fetchInto(folder, input, { request, contents, urls })),
      );
    }
  }
  const files = withMemory(request.files, contents);
  return { inputs: paths, files, urls };
}

interface Memory {
  readonly request: FetchRequest;
  readonly contents: Map<string, Uint8Array>;
  readonly urls: Map<string, string>;
}

/** The path of the first document; none after reporting why it could not be fetched. */
async function fetchInto(
  folder: string,
  url: string,
  { request: { sink, catalog }, contents, urls }: Memory,
): Promise<readonly string[]> {
  const pulled = await pullDocuments({
    url,
    name: "document",
    sink,
    acceptsPage: true,
    catalog,
  });
  for (const document of pulled) {
    const file = path.join(folder, document.file);
    contents.set(file, document.bytes);
    urls.set(file, withoutSecrets(document.url));
  }
  const lock = new TextEncoder().encode(formatLock(pulled));
  contents.set(path.join(folder, lockName), lock);
  return pulled.slice(0, 1).map(({ file }) => path.join(folder, file));
}

function withMemory(
  disk: FileAccess,
  contents: ReadonlyMap<string, Uint8Array>,
): FileAccess {
  const namesIn = (folder: string): readonly string[] =>
    [...contents.keys()]
      .filter((file) => path.dirname(file) === folder)
      .map((file) => path.basename(file));
  return {
    read: async (file) => contents.get(file) ?? disk.read(file),
    examine: async (file) => {
      const bytes = contents.get(file);
      if (bytes !== undefined)
        return { kind: "file", size: bytes.length, realPath: file };
      return namesIn(file).length > 0
        ? { kind: "folder", size: 0, realPath: file }
        : disk.examine(file);
    },
    list: async (folder) => {
      const names = namesIn(folder);
      return names.length > 0 ? names : disk.list(folder);
    },
  };
}

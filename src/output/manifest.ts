import type { OutputSource } from "./output-unit.js";

export const manifestName = "soapstone.manifest.json";

export function isManifestPath(path: string): boolean {
  return path === manifestName || path.endsWith(`/${manifestName}`);
}

/** What soapstone knows about a folder it wrote; committed beside the files. */
export interface Manifest {
  readonly toolVersion: string;
  /** Absent for the runtime. */
  readonly service?: string;
  /** Of the runtime: the folders that share it. */
  readonly folders?: readonly string[];
  readonly configHash: string;
  readonly sources: readonly OutputSource[];
  /** Path relative to the manifest → SHA-256 of the text written. */
  readonly files: ReadonlyMap<string, string>;
  readonly names: Readonly<Record<string, string>>;
}

const formatVersion = 1;

/** The manifest as text: keys sorted by code units, nothing that differs between machines or runs. */
export function renderManifest(manifest: Manifest): string {
  const { service, folders, sources, files, names } = manifest;
  const document = {
    manifest: formatVersion,
    tool: `soapstone ${manifest.toolVersion}`,
    ...(service === undefined ? {} : { service }),
    ...(folders === undefined ? {} : { folders: [...folders].toSorted() }),
    config: manifest.configHash,
  };
  const head = JSON.stringify(document, null, 2).replace(/\n\}$/, "");
  const tables = [
    printTable(
      "sources",
      sources.map(({ path, sha256 }) => [path, sha256]),
    ),
    printTable("files", [...files]),
    printTable("names", Object.entries(names)),
  ];
  return `${[head, ...tables].join(",\n")}\n}\n`;
}

/** A member that maps text to text: printed line by line, as objects of thousands of members take their time. */
function printTable(
  member: string,
  entries: readonly (readonly [string, string])[],
): string {
  if (entries.length === 0) return `  ${JSON.stringify(member)}: {}`;
  const lines = new Map(
    entries.map(([key, value]) => [
      key,
      `    ${JSON.stringify(key)}: ${JSON.stringify(value)}`,
    ]),
  );
  // Without a comparison of ours, sorting takes a fraction of the time.
  const sorted = [...lines.keys()].sort().map((key) => lines.get(key));
  return `  ${JSON.stringify(member)}: {\n${sorted.join(",\n")}\n  }`;
}

export type ManifestReading =
  | { readonly kind: "manifest"; readonly manifest: Manifest }
  | { readonly kind: "problem"; readonly reason: string };

/** Reads a manifest that may be damaged, from another version, or hostile. */
export function parseManifest(text: string): ManifestReading {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return problem("it is not valid JSON");
  }
  if (!isRecord(document)) return problem("it is not an object");
  if (document["manifest"] !== formatVersion) {
    return problem(`its format is not version ${formatVersion}`);
  }
  const files = stringMap(document["files"]);
  const names = stringMap(document["names"]);
  const sources = stringMap(document["sources"]);
  if (!files || !names || !sources) {
    return problem('"files", "names" and "sources" must map text to text');
  }
  return {
    kind: "manifest",
    manifest: {
      toolVersion: textOrNone(document["tool"]).replace(/^soapstone /, ""),
      ...(typeof document["service"] === "string"
        ? { service: document["service"] }
        : {}),
      ...(Array.isArray(document["folders"])
        ? {
            folders: document["folders"].filter(
              (one) => typeof one === "string",
            ),
          }
        : {}),
      configHash: textOrNone(document["config"]),
      sources: [...sources].map(([path, sha256]) => ({ path, sha256 })),
      files,
      names: Object.fromEntries(names),
    },
  };
}

function problem(reason: string): ManifestReading {
  return { kind: "problem", reason };
}

function textOrNone(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function stringMap(value: unknown): ReadonlyMap<string, string> | undefined {
  if (!isRecord(value)) return undefined;
  const map = new Map<string, string>();
  for (const [key, member] of Object.entries(value)) {
    if (typeof member !== "string") return undefined;
    map.set(key, member);
  }
  return map;
}

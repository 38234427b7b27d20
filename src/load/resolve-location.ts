import path from "node:path";
import type { Span } from "../source/index.js";
import type { LoadContext } from "./load-context.js";
import type { LockIndex } from "./pull/index.js";
import type { Sibling, SiblingIndex } from "./siblings.js";

/** A reference from one document to another. */
export interface DocumentReference {
  readonly kind: "wsdl" | "import" | "include" | "redefine";
  /** Absolute path of the document that refers. */
  readonly base: string;
  readonly location?: string;
  readonly namespace: string;
  readonly span: Span;
}

export type Resolution =
  | {
      readonly kind: "files";
      readonly paths: readonly string[];
      readonly isGuess: boolean;
    }
  /** Nothing there; whether that matters is seen when all is loaded. */
  | { readonly kind: "missing" }
  /** Must not be read; reported. */
  | { readonly kind: "refused" };

const MISSING: Resolution = { kind: "missing" };

/** What is known of the folders that documents lie in. */
export interface FolderIndexes {
  readonly siblings: SiblingIndex;
  readonly locks: LockIndex;
}

/**
 * Finds the document that a reference means: by the user's catalog, by the lock file of a pull, as a file relative to the
 * importing one, or, for URLs and server-relative locations, as a file beside it that has the name or declares the namespace.
 */
export async function resolveLocation(
  reference: DocumentReference,
  { siblings, locks }: FolderIndexes,
  context: LoadContext,
): Promise<Resolution> {
  const { location } = reference;
  const mapped = inCatalog(reference, context);
  if (mapped !== undefined) return useCatalog(mapped, context);
  if (location === undefined) return MISSING;
  const locked = await locks(reference.base, location);
  if (locked !== undefined && (await context.files.examine(locked)))
    return { kind: "files", paths: [locked], isGuess: false };
  if (!isUrl(location)) {
    const found = await resolveFile(reference, location, context);
    if (found !== undefined) return found;
  }
  const paths = await guess(reference, location, { siblings, context });
  return paths.length === 0 ? MISSING : { kind: "files", paths, isGuess: true };
}

/** By location, or by namespace for an import; an include has the namespace of the including schema. */
function inCatalog(
  { kind, location, namespace }: DocumentReference,
  { catalog }: LoadContext,
): string | undefined {
  const byLocation = location === undefined ? undefined : catalog.get(location);
  if (byLocation !== undefined) return byLocation;
  const isNamed = namespace !== "" && (kind === "import" || kind === "wsdl");
  return isNamed ? catalog.get(namespace) : undefined;
}

/** The user named the file, so its folder may be read, too. */
async function useCatalog(
  mapped: string,
  context: LoadContext,
): Promise<Resolution> {
  const file = path.resolve(context.cwd, mapped);
  const facts = await context.files.examine(file);
  context.roots.add(path.dirname(file));
  if (facts !== undefined) context.roots.add(path.dirname(facts.realPath));
  return { kind: "files", paths: [file], isGuess: false };
}

/** Anything with a scheme but `file:`; one letter is a Windows drive. */
function isUrl(location: string): boolean {
  return /^[a-z][a-z\d+.-]+:/i.test(location) && !/^file:/i.test(location);
}

async function resolveFile(
  reference: DocumentReference,
  location: string,
  context: LoadContext,
): Promise<Resolution | undefined> {
  const relative = asPath(location);
  // A query alone: another document of the same address, which is another file.
  if (relative === "") return undefined;
  if (relative === undefined) return refuse(reference, location, context);
  const absolute = path.resolve(path.dirname(reference.base), relative);
  // Judged before touching the disk: whether a file outside exists is nobody's business.
  if (!(await isInside(absolute, context)))
    return refuse(reference, location, context);
  const facts = await context.files.examine(absolute);
  if (facts === undefined) return undefined;
  if (!isBelow(facts.realPath, context.roots))
    return refuse(reference, location, context);
  return { kind: "files", paths: [absolute], isGuess: false };
}

/** A location as a path; undefined when it is one that no specification needs: network shares, control characters. */
function asPath(location: string): string | undefined {
  const plain = location
    .replace(/^file:(?:\/\/(?:localhost)?(?=\/))?/i, "")
    .replace(/[?#].*$/s, "");
  let decoded: string;
  try {
    decoded = decodeURIComponent(plain);
  } catch {
    decoded = plain;
  }
  // oxlint-disable-next-line no-control-regex -- they are what is refused
  if (/[\u0000-\u001f]/.test(decoded) || /^[\\/]{2}/.test(decoded))
    return undefined;
  const slashed = decoded.replaceAll("\\", "/");
  return path.sep === "/" && /^[a-z]:/i.test(slashed) ? undefined : slashed;
}

/** The nearest existing folder above decides, since symbolic links may lead out. */
async function isInside(
  absolute: string,
  context: LoadContext,
): Promise<boolean> {
  if (isBelow(absolute, context.roots)) return true;
  const facts = await context.files.examine(absolute);
  return facts !== undefined && isBelow(facts.realPath, context.roots);
}

function isBelow(absolute: string, roots: ReadonlySet<string>): boolean {
  for (const root of roots) {
    const relative = path.relative(root, absolute);
    const isOutside = relative === ".." || relative.startsWith(`..${path.sep}`);
    if (!isOutside && !path.isAbsolute(relative)) return true;
  }
  return false;
}

function refuse(
  { span }: DocumentReference,
  location: string,
  context: LoadContext,
): Resolution {
  context.sink.report("load/outside-root", { location }, { span });
  return { kind: "refused" };
}

interface Guess {
  readonly siblings: SiblingIndex;
  readonly context: LoadContext;
}

/** Files beside the importing document, by name and then by namespace. */
async function guess(
  reference: DocumentReference,
  location: string,
  { siblings, context }: Guess,
): Promise<readonly string[]> {
  const folder = path.dirname(reference.base);
  const others = (await siblings(folder)).filter(
    (sibling) => sibling.path !== reference.base && fits(sibling, reference),
  );
  const names = candidateNames(location, path.basename(reference.base));
  const named = others.find((sibling) =>
    names.has(path.basename(sibling.path).toLowerCase()),
  );
  if (named !== undefined) return [named.path];
  const mirrored = await mirror(folder, location, context);
  if (mirrored !== undefined) return [mirrored];
  // An include or redefine without a namespace to go by would match any schema of the folder.
  if (reference.namespace === "" || reference.kind === "include") return [];
  const same = others.filter(
    (sibling) => sibling.targetNamespace === reference.namespace,
  );
  // `?wsdl=wsdl0` counts WSDLs, the stored files may be counted otherwise.
  const number =
    reference.kind === "wsdl" ? undefined : /(\d+)\D*$/.exec(location)?.[1];
  const numbered = same.filter(
    (sibling) => /(\d+)\.\w+$/.exec(sibling.path)?.[1] === number,
  );
  return (number !== undefined && numbered.length === 1 ? numbered : same).map(
    (sibling) => sibling.path,
  );
}

function fits(sibling: Sibling, reference: DocumentReference): boolean {
  const { kind, namespace, location = "" } = reference;
  const isOwn = sibling.targetNamespace === namespace;
  if (kind === "wsdl") {
    // WSDLs import schemas, too, and say so by the location.
    const isOfSchema = /[?&]xsd=|\.xsd$/i.test(location);
    const isKind = sibling.kind === (isOfSchema ? "xsd" : "wsdl");
    return isKind && (isOwn || namespace === "");
  }
  if (sibling.kind !== "xsd") return false;
  // A chameleon include: a schema without a namespace takes that of the including one.
  return isOwn || (kind !== "import" && sibling.targetNamespace === "");
}

/**
 * `…/Service.svc?xsd=xsd0` may be stored as `xsd0.xsd`, `Service.xsd0.xsd`, `Service.0.xsd` or `Service0.xsd`.
 *
 * @param base name of the file that a query alone belongs to
 */
function candidateNames(location: string, base: string): ReadonlySet<string> {
  const [before = "", query = ""] = location.toLowerCase().split("?", 2);
  const last =
    (before === "" ? base.toLowerCase() : before)
      .replace(/\/+$/, "")
      .split("/")
      .at(-1) ?? "";
  const value = query.split("&")[0]?.split("=").at(-1)?.split("/").at(-1) ?? "";
  const stem = last.replace(/\.\w+$/, "");
  const number = /\d+$/.exec(value)?.[0] ?? "";
  const stems =
    value === "" ? [last] : [value, `${stem}.${value}`, `${stem}_${value}`];
  if (number !== "")
    stems.push(`${stem}.${number}`, `${stem}${number}`, `${stem}_${number}`);
  return new Set(
    stems.flatMap((name) => [name, `${name}.xsd`, `${name}.wsdl`]),
  );
}

/** `http://host/path/a.xsd` stored as `host/path/a.xsd` or `path/a.xsd`, the way download tools do. */
async function mirror(
  folder: string,
  location: string,
  context: LoadContext,
): Promise<string | undefined> {
  const url = URL.canParse(location) ? new URL(location) : undefined;
  if (url === undefined || url.host === "" || url.pathname === "/")
    return undefined;
  const segments = [url.hostname, ...url.pathname.split("/").filter(Boolean)];
  for (const start of segments.slice(1).keys()) {
    const file = path.join(folder, ...segments.slice(start));
    const facts = await context.files.examine(file);
    if (facts?.kind === "file" && isBelow(facts.realPath, context.roots)) {
      return file;
    }
  }
  return undefined;
}

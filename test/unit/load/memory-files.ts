import path from "node:path";
import { createSink, type Diagnostic } from "../../../src/diagnostics/index.js";
import type { FileAccess } from "../../../src/load/index.js";
import { loadInputs, type Loaded } from "../../../src/load/index.js";

const ROOT = path.resolve("/work");

/** Files as if they stood below the current folder; every path that is read is noted. */
export function memoryFiles(
  contents: Readonly<Record<string, string | Uint8Array>>,
): FileAccess & { readonly reads: readonly string[] } {
  const files = new Map(
    Object.entries(contents).map(([name, content]) => [
      path.resolve(ROOT, name),
      content,
    ]),
  );
  const folders = new Set([...files.keys()].flatMap((file) => ancestors(file)));
  const reads: string[] = [];
  return {
    reads,
    async read(file) {
      reads.push(path.relative(ROOT, file));
      const content = files.get(file);
      if (content === undefined) throw new Error("not there");
      return typeof content === "string"
        ? new TextEncoder().encode(content)
        : content;
    },
    async examine(file) {
      const content = files.get(file);
      if (content !== undefined)
        return { kind: "file", size: content.length, realPath: file };
      return folders.has(file)
        ? { kind: "folder", size: 0, realPath: file }
        : undefined;
    },
    async list(folder) {
      const inside = [...files.keys(), ...folders].filter(
        (file) => path.dirname(file) === folder && file !== folder,
      );
      return inside.map((file) => path.basename(file));
    },
  };
}

function ancestors(file: string): readonly string[] {
  const parent = path.dirname(file);
  return parent === file ? [] : [parent, ...ancestors(parent)];
}

export interface Loading extends Loaded {
  readonly diagnostics: readonly Diagnostic[];
  readonly codes: readonly string[];
  readonly reads: readonly string[];
}

export async function load(
  contents: Readonly<Record<string, string | Uint8Array>>,
  inputs: readonly string[],
  catalog: Readonly<Record<string, string>> = {},
): Promise<Loading> {
  const sink = createSink();
  const files = memoryFiles(contents);
  const loaded = await loadInputs(inputs, {
    sink,
    cwd: ROOT,
    files,
    catalog: new Map(Object.entries(catalog)),
  });
  const { diagnostics } = sink;
  return {
    ...loaded,
    diagnostics,
    codes: diagnostics.map(({ code }) => code),
    reads: files.reads,
  };
}

/** Keys of the elements that the loaded schemas declare, those of well-known ones left out. */
export function elementKeys({ fragments }: Loaded): readonly string[] {
  return fragments
    .flatMap(({ schemas }) => schemas)
    .flatMap(({ elements }) => elements)
    .filter(({ origin }) => !origin.span.file.startsWith("well-known/"))
    .map(({ name }) => name.key);
}

export function xsdText(namespace: string, body: string): string {
  const target =
    namespace === ""
      ? ""
      : ` targetNamespace="${namespace}" xmlns:t="${namespace}"`;
  return `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"${target}>${body}</xs:schema>`;
}

export function wsdlText(body: string, schemas = ""): string {
  return `<w:definitions xmlns:w="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:w" xmlns:t="urn:w"><w:types>${schemas}</w:types>${body}</w:definitions>`;
}

import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** One operation whose request and response have the same element, and a response to give back as the request. */
export interface EchoCase {
  readonly id: string;
  /** Whether the response is valid; undefined where validators disagree. */
  readonly isValid: boolean | undefined;
  readonly wsdl: string;
  /** The WSDL imports a schema that the archive does not have. */
  readonly lacksSchema: boolean;
  readonly response: string;
}

export interface Archive {
  /** To be removed by the caller. */
  readonly folder: string;
  readonly cases: readonly EchoCase[];
}

const archives = join(import.meta.dirname, "../../../shared/echo");

/** Undefined where the archives are not at hand. */
export function unpack(name: string): Archive | undefined {
  const file = join(archives, `${name}.tar.xz`);
  if (!existsSync(file)) return undefined;
  const folder = mkdtempSync(join(tmpdir(), `echo-${name}-`));
  execFileSync("tar", ["xJf", file, "-C", folder]);
  const index = readFileSync(join(folder, name, "index.tsv"), "utf8");
  const [header = "", ...rows] = index.trimEnd().split("\n");
  const at = header.split("\t").indexOf("expect");
  const cases = rows.map((row) => {
    const cells = row.split("\t");
    const [id = ""] = cells;
    const wsdl = join(folder, name, id, "case.wsdl");
    return {
      id,
      isValid: { valid: true, invalid: false }[cells[at] ?? ""],
      wsdl,
      lacksSchema: lacksSchema(wsdl),
      response: readFileSync(join(folder, name, id, "response.xml"), "utf8"),
    };
  });
  return { folder, cases };
}

function lacksSchema(wsdl: string): boolean {
  const text = readFileSync(wsdl, "utf8");
  const [, location] =
    /<xs:import [^>]*schemaLocation="([^"]*)"/.exec(text) ?? [];
  return location !== undefined && !existsSync(join(dirname(wsdl), location));
}

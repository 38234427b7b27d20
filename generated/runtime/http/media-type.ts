// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

/** A media type with its parameters, all in lower case but the values. */
export interface MediaType {
  readonly type: string;
  readonly parameters: ReadonlyMap<string, string>;
}

const PARAMETER =
  /;\s*([^\s=;]{1,80})\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;]*))/g;

/** Reads a Content-Type header (RFC 9110 §8.3). */
export function parseMediaType(header: string): MediaType {
  const [type = ""] = header.split(";", 1);
  const parameters = new Map<string, string>();
  for (const [, name = "", quoted, plain] of header.matchAll(PARAMETER)) {
    const value = quoted?.replace(/\\(.)/g, "$1") ?? plain ?? "";
    parameters.set(name.toLowerCase(), value);
  }
  return { type: type.trim().toLowerCase(), parameters };
}

/** RFC 7303 §4, and what servers say instead of it. */
export function isXmlType(type: string): boolean {
  return /^(?:text|application)\/(?:[\w.-]+\+)?xml$/.test(type);
}

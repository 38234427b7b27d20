// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import { SoapError } from "../soap-error.js";

/** Merges headers; names differ by more than case, and the last one counts. */
export function mergeHeaders(
  ...sources: readonly (Readonly<Record<string, string>> | undefined)[]
): Record<string, string> {
  const merged = new Map<string, readonly [string, string]>();
  for (const source of sources) {
    for (const [name, value] of Object.entries(source ?? {})) {
      checkHeader(name, value);
      merged.set(name.toLowerCase(), [name, value]);
    }
  }
  return Object.fromEntries(merged.values());
}

/** RFC 9110 §5: a line break in a value would begin another header. */
function checkHeader(name: string, value: string): void {
  if (/^[\w!#$%&'*+.^`|~-]+$/.test(name) && !/[\r\n\0]/.test(value)) return;
  throw new SoapError(`headers.${name}: not a valid header`, {
    kind: "encode",
    path: `headers.${name}`,
    expected: "a header without line breaks",
    received: JSON.stringify(value),
  });
}

// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import { SoapError } from "../soap-error.js";

/** Fails because a message of several parts is not well made. */
export function failParts(expected: string): never {
  throw new SoapError(`the multipart answer lacks ${expected}`, {
    kind: "decode",
    path: "/",
    line: 1,
    column: 1,
    expected,
  });
}

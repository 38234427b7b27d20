// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import { SoapError } from "../soap-error.js";

/** Fails because an answer is past a limit. */
export function failPastLimit(what: string, limit: string): never {
  throw new SoapError(`the answer ${what} than ${limit}`, {
    kind: "decode",
    path: "/",
    line: 1,
    column: 1,
    expected: `at most ${limit}`,
    received: "more",
  });
}

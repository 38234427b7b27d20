// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import { ValueError } from "../../xsd/value-error.js";

/** Refuses a text that none of some expressions matches. */
export function refuseText(text: string, sources: readonly string[]): never {
  // Without the anchors, it is what the schema says.
  const shown = sources.map((source) =>
    source.replace(/^\^\(\?:(.*)\)\$$/, "$1"),
  );
  throw new ValueError(`a text like ${shown.join(" or ")}`, text);
}

import { spanAt } from "../source/index.js";
import type { Cursor } from "./cursor.js";

/* oxlint-disable no-control-regex -- control characters are what is looked for */

// Matching only what may be wrong keeps the common case to one fast search.
const SUSPECT =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/;
const INVALID =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** Reports the first character that XML 1.0 §2.2 excludes. */
export function hasOnlyXmlCharacters(cursor: Cursor): boolean {
  if (!SUSPECT.test(cursor.text)) return true;
  const offset = cursor.text.search(INVALID);
  if (offset === -1) return true;
  const code = cursor.text.charCodeAt(offset);
  const character = `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
  const span = spanAt(cursor.source, offset, 1);
  cursor.sink.report("xml/invalid-character", { character }, { span });
  return false;
}

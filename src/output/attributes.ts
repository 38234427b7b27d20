export const attributesName = ".gitattributes";

/**
 * Marks the files of a folder as generated: reviews fold them and statistics leave them out.
 * `-text` keeps Git from converting line ends, which would make every file look edited by hand.
 * Only top-level names are listed, so that a user's own files beside them are not marked.
 */
export function renderAttributes(paths: readonly string[]): string {
  const patterns = new Set(
    paths.map((path) => {
      const slash = path.indexOf("/");
      return slash < 0 ? path : `${path.slice(0, slash)}/**`;
    }),
  );
  return [...patterns]
    .toSorted()
    .map((pattern) => `${quote(pattern)} -text linguist-generated\n`)
    .join("");
}

/** gitattributes(5): a pattern with blanks is quoted as in C. Brackets are matched literally by escaping them. */
function quote(pattern: string): string {
  const literal = pattern.replace(/[[\]]/g, "\\$&");
  const anchored = `/${literal}`;
  return /[\s"]/.test(anchored)
    ? `"${anchored.replace(/["\\]/g, "\\$&")}"`
    : anchored;
}

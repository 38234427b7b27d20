/** What a document is, judged by its content and, where that leaves it open, its name. */
export type DocumentKind = "xml" | "html" | "page" | "overrides";

/** White space, comments, processing instructions and a document type declaration before the root element. */
const PROLOG = /\s+|<\?[^>]*>|<!--(?:[^-]|-(?!-))*-->|<!DOCTYPE[^>[]*>/y;
const ROOT = /<(?:([\w.-]+):)?([\w.-]+)/y;
const SPECIFICATIONS: ReadonlySet<string> = new Set([
  "definitions",
  "description",
  "schema",
]);

/**
 * A WSDL or schema is known by its root element, or claimed by the name of the file; anything else is documentation.
 */
export function documentKind(path: string, text: string): DocumentKind {
  const isClaimed = /\.(?:wsdl|xsd)$/i.test(path);
  const root = rootName(text);
  if (root === "html") return isClaimed ? "html" : "page";
  if (isClaimed || (root !== undefined && SPECIFICATIONS.has(root)))
    return "xml";
  return /\.overrides\.json$/i.test(path) ? "overrides" : "page";
}

/** Local name of the root element, if the text starts like markup; `html` in lower case. */
function rootName(text: string): string | undefined {
  if (/^\s*<!doctype\s+html/i.test(text.slice(0, 1000))) return "html";
  let position = 0;
  for (;;) {
    PROLOG.lastIndex = position;
    if (!PROLOG.test(text)) break;
    position = PROLOG.lastIndex;
  }
  ROOT.lastIndex = position;
  const local = ROOT.exec(text)?.[2];
  return local !== undefined && /^html$/i.test(local) ? "html" : local;
}

/** Title of a page, for a message; '' when it has none. */
export function pageTitle(text: string): string {
  const title = /<title[^>]*>([^<]{1,200})/i.exec(text)?.[1]?.trim() ?? "";
  return title === "" ? "" : ` ("${title}")`;
}

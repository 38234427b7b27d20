import type { SourceText } from "../../source/index.js";

const descriptionRoot =
  /^\ufeff?\s{0,1000}(?:<\?[^>]{0,200}\?>\s{0,1000})?(?:<!--[^]{0,20000}?-->\s{0,1000}){0,5}<(?:[\w.-]{1,40}:)?(?:definitions|schema|description)[\s>]/;
const message =
  /(?:<|&lt;)(?:[\w.-]{1,40}:)?(?:Envelope|Body)(?:[\s>]|&gt;)|\bHTTP\/\d(?:\.\d)? \d{3}\b|\b(?:POST|GET) \/\S{0,2000}/;
const document =
  /\.(?:html?|xhtml|md|markdown|txt|text|http|rst|adoc|wiki|har)$/i;

/** Whether a file is documentation with messages in it, rather than a WSDL or a schema. */
export function looksLikePage(source: SourceText): boolean {
  if (descriptionRoot.test(source.text.slice(0, 130000))) return false;
  return document.test(source.path) || message.test(source.text);
}

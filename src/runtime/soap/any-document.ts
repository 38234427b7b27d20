import type { SoapBody } from "./body.js";

/** Puts a document that is only the content of the described root, which has no namespace, into that root. */
export function wrapDocument(body: SoapBody, document: string): string {
  if (body.kind !== "xml" || body.content !== true) return document;
  const { element } = body.root();
  return `<${element}>${document.replace(/^\s*<\?xml[^>]*>/, "").trim()}</${element}>`;
}

/** The content of a root that is not on the wire. */
export function unwrapDocument(body: SoapBody, xml: string): string {
  if (body.kind !== "xml" || body.content !== true) return xml;
  const end = xml.lastIndexOf("</");
  return end < 0 ? "" : xml.slice(xml.indexOf(">") + 1, end);
}

import { createSink } from "../../src/diagnostics/index.js";
import { createSourceText } from "../../src/source/index.js";
import { parseXml, type XmlElement } from "../../src/xml/index.js";

/** The information of an XML document that matters: names, attributes in order of name, text; prefixes and layout do not. */
export function canonicalXml(text: string): string {
  const sink = createSink();
  const document = parseXml(createSourceText("message.xml", text), sink);
  if (document === undefined) {
    throw new Error(
      `not well-formed: ${sink.diagnostics.map(({ message }) => message).join("; ")}\n${text}`,
    );
  }
  return write(document.root, "");
}

function write(element: XmlElement, indent: string): string {
  const attributes = element.attributes
    .map(({ namespace, local, value }) => ` {${namespace}}${local}="${value}"`)
    .sort()
    .join("");
  const name = `{${element.namespace}}${element.local}${attributes}`;
  const children = element.children.filter(
    (child) =>
      child.kind === "element" ||
      (child.kind === "text" && child.value.trim() !== ""),
  );
  const lines = children.map((child) =>
    child.kind === "element"
      ? write(child, `${indent}  `)
      : `${indent}  ${JSON.stringify(child.kind === "text" ? child.value.trim() : "")}`,
  );
  return [`${indent}${name}`, ...lines].join("\n");
}

/** An element to be written: attributes that are undefined are left out. */
export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | undefined>>;
  readonly children: readonly (XmlNode | string)[];
}

export function element(
  name: string,
  attributes: XmlNode["attributes"] = {},
  children: XmlNode["children"] = [],
): XmlNode {
  return { name, attributes, children };
}

/** The document as text, two columns of indentation a level. */
export function printXml(root: XmlNode): string {
  const lines = ['<?xml version="1.0" encoding="utf-8"?>'];
  print(root, "", lines);
  return `${lines.join("\n")}\n`;
}

function print(node: XmlNode, margin: string, lines: string[]): void {
  const attributes = Object.entries(node.attributes)
    .map(([name, value]) =>
      value === undefined ? "" : ` ${name}="${escapeAttribute(value)}"`,
    )
    .join("");
  const [only] = node.children;
  if (only === undefined) lines.push(`${margin}<${node.name}${attributes}/>`);
  else if (typeof only === "string" && node.children.length === 1) {
    lines.push(
      `${margin}<${node.name}${attributes}>${escapeText(only)}</${node.name}>`,
    );
  } else {
    lines.push(`${margin}<${node.name}${attributes}>`);
    for (const child of node.children) {
      if (typeof child === "string")
        lines.push(`${margin}  ${escapeText(child)}`);
      else print(child, `${margin}  `, lines);
    }
    lines.push(`${margin}</${node.name}>`);
  }
}

/** Characters that no XML document may hold are left out: documentation may come from anywhere. */
function escapeText(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("\r", "&#13;");
}

function escapeAttribute(text: string): string {
  return escapeText(text)
    .replaceAll('"', "&quot;")
    .replaceAll("\n", "&#10;")
    .replaceAll("\t", "&#9;");
}

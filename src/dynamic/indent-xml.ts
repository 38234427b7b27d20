const token = /<!\[CDATA\[[\s\S]*?\]\]>|<(?:"[^"]*"|'[^']*'|[^'">])*>|[^<]+/g;

/** Puts the elements of a message on lines of their own; an element that contains text stays as it is. */
export function indentXml(xml: string): string {
  const tokens = xml.match(token) ?? [];
  const inline = elementsWithText(tokens);
  const lines: string[] = [];
  let depth = 0;
  for (let at = 0; at < tokens.length; at++) {
    const current = tokens[at] ?? "";
    if (current.trim() === "") continue;
    if (current.startsWith("</")) depth--;
    const end = inline.get(at);
    lines.push(
      "  ".repeat(depth) +
        (end === undefined ? current : tokens.slice(at, end + 1).join("")),
    );
    if (end !== undefined) at = end;
    else if (isStartTag(current)) depth++;
  }
  return lines.join("\n");
}

function isStartTag(text: string): boolean {
  return text.startsWith("<") && !/^<[/?!]/.test(text) && !text.endsWith("/>");
}

/** For start tags of elements with text in them, or with nothing: where the end tag is. */
function elementsWithText(
  tokens: readonly string[],
): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  const open: { readonly at: number; hasText: boolean; isEmpty: boolean }[] =
    [];
  tokens.forEach((current, at) => {
    const parent = open.at(-1);
    if (current.startsWith("</")) {
      const element = open.pop();
      if (element !== undefined && (element.hasText || element.isEmpty))
        found.set(element.at, at);
      return;
    }
    if (parent !== undefined) parent.isEmpty = false;
    const isMarkup =
      current.startsWith("<") && !current.startsWith("<![CDATA[");
    if (parent !== undefined && !isMarkup && current.trim() !== "")
      parent.hasText = true;
    if (isStartTag(current)) open.push({ at, hasText: false, isEmpty: true });
  });
  return found;
}

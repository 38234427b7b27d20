/** Prose of a specification as plain text: indentation of the XML removed, at most one empty line in a row. */
export function documentationText(raw: string): string | undefined {
  const lines: string[] = [];
  for (const line of raw.split("\n")) {
    const text = line.replaceAll("\t", " ").trim();
    if (text !== "" || (lines.length > 0 && lines.at(-1) !== "")) {
      lines.push(text);
    }
  }
  while (lines.at(-1) === "") lines.pop();
  return lines.length === 0 ? undefined : lines.join("\n");
}

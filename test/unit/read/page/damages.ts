const lines = (text: string): string[] => text.split("\n");
const escapeHtml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** Breaks a line at blanks and hyphens, as an editor set to a column does. */
function wrap(line: string, width: number): string {
  const wrapped: string[] = [];
  let current = "";
  for (const word of line.split(/(?<=\s)(?=\S)|(?<=-)(?=\w)/)) {
    if (current.length + word.length > width && current.trim() !== "") {
      wrapped.push(current);
      current = "\t";
    }
    current += word;
  }
  return [...wrapped, current].join("\n");
}

/** What captures do to a page, as functions of its text. */
export const damages: Readonly<Record<string, (text: string) => string>> = {
  "all on one line": (text) => text.replaceAll(/\s*\n\s*/g, " "),
  "no indentation": (text) => text.replaceAll(/^[ \t]+/gm, ""),
  "no blank lines": (text) => text.replaceAll(/\n\s*\n/g, "\n"),
  "doubled line ends": (text) => text.replaceAll("\n", "\n\n"),
  "line ends of Windows": (text) => text.replaceAll("\n", "\r\n"),
  "a wrap at column 70": (text) =>
    lines(text)
      .map((line) => wrap(line, 70))
      .join("\n"),
  "a comment of Java": (text) =>
    `/**\n${lines(text)
      .map((line) => ` * ${line}`)
      .join("\n")}\n */\n`,
  "comments of C#": (text) =>
    lines(text)
      .map((line) => `//${line}`)
      .join("\n"),
  "curly quotation marks": (text) => text.replaceAll(/="([^"\n]*)"/g, "=“$1”"),
  "HTML's pre": (text) =>
    `<html><body><p>x</p><pre>${escapeHtml(text)}</pre></body></html>`,
  "HTML's breaks": (text) =>
    `<html><body><div>${escapeHtml(text).replaceAll("\n", "<br>\n")}</div></body></html>`,
  "line numbers": (text) =>
    lines(text)
      .map((line, index) => `${index + 1}. ${line}`)
      .join("\n"),
  "a string literal": (text) =>
    `string s = "${lines(text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')).join('\\n" +\n  "')}";`,
};

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

/** The messages of a page, each with its head: what starts at a line of HTTP and ends before the prose goes on. */
const exchange =
  /^(?:(?:POST|GET) \S+ HTTP\/1\.1|HTTP\/1\.1 \d+ \w+)\n(?:[\w-]+: .*\n)*(?:\n(?:<[^]*?Envelope>(?=\n)|<[^]*?\n(?=\n)|\w+=\w*(?:&\w+=\w*)*(?=\n)))?/gm;

function eachExchange(
  text: string,
  change: (exchange: string) => string,
): string {
  return text.replaceAll(exchange, (found) => change(found.trimEnd()));
}

const localised: readonly (readonly [RegExp, string])[] = [
  [
    /The following is a sample (.*) request and response\..*/g,
    "Le texte suivant est un exemple de demande et de réponse $1. Les espaces réservés affichés doivent être remplacés par des valeurs réelles.",
  ],
  [
    /Click here for a complete list of operations\./g,
    "Cliquez ici pour obtenir une liste complète des opérations.",
  ],
  [
    /The test form is only available .*/g,
    "Le formulaire n'est disponible que pour les demandes provenant de l'ordinateur local.",
  ],
];

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
  "a browser's way to save": (text) =>
    `<!DOCTYPE html>\n<HTML><HEAD><TITLE>x</TITLE></HEAD><BODY><DIV id="content"><SPAN>${eachExchange(
      escapeHtml(text),
      (found) =>
        `<PRE>${found.replaceAll(/&gt;(string|int|boolean|dateTime)&lt;/g, '&gt;<FONT class="value">$1</FONT>&lt;')}</PRE>`,
    ).replaceAll(/\n{2,}(?!<PRE>)/g, "</P>\n<P>")}</SPAN></DIV></BODY></HTML>`,
  "fences of Markdown": (text) =>
    eachExchange(text, (found) => `\`\`\`xml\n${found}\n\`\`\`\n`),
  "Markdown's indented blocks": (text) =>
    eachExchange(text, (found) => found.replaceAll(/^/gm, "    ")),
  "Liquid's raw markers": (text) =>
    eachExchange(text, (found) => `{% raw %}${found}{% endraw %}\n`),
  "quoted mail": (text) => text.replaceAll(/^/gm, "> "),
  "comments of Visual Basic": (text) => text.replaceAll(/^/gm, "'"),
  "comments of SQL": (text) => text.replaceAll(/^/gm, "-- "),
  tabs: (text) =>
    text.replaceAll(/^ +/gm, (blanks) => "\t".repeat(blanks.length)),
  "hard blanks": (text) =>
    text.replaceAll(/^ +/gm, (blanks) => "\u00a0".repeat(blanks.length)),
  "messages glued together": (text) =>
    text.replaceAll(/Envelope>\n+(?=HTTP)/g, "Envelope>"),
  "blanks before start lines": (text) =>
    text.replaceAll(/^(?=HTTP\/1|POST |GET )/gm, "            "),
  "a misspelt header": (text) =>
    text
      .replaceAll("Content-Length:", "Content -length:")
      .replaceAll("Content-Type:", "Content-type :")
      .replaceAll("SOAPAction:", "SoapAction :"),
  "end tags on lines of their own": (text) =>
    text.replaceAll(/(?<=[^\s>])(?=<\/\w)/g, "\n"),
  "sentences in French": (text) => {
    let result = text;
    for (const [pattern, words] of localised)
      result = result.replaceAll(pattern, words);
    return result;
  },
  "line numbers": (text) =>
    lines(text)
      .map((line, index) => `${index + 1}. ${line}`)
      .join("\n"),
  "a string literal": (text) =>
    `string s = "${lines(text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')).join('\\n" +\n  "')}";`,
};

const lines = (text: string): string[] => text.split("\n");
const escapeHtml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

type Change = (text: string) => string;

const eachLine =
  (change: (line: string, index: number) => string): Change =>
  (text) =>
    lines(text).map(change).join("\n");
const before = (mark: string): Change => eachLine((line) => mark + line);

/** Each message without its head. */
const eachMessage =
  (change: Change): Change =>
  (text) =>
    text.replaceAll(/<\?xml[^]*?Envelope>/g, change);
const replacing = (pattern: RegExp, insert: string): Change =>
  eachMessage((message) => message.replaceAll(pattern, insert));

/** The lines of a message as literals of a program, between what begins and ends each. */
const literals = (begin: string, end: string): Change =>
  eachMessage((message) =>
    lines(message)
      .map((line) => `${begin}${line}${end}`)
      .join("\n"),
  );

const inHtml = (text: string): string =>
  `<html><body><p>x</p>${text}</body></html>`;

const prefixes: Readonly<Record<string, Change>> = {
  "a patch": before("+"),
  "a patch of a part": (text) =>
    `--- a/doc.txt\n+++ b/doc.txt\n@@ -1,99 +1,99 @@\n${eachLine((line, index) => (index % 5 === 3 ? `-old\n+${line}` : ` ${line}`))(text)}`,
  "mail answered twice": before("> > "),
  "mail answered thrice": before(">>> "),
  "a table of one column": eachLine((line) => `| ${line.padEnd(60)} |`),
  "a margin of bars": before("    |"),
  bullets: eachMessage(before("- ")),
  "round bullets": eachMessage(before("• ")),
  "code marks on each line": (text) =>
    eachMessage(eachLine((line) => `\`${line}\``))(text),
  "a tree view": eachMessage((message) =>
    message.replaceAll(/^( *)<(?!\?|\/)(?![^\n]*<\/)(?![^\n]*\/>)/gm, "$1- <"),
  ),
};

const numbers: Readonly<Record<string, Change>> = {
  "numbers and bars": eachLine((line, index) => `${index + 1}|${line}`),
  "numbers in brackets": eachLine((line, index) => `[${index + 1}] ${line}`),
  "numbers in parentheses": eachLine((line, index) => `(${index + 1}) ${line}`),
  "numbers without a gap": eachLine((line, index) => `${index + 1}${line}`),
  "numbers on lines of their own": eachLine(
    (line, index) => `${index + 1}\n${line}`,
  ),
  "numbers of a code host": eachLine((line, index) => `L${index + 1}: ${line}`),
};

const characters: Readonly<Record<string, Change>> = {
  "invisible blanks": (text) => text.replaceAll(">", ">\u200b"),
  "control characters": (text) => text.replaceAll("\n", "\b\n"),
  "soft hyphens": (text) => text.replaceAll("Envelope", "Enve\u00adlope"),
  "word joiners": (text) => text.replaceAll(":", ":\u2060"),
  "marks of direction": (text) => text.replaceAll("<", "\u200e<"),
  "hyphens of typography": (text) =>
    text.replaceAll("Content-", "Content\u2011"),
  "dashes in header names": (text) => text.replaceAll("Content-", "Content–"),
  "colons of East Asia": (text) =>
    text.replaceAll(/^(Host|Content-\w+|SOAPAction): /gm, "$1："),
  "quotation marks of East Asia": replacing(/="([^"]*)"/g, "=＂$1＂"),
  "escaped quotation marks": replacing(/"/g, "&quot;"),
  "no quotation marks": replacing(/="([^"]*)"/g, "=$1"),
};

/** Only blanks and line ends: nothing that a repair would have to be recorded for. */
export const blanks: Readonly<Record<string, Change>> = {
  "hard blanks only": (text) => text.replaceAll(" ", "\u00a0"),
  "lines ended by NEL": (text) => text.replaceAll("\n", "\u0085\n"),
  "lines ended by line separators": (text) => text.replaceAll("\n", "\u2028"),
  "lines filled with blanks": eachLine((line) => line.padEnd(120)),
  "lower case header names": (text) =>
    text.replaceAll(/^(?:Host|Content-\w+|SOAPAction):/gm, (name) =>
      name.toLowerCase(),
    ),
  "a table of lines": (text) =>
    inHtml(
      `<table>${lines(escapeHtml(text))
        .map((line) => `<tr><td></td><td>${line}</td></tr>`)
        .join("\n")}</table>`,
    ),
};

const tags: Readonly<Record<string, Change>> = {
  "blanks in end tags": (text) => text.replaceAll("</", "< /"),
  "blanks before brackets": eachMessage((text) =>
    text.replaceAll(/(\?|\/)?>/g, "$1 >"),
  ),
  "blanks after brackets": replacing(/<(?=[\w/])/g, "< "),
  "blanks around colons": replacing(/<(\/?)(soap\w*):/g, "<$1$2 : "),
  "SOAP's names in lower case": (text) =>
    text.replaceAll(/(?<=<\/?soap(?:12)?:)(?:Envelope|Body|Header)/g, (name) =>
      name.toLowerCase(),
    ),
  "brackets lost to links": (text) =>
    text.replaceAll(/<(soap(?:12)?:(?:Body|Header))>/g, "$1"),
};

const notations: Readonly<Record<string, Change>> = {
  "escapes made twice": (text) =>
    inHtml(`<pre>${escapeHtml(escapeHtml(text))}</pre>`),
  "escapes of Markdown": (text) =>
    text.replaceAll("<", "\\<").replaceAll(">", "\\>"),
  "addresses as links": (text) =>
    text.replaceAll(/"(http:\/\/[\w./-]+)"/g, '"[$1]($1)"'),
  "bold values": replacing(/>(\w+)<\//g, ">**$1**</"),
  "backslashes at line ends": (text) => text.replaceAll("\n", "\\\n"),
  "a forum's code": eachMessage((message) => `[code=xml]${message}[/code]`),
  "a wiki's code": eachMessage((message) => `{code:xml}${message}{code}`),
  "a documentation comment": eachMessage(
    (message) => `<example><![CDATA[${message}]]></example>`,
  ),
  "a literal joined by ||": literals("'", "' ||"),
  "a literal joined by +=": literals("s += '", "';"),
  "a literal of Objective-C": eachMessage((message) =>
    lines(message.replaceAll('"', '\\"'))
      .map((line) => `@"${line}\\n"`)
      .join("\n"),
  ),
  "a literal of ABAP": eachMessage((message) =>
    lines(message)
      .map((line, index) =>
        index === 0 ? `x = '${line}'.` : `CONCATENATE x '${line}' INTO x.`,
      )
      .join("\n"),
  ),
  "a literal of Pascal": literals("'", "' + #13#10 +"),
};

const frames: Readonly<Record<string, Change>> = {
  "a log": eachLine(
    (line, index) =>
      `2024-03-01 12:0${String(index % 10)}:33,12${String(index % 10)} DEBUG [exec-${String(index % 7)}] log.Wire - ${line}`,
  ),
  "a log of bytes sent": eachMessage(
    eachLine(
      (line) =>
        `12:00:33.120 [main] DEBUG wire - http-outgoing-0 >> "${line}[\\r][\\n]"`,
    ),
  ),
  "a search's results": eachLine(
    (line, index) => `doc.txt:${String(index + 1)}:${line}`,
  ),
  "an annotated listing": eachLine(
    (line, index) =>
      `^3f2a1bc (Jane 2019-04-01 10:11:12 +0200 ${String(index + 1).padStart(3)}) ${line}`,
  ),
  "comments of M4": before("dnl "),
  "a box": eachLine((line) => `│ ${line.padEnd(60)} │`),
  "a chain of calls": eachMessage(
    (message) =>
      `StringBuilder s = new StringBuilder()\n${lines(
        message.replaceAll('"', '\\"'),
      )
        .map((line) => `    .append("${line}")`)
        .join("\n")};`,
  ),
  "a statement for each line": eachMessage((message) =>
    lines(message.replaceAll('"', '\\"'))
      .map((line) => `s.AppendLine("${line}");`)
      .join("\n"),
  ),
  "a first statement that differs": eachMessage((message) =>
    lines(message)
      .map((line, index) => `$xml ${index === 0 ? "" : "."}= '${line}';`)
      .join("\n"),
  ),
  "an array of lines": eachMessage(
    (message) =>
      `[\n${lines(message)
        .map((line) => `  '${line}',`)
        .join("\n")}\n].join("")`,
  ),
  "marks of line ends": (text) => text.replaceAll("\n", "¶\n"),
  "carriage returns made visible": (text) => text.replaceAll("\n", "^M\n"),
  "marks that go on": (text) => text.replaceAll("\n", " ^\n"),
};

const printed: Readonly<Record<string, Change>> = {
  "a window's width": eachMessage((message) =>
    message.replaceAll(/[^\n]{50}(?=[^\n])/g, "$&\n"),
  ),
  "wraps that are marked": eachMessage((message) =>
    message.replaceAll(/[^\n]{50}(?=[^\n])/g, "$&\n  ↪ "),
  ),
  "page numbers": eachMessage((message) =>
    message.replaceAll(/(?<=:Body>)\n(?=\s*<)/g, "\n\n17\n\f\n"),
  ),
  "headers and footers": eachMessage((message) =>
    message.replaceAll(
      /(?<=:Body>)\n(?=\s*<)/g,
      "\n\nPage 3 of 9\n\fThe Shop Guide, 3rd edition\n\n",
    ),
  ),
  "dots for blanks": eachMessage((message) =>
    message.replaceAll(/^ +/gm, (found) => "·".repeat(found.length)),
  ),
  "lines of an outline": eachMessage((message) =>
    message.replaceAll(/^(?: {2})+/gm, (found) =>
      "│ ".repeat(found.length / 2),
    ),
  ),
  callouts: eachMessage((message) =>
    message.replace(/(?<=<soap:Body>)/, " <1>"),
  ),
  "colours of a terminal": eachMessage((message) =>
    message.replaceAll(/<(\/?[\w:]+)/g, "\u001b[36m<$1\u001b[0m"),
  ),
  "ligatures of a printed page": (text) =>
    `A ﬁrst oﬃce\n${text.replaceAll("fi", "ﬁ")}`,
  "a comment of XML": (text) => `<!--\n${text}\n-->`,
  "triangles of a tree": eachMessage(
    (message) =>
      `This XML file does not appear to have any style information associated with it. The document tree is shown below.\n${message
        .replace(/<\?xml.*\n/, "")
        .replaceAll(/^( *)<(?!\/)(?![^\n]*<\/)(?![^\n]*\/>)/gm, "$1▼<")}`,
  ),
};

/** Damages that are seen less often, each put right in so many words. */
export const rareDamages: Readonly<Record<string, Change>> = {
  ...frames,
  ...printed,
  ...prefixes,
  ...numbers,
  ...characters,
  ...tags,
  ...notations,
};

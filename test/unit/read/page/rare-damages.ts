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

/** Damages that are seen less often, each put right in so many words. */
export const rareDamages: Readonly<Record<string, Change>> = {
  ...prefixes,
  ...numbers,
  ...characters,
  ...tags,
  ...notations,
};

/** A mail, or a page saved as a single file (MHTML, RFC 2557): headers, then the text, or its versions and pictures as parts. */
const mailStart =
  /^\ufeff?(?:from|to|mime-version|subject|date|content-type|snapshot-content-location|return-path|received|message-id|delivered-to|reply-to|x-[\w-]{1,40}):/i;
const message = /(?:<|&lt;)(?:[\w.-]{1,40}:)?Envelope[\s>]/;
/** Parts may hold parts; deeper than this no program puts them. */
const MAXIMUM_DEPTH = 5;

interface MailPart {
  readonly type: string;
  readonly text: string;
}

/** The text of a mail or archive; undefined for any other document, and where it is written as it is. */
export function textOfMail(text: string): string | undefined {
  if (!mailStart.test(text)) return undefined;
  const { head } = splitHead(text);
  const isMultipart = /^content-type:\s*multipart\//im.test(head);
  const isEncoded =
    /^content-transfer-encoding:\s*(?:quoted-printable|base64)/im.test(head);
  if (!isMultipart && !isEncoded) return undefined;
  const parts = partsOf(text, 0);
  const pages = parts.filter(({ type }) => type === "text/html");
  const plain = parts.filter(({ type }) => type === "text/plain");
  const versions = [...plain, ...pages];
  const best = versions.find((part) => message.test(part.text));
  return (best ?? pages[0] ?? plain[0])?.text;
}

function partsOf(text: string, depth: number): readonly MailPart[] {
  const { head, body } = splitHead(text);
  const boundary =
    /^content-type:\s*multipart\/[^]{0,400}?boundary="?([^"\s;]{1,200})/im.exec(
      head,
    )?.[1];
  if (boundary !== undefined && depth < MAXIMUM_DEPTH)
    return body
      .split(`--${boundary}`)
      .slice(1)
      .filter((part) => !part.startsWith("--"))
      .flatMap((part) => partsOf(part.replace(/^[ \t]*\r?\n/, ""), depth + 1));
  const type = /^content-type:\s*([\w.+/-]{1,100})/im.exec(head)?.[1];
  return [
    {
      type: (type ?? "text/plain").toLowerCase(),
      text: decodePart(head, body),
    },
  ];
}

function splitHead(text: string): {
  readonly head: string;
  readonly body: string;
} {
  const blank = /\r?\n\r?\n/.exec(text);
  if (blank === null) return { head: text, body: "" };
  const body = text.slice(blank.index + blank[0].length);
  return { head: text.slice(0, blank.index), body };
}

/** RFC 2045 §6: how the bytes are written, and of which characters they are. */
function decodePart(head: string, body: string): string {
  const written =
    /^content-transfer-encoding:\s*([\w-]+)/im.exec(head)?.[1]?.toLowerCase() ??
    "";
  const charset = /charset="?([\w.:-]{1,40})/i.exec(head)?.[1] ?? "utf-8";
  if (written === "base64")
    return decode(Buffer.from(body, "base64"), charset) ?? body;
  if (written !== "quoted-printable") return body;
  const joined = body.replace(/=[ \t]{0,80}\r?\n/g, "");
  const bytes = joined.replace(/=([\dA-F]{2})/gi, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
  return decode(Buffer.from(bytes, "latin1"), charset) ?? body;
}

function decode(bytes: Uint8Array, charset: string): string | undefined {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return undefined;
  }
}

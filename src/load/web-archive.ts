/** A page saved as a single file (MHTML, RFC 2557): the headers of a mail, then the page and its pictures as parts. */
const archiveStart =
  /^\ufeff?(?:from|mime-version|subject|date|content-type|snapshot-content-location):/i;
const multipart =
  /^content-type:\s*multipart\/related;[^]{0,400}?boundary="?([^"\s;]{1,200})/im;

/** The page in an archive; undefined for any other text. */
export function pageOfArchive(text: string): string | undefined {
  if (!archiveStart.test(text)) return undefined;
  const boundary = multipart.exec(text.slice(0, 4000))?.[1];
  if (boundary === undefined) return undefined;
  for (const part of text.split(`--${boundary}`).slice(1)) {
    const blank = /\r?\n\r?\n/.exec(part);
    if (blank === null) continue;
    const head = part.slice(0, blank.index);
    if (!/^content-type:\s*text\/html/im.test(head)) continue;
    return decodePart(head, part.slice(blank.index + blank[0].length));
  }
  return undefined;
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

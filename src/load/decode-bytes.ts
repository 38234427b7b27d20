import type { DiagnosticSink } from "../diagnostics/index.js";

export interface DecodeOptions {
  readonly path: string;
  readonly sink: DiagnosticSink;
}

/** Bytes looked at for marks and declarations. */
const HEAD = 1024;

/**
 * Text of a document: by byte order mark, by the first bytes (XML 1.0 appendix F), by the XML declaration or HTML meta
 * element, else UTF-8. Undefined after reporting bytes that are not in that encoding.
 */
export function decodeBytes(
  bytes: Uint8Array,
  options: DecodeOptions,
): string | undefined {
  const shown = encodingOfMark(bytes) ?? encodingOfFirstBytes(bytes);
  if (shown !== undefined) return decode(bytes, shown, options);
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, HEAD));
  if (head.includes("\0")) {
    const { path: file } = options;
    const span = { file, line: 1, column: 1, offset: 0, length: 0 };
    options.sink.report("load/binary", { path: file }, { span });
    return undefined;
  }
  const declared = declaredEncoding(head);
  if (declared === undefined) return decodeUndeclared(bytes, head, options);
  if (!/^utf-?16|^ucs-?2|^iso-10646-ucs/i.test(declared))
    return decode(bytes, declared, options);
  // A declaration that was readable as single bytes cannot be in UTF-16.
  const { path, sink } = options;
  sink.report("load/encoding-mismatch", { path, declared, actual: "UTF-8" });
  return decode(bytes, "utf-8", options);
}

function encodingOfMark(bytes: Uint8Array): string | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  if (a === 0xff && b === 0xfe) return "utf-16le";
  return undefined;
}

/** `<` or white space in two bytes. */
function encodingOfFirstBytes(bytes: Uint8Array): string | undefined {
  if (bytes.length < 4) return undefined;
  const [a, b, c, d] = bytes;
  if (a === 0 && b !== 0 && c === 0 && d !== 0) return "utf-16be";
  if (a !== 0 && b === 0 && c !== 0 && d === 0) return "utf-16le";
  return undefined;
}

function declaredEncoding(head: string): string | undefined {
  const xml = /^\s*<\?xml[^>]*?\bencoding\s*=\s*["']([\w.:-]+)["']/.exec(head);
  if (xml !== null) return xml[1];
  return /<meta\s[^>]*?\bcharset\s*=\s*["']?([\w.:-]+)/i.exec(head)?.[1];
}

/** XML without a declaration is UTF-8; saved pages and notes may be in what Windows calls ANSI. */
function decodeUndeclared(
  bytes: Uint8Array,
  head: string,
  options: DecodeOptions,
): string | undefined {
  if (/^\s*<(?:\?xml|[\w-]+:|definitions|schema)/.test(head))
    return decode(bytes, "utf-8", options);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return decode(bytes, "windows-1252", options);
  }
}

function decode(
  bytes: Uint8Array,
  encoding: string,
  { path, sink }: DecodeOptions,
): string | undefined {
  let decoder: InstanceType<typeof TextDecoder>;
  try {
    decoder = new TextDecoder(encoding, { fatal: true });
  } catch {
    sink.report("load/unknown-encoding", { path, encoding });
    return undefined;
  }
  try {
    const text = decoder.decode(bytes);
    return decoder.encoding === "windows-1252" ? withPrintable(text) : text;
  } catch {
    sink.report("load/invalid-encoding", {
      path,
      encoding: encoding.toUpperCase(),
    });
    return undefined;
  }
}

/** What bytes 0x80 to 0x9F are in windows-1252 (WHATWG Encoding, index windows-1252). */
const printable = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** Node.js before version 24 takes windows-1252 for ISO 8859-1, and quotation marks for control characters. */
function withPrintable(text: string): string {
  return text.replace(
    /[\u0080-\u009f]/g,
    (control) => printable[control.charCodeAt(0) - 0x80] ?? control,
  );
}

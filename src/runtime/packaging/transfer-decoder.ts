import { decodeBase64 } from "../xsd/base64.js";
import { failParts } from "./fail-parts.js";

/** Undoes the encoding of a part that comes in pieces. */
export interface TransferDecoder {
  push(piece: Uint8Array): Uint8Array;
  /** What is left; fails where something is missing. */
  end(): Uint8Array;
}

/** Undefined for those that change nothing: 7bit, 8bit, binary, and what nobody knows (RFC 2045 §6). */
export function transferDecoder(encoding: string): TransferDecoder | undefined {
  switch (encoding.toLowerCase()) {
    case "base64":
      return new Base64Decoder();
    case "quoted-printable":
      return new QuotedPrintableDecoder();
    default:
      return undefined;
  }
}

function textOf(piece: Uint8Array): string {
  return new TextDecoder("latin1").decode(piece);
}

/** RFC 2045 §6.8. */
class Base64Decoder implements TransferDecoder {
  #left = "";

  push(piece: Uint8Array): Uint8Array {
    const whole = this.#left + textOf(piece).replace(/\s+/g, "");
    const end = whole.length - (whole.length % 4);
    this.#left = whole.slice(end);
    return decodeBase64(whole.slice(0, end)) ?? failParts("base64 content");
  }

  end(): Uint8Array {
    return this.#left === "" ? EMPTY : failParts("base64 content");
  }
}

const EMPTY = /* @__PURE__ */ new Uint8Array(0);

/** Lines have 76 characters at most; some writers break fewer. */
const LONGEST_LINE = 65_536;

/** RFC 2045 §6.7. */
class QuotedPrintableDecoder implements TransferDecoder {
  #left = "";

  push(piece: Uint8Array): Uint8Array {
    const lines = (this.#left + textOf(piece)).split("\n");
    this.#left = lines.pop() ?? "";
    if (this.#left.length > LONGEST_LINE) failParts("lines that end");
    return unquote(lines.map((line) => readLine(line, "\n")).join(""));
  }

  end(): Uint8Array {
    return unquote(readLine(this.#left, ""));
  }
}

/** White space at the end of a line was added on the way; `=` there says that the line goes on. */
function readLine(line: string, lineEnd: string): string {
  let end = line.length;
  while (end > 0 && " \t\r".includes(line.charAt(end - 1))) end--;
  if (line.charAt(end - 1) === "=") return line.slice(0, end - 1);
  return line.slice(0, end) + (line.endsWith("\r") ? "\r" : "") + lineEnd;
}

function unquote(text: string): Uint8Array {
  const plain = text.replace(/=(.{0,2})/g, (_whole, digits: string) =>
    /^[\dA-Fa-f]{2}$/.test(digits)
      ? String.fromCharCode(Number.parseInt(digits, 16))
      : failParts("quoted-printable content"),
  );
  return Uint8Array.from(plain, (character) => character.charCodeAt(0));
}

import type { AtomicTypeDescriptor } from "../descriptor.js";
import { decodeBase64, encodeBase64 } from "./base64.js";
import { ValueError } from "./value-error.js";

/** Bytes from any realm; a `Buffer` is one. */
function asBytes(value: unknown): Uint8Array {
  if (value instanceof Uint8Array) return value;
  if (ArrayBuffer.isView(value) && value.constructor.name === "Uint8Array") {
    return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  }
  throw new ValueError("a Uint8Array", value);
}

export const base64Binary: AtomicTypeDescriptor<Uint8Array> = {
  kind: "atomic",
  name: "base64Binary",
  whiteSpace: "collapse",
  parse(text) {
    const bytes = decodeBase64(text);
    if (bytes === undefined) throw new ValueError("base64 text", text);
    return bytes;
  },
  print: (value) => encodeBase64(asBytes(value)),
};

const HEX = "0123456789ABCDEF";

export const hexBinary: AtomicTypeDescriptor<Uint8Array> = {
  kind: "atomic",
  name: "hexBinary",
  whiteSpace: "collapse",
  parse(text) {
    if (text.length % 2 !== 0 || !/^[\da-fA-F]*$/.test(text)) {
      throw new ValueError("pairs of hexadecimal digits", text);
    }
    const bytes = new Uint8Array(text.length / 2);
    for (let index = 0; index < bytes.length; index++) {
      bytes[index] = Number.parseInt(text.slice(index * 2, index * 2 + 2), 16);
    }
    return bytes;
  },
  print(value) {
    let text = "";
    for (const byte of asBytes(value)) {
      text += HEX.charAt(byte >> 4) + HEX.charAt(byte & 15);
    }
    return text;
  },
};

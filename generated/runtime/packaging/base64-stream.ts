// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import { decodeBase64 } from "../xsd/base64.js";
import { failParts } from "./multipart.js";

/** Decodes base64 that comes in pieces (RFC 2045 §6.8). */
export class Base64Stream {
  #left = "";

  push(piece: Uint8Array): Uint8Array {
    const text = new TextDecoder("latin1").decode(piece).replace(/\s+/g, "");
    const whole = this.#left + text;
    const end = whole.length - (whole.length % 4);
    this.#left = whole.slice(end);
    return decodeBase64(whole.slice(0, end)) ?? failParts("base64 content");
  }

  /** Fails where something is missing. */
  end(): void {
    if (this.#left !== "") failParts("base64 content");
  }
}

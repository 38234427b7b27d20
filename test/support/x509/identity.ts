import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Whose key and certificate: client and server have theirs from the authority, the stranger has a certificate of its own. */
export type Who = "client" | "server" | "stranger";

export interface Identity {
  readonly privateKey: string;
  readonly certificate: string;
}

/** The PEM file of a certificate or key that was made for tests, and is good for nothing else. */
export function pemFile(name: string): string {
  return join(import.meta.dirname, `${name}.pem`);
}

export function identity(who: Who): Identity {
  return {
    privateKey: readFileSync(pemFile(`${who}.key`), "utf8"),
    certificate: readFileSync(pemFile(who), "utf8"),
  };
}

export function authority(): string {
  return readFileSync(pemFile("authority"), "utf8");
}

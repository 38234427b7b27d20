/** Algorithms of a signature, as identifiers of XML Signature. */
export interface SignatureSuite {
  readonly signature: string;
  readonly digest: string;
}

export const EXCLUSIVE_CANONICALIZATION =
  "http://www.w3.org/2001/10/xml-exc-c14n#";

/** Ways to turn elements into bytes that leave nothing of them out but comments. */
export const CANONICALIZATIONS: ReadonlySet<string> = new Set([
  EXCLUSIVE_CANONICALIZATION,
  "http://www.w3.org/TR/2001/REC-xml-c14n-20010315",
]);

/** RSA (PKCS #1 1.5) with a hash function, which makes the digests too. */
export const SUITES = {
  sha1: {
    signature: "http://www.w3.org/2000/09/xmldsig#rsa-sha1",
    digest: "http://www.w3.org/2000/09/xmldsig#sha1",
  },
  sha256: {
    signature: "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
    digest: "http://www.w3.org/2001/04/xmlenc#sha256",
  },
  sha512: {
    signature: "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512",
    digest: "http://www.w3.org/2001/04/xmlenc#sha512",
  },
} as const satisfies Readonly<Record<string, SignatureSuite>>;

export type HashName = keyof typeof SUITES;

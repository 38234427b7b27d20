import type { KeyObject } from "node:crypto";
import { SignedXml } from "xml-crypto";
import { X509_TOKEN, WSSE, WSU } from "../runtime/client/security-names.js";
import type { SignatureSuite } from "./signature-suite.js";
import { EXCLUSIVE_CANONICALIZATION } from "./signature-suite.js";
import { TOKEN_CONTENT } from "../runtime/packaging/content-reference.js";
import { SoapError } from "../runtime/soap-error.js";
import { referLineSeparators } from "./line-separators.js";
import { locateParts } from "./locate-parts.js";
import type { EnvelopePart, EnvelopeParts } from "./locate-parts.js";

export interface SigningSettings {
  readonly privateKey: KeyObject;
  readonly suite: SignatureSuite;
  /** `wsu:Id` of the token in the security header that has the certificate. */
  readonly tokenId: string;
  /** Keys of the header blocks, and of the children of the security header, to sign if they are there. */
  readonly parts: ReadonlySet<string>;
}

/**
 * Signs the body and other parts of an envelope that has a security header (WS-Security 1.1 §8). The text stays as it
 * is but for identifiers and the signature, so that the values in it do too.
 */
export function signEnvelope(
  source: string,
  settings: SigningSettings,
): string {
  if (source.search(TOKEN_CONTENT) >= 0) refuseStreams();
  const envelope = referLineSeparators(source);
  const parts = locateParts(envelope);
  const { security } = parts;
  if (security === undefined) {
    throw new TypeError("x509Signature: the message has no security header");
  }
  const { contentEnd } = security;
  const signed = partsToSign(parts, settings.parts);
  const ids = signed.map(() => `id-${crypto.randomUUID()}`);
  const insertions = signed.map(({ nameEnd }, at) => ({
    at: nameEnd,
    text: ` xmlns:id="${WSU}" id:Id="${ids[at]}"`,
  }));
  const text = insert(envelope, insertions);
  const made = { at: contentEnd, text: signature(text, ids, settings) };
  // The text is not what the library parsed and wrote again: values stay as they are.
  return insert(envelope, [...insertions, made]);
}

/** What is read while it is sent cannot be signed before. */
function refuseStreams(): never {
  const expected = "binaryContent(bytes)";
  const message = `x509Signature: streamed contents cannot be signed; expected ${expected}`;
  throw new SoapError(message, { kind: "encode", path: "", expected });
}

function partsToSign(
  { soap, body, blocks, security }: EnvelopeParts,
  wanted: ReadonlySet<string>,
): readonly EnvelopePart[] {
  const others = [...blocks, ...(security?.children ?? [])].filter(
    ({ key }) => wanted.has(key) && key !== `{${soap}}Body`,
  );
  return [...others, body];
}

interface Insertion {
  readonly at: number;
  readonly text: string;
}

function insert(source: string, insertions: readonly Insertion[]): string {
  let text = "";
  let from = 0;
  for (const each of [...insertions].sort((a, b) => a.at - b.at)) {
    text += source.slice(from, each.at) + each.text;
    from = each.at;
  }
  return text + source.slice(from);
}

function signature(
  text: string,
  ids: readonly string[],
  { privateKey, suite, tokenId }: SigningSettings,
): string {
  const signer = new SignedXml({
    privateKey,
    idMode: "wssecurity",
    signatureAlgorithm: suite.signature,
    canonicalizationAlgorithm: EXCLUSIVE_CANONICALIZATION,
    getKeyInfoContent: () =>
      `<wsse:SecurityTokenReference xmlns:wsse="${WSSE}">` +
      `<wsse:Reference URI="#${tokenId}" ValueType="${X509_TOKEN}"/>` +
      `</wsse:SecurityTokenReference>`,
  });
  // Names in values have prefixes too, which exclusive canonicalization leaves out unless they are listed.
  const prefixes = declaredPrefixes(text);
  for (const id of ids) {
    signer.addReference({
      xpath: `//*[@*[local-name(.)='Id']='${id}']`,
      transforms: [EXCLUSIVE_CANONICALIZATION],
      digestAlgorithm: suite.digest,
      inclusiveNamespacesPrefixList: prefixes,
    });
  }
  const security = `/*/*/*[local-name(.)='Security'][namespace-uri(.)='${WSSE}']`;
  signer.computeSignature(text, {
    prefix: "ds",
    location: { reference: security, action: "append" },
  });
  return signer.getSignatureXml();
}

function declaredPrefixes(text: string): string[] {
  const found = text.matchAll(/\sxmlns:([^\s=]+)=/g);
  return [...new Set([...found].map(([, prefix = ""]) => prefix))].sort();
}

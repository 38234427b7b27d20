import type { X509Certificate } from "node:crypto";
import { SignedXml } from "xml-crypto";
import { WSSE } from "../runtime/client/security-names.js";
import type { EnvelopePart, SecurityHeader } from "./locate-parts.js";
import { CANONICALIZATIONS } from "./signature-suite.js";
import type { SignatureSuite } from "./signature-suite.js";
import { standAlone, textsOf } from "./stand-alone.js";
import { isTrusted, readCertificate } from "./trust.js";

export const XML_SIGNATURE = "http://www.w3.org/2000/09/xmldsig#";

/** More than these ask for work without end. */
const MOST_REFERENCES = 50;
const MOST_CERTIFICATES = 10;

export interface SignedMessage {
  readonly envelope: string;
  readonly security: SecurityHeader;
  readonly signature: EnvelopePart;
}

export interface SignatureDemands {
  readonly trusted: readonly X509Certificate[];
  /** Those that are good enough. */
  readonly suites: readonly SignatureSuite[];
  readonly now: () => Date;
}

/** Identifiers of the elements that the signature of a message holds for; a text where it doesn't hold: why. */
export function checkSignature(
  message: SignedMessage,
  demands: SignatureDemands,
): ReadonlySet<string> | string {
  const { envelope, security, signature } = message;
  const text = standAlone(envelope, security, signature);
  const certificates = certificatesOf(message, text, demands);
  if (typeof certificates === "string") return certificates;
  let problem = "no certificate is trusted and valid";
  for (const certificate of certificates) {
    const checker = new SignedXml({ publicCert: certificate.toString() });
    const checked = check(checker, { envelope, text }, demands);
    if (typeof checked !== "string") return checked;
    problem = checked;
  }
  return problem;
}

/** The certificates that may have made the signature; those in the message itself count if they are trusted. */
function certificatesOf(
  { envelope, security }: SignedMessage,
  signature: string,
  { trusted, now }: SignatureDemands,
): readonly X509Certificate[] | string {
  const token = `{${WSSE}}BinarySecurityToken`;
  const tokens = security.children.filter(({ key }) => key === token);
  const texts = [
    ...tokens.flatMap((each) =>
      textsOf(standAlone(envelope, security, each), token),
    ),
    ...textsOf(signature, `{${XML_SIGNATURE}}X509Certificate`),
  ];
  const isGood = (each: X509Certificate): boolean =>
    isTrusted(each, trusted, now());
  // A signature may only say which certificate it means: then it has to be one of those known.
  if (texts.length === 0) return trusted.filter(isGood);
  const found = texts
    .slice(0, MOST_CERTIFICATES)
    .flatMap((each) => readCertificate(each) ?? []);
  const good = found.filter(isGood);
  if (good.length > 0) return good;
  const [first] = found;
  if (first === undefined) return "its certificate cannot be read";
  return `its certificate is not trusted, or not valid now: ${first.subject.replace(/\s+/g, " ")}`;
}

function check(
  checker: SignedXml,
  { envelope, text }: { readonly envelope: string; readonly text: string },
  { suites }: SignatureDemands,
): ReadonlySet<string> | string {
  try {
    checker.loadSignature(text);
    const { signatureAlgorithm } = checker;
    if (!suites.some((suite) => suite.signature === signatureAlgorithm)) {
      return `its algorithm is not accepted: ${signatureAlgorithm}`;
    }
    if (checker.getReferences().length > MOST_REFERENCES) {
      return `it has more than ${MOST_REFERENCES} references`;
    }
    if (!checker.checkSignature(envelope)) return "what it is about is not so";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const references = checker.getReferences();
  const partial = references.find(
    ({ digestAlgorithm, transforms }) =>
      !suites.some(({ digest }) => digest === digestAlgorithm) ||
      transforms.some((transform) => !CANONICALIZATIONS.has(transform)),
  );
  if (partial !== undefined) {
    return `digest or transforms are not accepted: ${partial.uri}`;
  }
  return new Set(references.map(({ uri }) => uri.replace(/^#/, "")));
}

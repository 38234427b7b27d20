import { X509Certificate } from "node:crypto";

/** Whether a certificate is one of those that are trusted, or issued by one that is, and valid now. */
export function isTrusted(
  certificate: X509Certificate,
  trusted: readonly X509Certificate[],
  now: Date,
): boolean {
  if (!isValid(certificate, now)) return false;
  return trusted.some(
    (each) => isSame(certificate, each) || isIssued(certificate, each, now),
  );
}

function isSame(certificate: X509Certificate, other: X509Certificate): boolean {
  return certificate.raw.equals(other.raw);
}

function isIssued(
  certificate: X509Certificate,
  issuer: X509Certificate,
  now: Date,
): boolean {
  return (
    issuer.ca &&
    isValid(issuer, now) &&
    certificate.checkIssued(issuer) &&
    certificate.verify(issuer.publicKey)
  );
}

function isValid({ validFrom, validTo }: X509Certificate, now: Date): boolean {
  return (
    Date.parse(validFrom) <= now.getTime() &&
    now.getTime() <= Date.parse(validTo)
  );
}

/** A certificate in base64 DER; undefined when it is none. */
export function readCertificate(base64: string): X509Certificate | undefined {
  try {
    return new X509Certificate(Buffer.from(base64, "base64"));
  } catch {
    return undefined;
  }
}

import { createPrivateKey, X509Certificate } from "node:crypto";
import type { KeyObject } from "node:crypto";
import type { HeaderProducer } from "../runtime/client/client-options.js";
import { securityBlock } from "../runtime/client/security-block.js";
import {
  BASE64,
  WSSE,
  WSU,
  X509_TOKEN,
} from "../runtime/client/security-names.js";
import { looksLikeEnvelope } from "../runtime/soap/looks-like-envelope.js";
import { signEnvelope } from "./sign-envelope.js";
import { SUITES } from "./signature-suite.js";
import type { HashName } from "./signature-suite.js";
import { verifyEnvelope } from "./verify-envelope.js";
import type { VerifyingSettings } from "./verify-envelope.js";

/** How the signatures of answers are checked. */
export interface CheckedAnswers {
  /** Certificates (PEM) that answers may be signed with, or that issue those. */
  readonly trusted: readonly string[];
  /** Takes faults without a signature: servers often have none for messages that they refuse. False by default. */
  readonly unsignedFaults?: boolean;
  /** Seconds that the server's clock may differ by; 60 by default. */
  readonly clockSkew?: number;
  /** The time now. */
  readonly now?: () => Date;
}

export interface X509SignatureOptions {
  /** RSA key, PEM. */
  readonly privateKey: string;
  readonly passphrase?: string;
  /** Certificate of the key, PEM. It is sent with each message. */
  readonly certificate: string;
  /** Hash function of signature and digests; "sha256" by default. Answers with "sha1" are only taken if that is chosen. */
  readonly hash?: HashName;
  /** Other header blocks to sign, as `{namespace}local`. */
  readonly headers?: readonly string[];
  /** Answers are not checked by default. */
  readonly answers?: CheckedAnswers;
}

const WSA = "http://www.w3.org/2005/08/addressing";

/** Signed wherever they are: time and address of a message are part of what it says. */
const ALWAYS = [
  `{${WSU}}Timestamp`,
  ...[
    "To",
    "Action",
    "MessageID",
    "ReplyTo",
    "From",
    "FaultTo",
    "RelatesTo",
  ].map((local) => `{${WSA}}${local}`),
];

/**
 * Signs messages with a certificate, and checks the signatures of answers (WS-Security 1.1, X.509 Token Profile 1.1):
 * body, timestamp, and the headers of WS-Addressing. What is beside the message by `mtom()` is signed as part of the
 * body, as XOP has it; what is streamed cannot be. Throws `TypeError` where key and certificate are not a pair.
 *
 * ```ts
 * const security = [timestamp(), x509Signature({ privateKey, certificate, answers: { trusted: [serverCertificate] } })];
 * const client = createOrdersClient({ security });
 * ```
 */
export function x509Signature(options: X509SignatureOptions): HeaderProducer {
  const { hash = "sha256", headers = [], answers } = options;
  const certificate = new X509Certificate(options.certificate);
  const privateKey = readKey(options, certificate);
  const tokenId = `X509-${certificate.fingerprint256.replaceAll(":", "")}`;
  const token = {
    name: `{${WSSE}}BinarySecurityToken`,
    attributes: {
      [`{${WSU}}Id`]: tokenId,
      EncodingType: BASE64,
      ValueType: X509_TOKEN,
    },
    children: [certificate.raw.toString("base64")],
  };
  const parts = new Set([...ALWAYS, ...headers]);
  const settings = { privateKey, suite: SUITES[hash], tokenId, parts };
  const protect = (envelope: string): string =>
    signEnvelope(envelope, settings);
  const produce: HeaderProducer = ({ version }) => [
    securityBlock(version, token),
  ];
  if (answers === undefined) return Object.assign(produce, { protect });
  const demands = demandsOf(answers, hash);
  const verify = (envelope: string): string => {
    // What is no message at all is no answer either, and reported as what it is.
    if (looksLikeEnvelope(envelope)) verifyEnvelope(envelope, demands);
    return envelope;
  };
  return Object.assign(produce, { protect, verify });
}

function readKey(
  { privateKey, passphrase }: X509SignatureOptions,
  certificate: X509Certificate,
): KeyObject {
  const key = createPrivateKey({
    key: privateKey,
    ...(passphrase !== undefined && { passphrase }),
  });
  if (key.asymmetricKeyType !== "rsa") {
    throw new TypeError(
      `x509Signature: the key is of type ${key.asymmetricKeyType}; XML signatures of RSA keys are made only`,
    );
  }
  if (!certificate.checkPrivateKey(key)) {
    throw new TypeError(
      "x509Signature: the certificate is not that of the key",
    );
  }
  return key;
}

function demandsOf(answers: CheckedAnswers, hash: HashName): VerifyingSettings {
  const { trusted, unsignedFaults = false, clockSkew = 60 } = answers;
  const { sha1, sha256, sha512 } = SUITES;
  return {
    trusted: trusted.map((pem) => new X509Certificate(pem)),
    suites: hash === "sha1" ? [sha1, sha256, sha512] : [sha256, sha512],
    unsignedFaults,
    clockSkew: clockSkew * 1000,
    now: answers.now ?? (() => new Date()),
  };
}

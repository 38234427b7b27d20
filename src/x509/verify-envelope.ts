import { WSU } from "../runtime/client/security-names.js";
import { SoapError } from "../runtime/soap-error.js";
import { lineColumnAt } from "../runtime/xml/locate.js";
import { checkSignature, XML_SIGNATURE } from "./check-signature.js";
import type { SignatureDemands } from "./check-signature.js";
import { referLineSeparators } from "./line-separators.js";
import { locateParts } from "./locate-parts.js";
import type { EnvelopePart, EnvelopeParts } from "./locate-parts.js";
import { standAlone, textsOf } from "./stand-alone.js";

export interface VerifyingSettings extends SignatureDemands {
  readonly unsignedFaults: boolean;
  /** Milliseconds that clocks may differ by. */
  readonly clockSkew: number;
}

/**
 * Checks that somebody who is trusted has signed the body of an envelope, and its timestamp if it has one. Throws a
 * `SoapError` of kind "decode" where that is not so.
 */
export function verifyEnvelope(
  source: string,
  settings: VerifyingSettings,
): void {
  const envelope = referLineSeparators(source);
  const parts = locateParts(envelope);
  const signature = onlySignature(envelope, parts);
  const { security, body } = parts;
  if (security === undefined || signature === undefined) {
    const isFault = body.first === `{${parts.soap}}Fault`;
    if (isFault && settings.unsignedFaults) return;
    return refuse(
      envelope,
      body,
      `the ${isFault ? "fault" : "answer"} is not signed`,
    );
  }
  const covered = checkSignature({ envelope, security, signature }, settings);
  if (typeof covered === "string") {
    return refuse(
      envelope,
      signature,
      `the signature does not hold: ${covered}`,
    );
  }
  const timestamps = security.children.filter(
    ({ key }) => key === `{${WSU}}Timestamp`,
  );
  for (const part of [body, ...timestamps]) {
    if (part.ids.some((id) => covered.has(id))) continue;
    const local = part.key.replace(/^.*\}/, "");
    refuse(envelope, part, `the signature is not about the <${local}>`);
  }
  for (const timestamp of timestamps) {
    const text = standAlone(envelope, security, timestamp);
    const problem = checkTime(text, settings);
    if (problem !== undefined) refuse(envelope, timestamp, problem);
  }
}

function onlySignature(
  envelope: string,
  { security }: EnvelopeParts,
): EnvelopePart | undefined {
  const [first, second] = (security?.children ?? []).filter(
    ({ key }) => key === `{${XML_SIGNATURE}}Signature`,
  );
  if (second !== undefined) {
    refuse(envelope, second, "there is more than one signature");
  }
  return first;
}

function refuse(envelope: string, part: EnvelopePart, reason: string): never {
  const { line, column } = lineColumnAt(envelope, part.start);
  const path = "/Envelope";
  throw new SoapError(`${path}: ${reason} (line ${line}:${column})`, {
    kind: "decode",
    path,
    line,
    column,
    expected: "an answer signed by who is trusted",
    received: reason,
  });
}

/** What is wrong with the time of a message (WS-Security 1.1 §10). */
function checkTime(
  timestamp: string,
  { clockSkew, now }: VerifyingSettings,
): string | undefined {
  const time = now().getTime();
  const timesOf = (local: string): readonly number[] =>
    textsOf(timestamp, `{${WSU}}${local}`).map((text) => Date.parse(text));
  // What is no time at all fulfils neither.
  if (!timesOf("Created").every((created) => created <= time + clockSkew)) {
    return "the answer is from the future";
  }
  return timesOf("Expires").every((expires) => time - clockSkew < expires)
    ? undefined
    : "the answer has expired";
}

import type { PageStyle, Sample } from "../../model/index.js";
import type { ProseLine } from "./prose-line.js";
import type { PlacedSample } from "./sample-role.js";

/** Which kind of generator or author made the page (it decides how placeholders are to be read). */
export function pageStyle(
  samples: readonly PlacedSample[],
  lines: readonly ProseLine[],
): PageStyle {
  const heads = samples.flatMap(({ draft }) => draft.exchange.head ?? []);
  const targets = heads.map(({ target = "" }) => target);
  if (heads.some((head) => /^string$/i.test(head.contentLength ?? "")))
    return "mono";
  if (
    samples.some(({ sample }) =>
      /encoding="utf-16"/.test(sample.xml.slice(0, 80)),
    )
  )
    return "mono";
  if (targets.some((target) => /\.as[mh]x\b/i.test(target))) return "asmx";
  if (heads.some((head) => head.contentLength === "length")) return "asmx";
  if (targets.some((target) => /\.svc\b/i.test(target))) return "wcf";
  const prefixes = samples.map(({ sample }) => envelopePrefix(sample));
  const hasHeads = heads.length > 0;
  if (hasHeads && prefixes.includes("SOAP-ENV")) return "php";
  if (targets.some((target) => /\.php\b/i.test(target))) return "php";
  const prose = lines.filter((line) => line.kind !== "decoration").length;
  if (!hasHeads && prose <= 2 && isSoapui(samples)) return "soapui";
  if (!hasHeads && prose > 2) return "wiki";
  return hasHeads && prose <= 2 ? "http" : "unknown";
}

function envelopePrefix(sample: Sample): string {
  return (
    /<([\w.-]{1,40}):Envelope[\s>]/.exec(sample.xml.slice(0, 400))?.[1] ?? ""
  );
}

function isSoapui(samples: readonly PlacedSample[]): boolean {
  return samples.some(
    ({ sample }) =>
      /^soap(?:env)?$/.test(envelopePrefix(sample)) ||
      />\?<|<!--(?:Optional|Zero or more|You have a CHOICE)/.test(sample.xml),
  );
}

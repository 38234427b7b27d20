import type { IdentityPath } from "../../model/index.js";
import { qname } from "../../model/index.js";
import { resolveQName, type XmlElement } from "../../xml/index.js";

/** Reads the part of XPath that identity constraints may use (part 1 §3.11.6); undefined for anything else. */
export function readIdentityPath(
  text: string,
  element: XmlElement,
): IdentityPath | undefined {
  const branches: string[][] = [];
  for (const branch of text.split("|")) {
    const steps = readBranch(branch.replace(/\s+/g, ""), element);
    if (steps === undefined) return undefined;
    branches.push(steps);
  }
  return branches;
}

function readBranch(text: string, element: XmlElement): string[] | undefined {
  const isDeep = text.startsWith(".//");
  const steps = isDeep ? [".//"] : [];
  for (const part of text.slice(isDeep ? 3 : 0).split("/")) {
    if (part === ".") continue;
    const step = readStep(part, element);
    if (step === undefined) return undefined;
    steps.push(step);
  }
  return steps;
}

const STEP = /^(@|attribute::|child::)?((?:([^:@]+):)?(?:\*|[^:@*]+))$/;

function readStep(text: string, element: XmlElement): string | undefined {
  const [, axis = "", name = "", prefix = ""] = STEP.exec(text) ?? [];
  if (name === "") return undefined;
  const mark = axis === "@" || axis === "attribute::" ? "@" : "";
  // Unlike elsewhere, a name without prefix is in no namespace (XPath 1.0 §2.3).
  if (prefix === "") return mark + name;
  const resolved = resolveQName(name, element);
  if (resolved === undefined) return undefined;
  return mark + qname(resolved.namespace, resolved.local).key;
}

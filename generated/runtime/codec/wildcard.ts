// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type { WildcardRule } from "../descriptor.js";

/** XSD 1.0 Part 1 §3.10.4: `not` a namespace also excludes names without namespace. */
export function admits(rule: WildcardRule, namespace: string): boolean {
  if (rule === "any") return true;
  if ("in" in rule) return rule.in.includes(namespace);
  return namespace !== rule.not && namespace !== "";
}

/** The namespace of `{namespace}local`. */
export function namespaceOf(key: string): string {
  return key.startsWith("{") ? key.slice(1, key.lastIndexOf("}")) : "";
}

export function localOf(key: string): string {
  return key.startsWith("{") ? key.slice(key.lastIndexOf("}") + 1) : key;
}

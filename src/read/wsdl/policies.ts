import {
  attributeValue,
  childElements,
  type XmlElement,
} from "../../xml/index.js";

const POLICY: ReadonlySet<string> = new Set([
  "http://schemas.xmlsoap.org/ws/2004/09/policy",
  "http://schemas.xmlsoap.org/ws/2002/12/policy",
  "http://www.w3.org/ns/ws-policy",
  "http://www.w3.org/2006/07/ws-policy",
]);
const UTILITY =
  "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";
const XML = "http://www.w3.org/XML/1998/namespace";

/** Assertions that change how a client calls, by local name: their namespaces differ by year only. */
const HINTS: ReadonlyMap<string, string> = new Map([
  ["UsernameToken", "usernameToken"],
  // Both sides sign with certificates of their own.
  ["AsymmetricBinding", "x509"],
  ["IncludeTimestamp", "timestamp"],
  ["OptimizedMimeSerialization", "mtom"],
  ["MTOM", "mtom"],
  ["Addressing", "addressing"],
  ["UsingAddressing", "addressing"],
  ["TransportBinding", "transport"],
]);

/** Policies of a document by their identifiers. */
export type PolicyTable = ReadonlyMap<string, XmlElement>;

/** WS-Policy Attachment §3.4: policies are named by `wsu:Id` (or `xml:id`) and stand anywhere in `wsdl:definitions`. */
export function readPolicyTable(definitions: XmlElement): PolicyTable {
  const table = new Map<string, XmlElement>();
  for (const child of childElements(definitions)) {
    if (child.local !== "Policy" || !POLICY.has(child.namespace)) continue;
    const id =
      attributeValue(child, "Id", UTILITY) ?? attributeValue(child, "id", XML);
    if (id !== undefined) table.set(id, child);
  }
  return table;
}

/** Hints from the policies attached anywhere inside the element, sorted. */
export function readPolicyHints(
  element: XmlElement,
  policies: PolicyTable,
): readonly string[] {
  const hints = new Set<string>();
  // A queue, not recursion: references between policies may form a cycle.
  const queue = [element];
  const referred = new Set<XmlElement>();
  for (const current of queue) {
    const hint = HINTS.get(current.local);
    if (hint !== undefined) hints.add(hint);
    for (const child of current.children) {
      if (child.kind === "element") queue.push(child);
    }
    for (const policy of referencesOf(current, policies)) {
      if (referred.has(policy)) continue;
      referred.add(policy);
      queue.push(policy);
    }
  }
  return [...hints].toSorted();
}

const NONE: readonly XmlElement[] = [];

function referencesOf(
  element: XmlElement,
  policies: PolicyTable,
): readonly XmlElement[] {
  if (policies.size === 0) return NONE;
  const uris: string[] = [];
  if (element.local === "PolicyReference" && POLICY.has(element.namespace)) {
    uris.push(attributeValue(element, "URI") ?? "");
  }
  for (const { namespace, local, value } of element.attributes) {
    if (local === "PolicyURIs" && POLICY.has(namespace)) {
      uris.push(...value.split(/\s+/));
    }
  }
  if (uris.length === 0) return NONE;
  return uris
    .map((uri) => policies.get(uri.trim().replace(/^#/, "")))
    .filter((policy) => policy !== undefined);
}

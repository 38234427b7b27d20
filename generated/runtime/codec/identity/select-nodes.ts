// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type { IdentityPath } from "../../descriptor.js";
import { namespaceOf } from "../wildcard.js";
import type { Node } from "./node.js";

/** The nodes that a path leads to, each once. */
export function selectNodes(node: Node, path: IdentityPath): readonly Node[] {
  const found = new Set<Node>();
  for (const steps of path) {
    let nodes: readonly Node[] = [node];
    for (const step of steps) {
      nodes = nodes.flatMap((each) => follow(each, step));
    }
    for (const each of nodes) found.add(each);
  }
  return [...found];
}

function follow(node: Node, step: string): readonly Node[] {
  if (step === ".//") return withDescendants(node);
  return step.startsWith("@")
    ? node.attributes.filter(({ key }) => fits(key, step.slice(1)))
    : node.children.filter(({ key }) => fits(key, step));
}

function withDescendants(node: Node): readonly Node[] {
  const all = [node];
  // The list grows while it is gone through.
  for (const each of all) {
    for (const child of each.children) all.push(child);
  }
  return all;
}

function fits(key: string, step: string): boolean {
  if (step === "*" || step === key) return true;
  return step.endsWith("}*") && step.slice(1, -2) === namespaceOf(key);
}

import type { NamespaceConstraint, Wildcard } from "../model/index.js";
import { edit, within, type DiffSite } from "./diff-node.js";

/** Compares what wildcards admit: a wildcard that is covered by none of the other side came or went. */
export function diffWildcards(
  site: DiffSite,
  [old, current]: readonly [readonly Wildcard[], readonly Wildcard[]],
  what: "elements" | "attributes",
): void {
  const describe = ({ namespaces }: Wildcard): string =>
    `any ${what}${describeNamespaces(namespaces)}`;
  for (const wildcard of uncovered(old, current))
    edit(within(site, "", [wildcard, undefined]), "wildcard-removed", [
      describe(wildcard),
      "",
    ]);
  for (const wildcard of uncovered(current, old))
    edit(within(site, "", [undefined, wildcard]), "wildcard-added", [
      "",
      describe(wildcard),
    ]);
}

/** More wildcards than this in one type only in attacks. */
const maxWildcards = 50;

function uncovered(
  some: readonly Wildcard[],
  others: readonly Wildcard[],
): readonly Wildcard[] {
  const covers = others.slice(0, maxWildcards);
  return some
    .slice(0, maxWildcards)
    .filter(
      ({ namespaces }) =>
        !covers.some((other) => includes(other.namespaces, namespaces)),
    );
}

function includes(
  wide: NamespaceConstraint,
  narrow: NamespaceConstraint,
): boolean {
  if (wide.kind === "any") return true;
  if (narrow.kind === "any") return false;
  if (wide.kind === "not") {
    const { namespace } = wide;
    return narrow.kind === "not"
      ? namespace === narrow.namespace
      : narrow.namespaces.every((each) => each !== namespace && each !== "");
  }
  if (narrow.kind === "not") return false;
  const admitted = new Set(wide.namespaces);
  return narrow.namespaces.every((each) => admitted.has(each));
}

function describeNamespaces(constraint: NamespaceConstraint): string {
  switch (constraint.kind) {
    case "any":
      return "";
    case "not":
      return ` not of "${constraint.namespace}"`;
    case "in":
      return ` of ${constraint.namespaces.map((each) => (each === "" ? "no namespace" : `"${each}"`)).join(", ")}`;
  }
}

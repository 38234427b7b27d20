import type { Documented, Origin } from "../model/index.js";
import type { RuleName } from "./rules.js";

/** A difference at a component, before it is known which messages have the component. */
export interface Edit {
  readonly rule: RuleName;
  /** From the component on: `Price`, `Lines/Line[]`; empty for the component itself. */
  readonly at: string;
  readonly was: string;
  readonly is: string;
  readonly old?: Origin | undefined;
  readonly new?: Origin | undefined;
}

/**
 * Two components that are compared with each other once, however many others use them: a message, a global element, or a
 * type. What they lead to are nodes of their own, so that cycles end.
 */
export interface DiffNode {
  /** What it is called where no message leads to it: `type Order`. */
  readonly title: string;
  readonly old?: Documented;
  readonly new?: Documented;
  readonly edits: Edit[];
  readonly uses: DiffUse[];
}

export interface DiffUse {
  /** Path from the one to the other; empty where a type stands for the member that has it. */
  readonly step: string;
  readonly node: DiffNode;
}

/** Where an edit is made. */
export interface DiffSite {
  readonly node: DiffNode;
  readonly at: string;
  readonly old?: Origin | undefined;
  readonly new?: Origin | undefined;
}

export function createNode(
  title: string,
  components: Pick<DiffNode, "old" | "new"> = {},
): DiffNode {
  return { title, ...components, edits: [], uses: [] };
}

/** The node of what only one side has. */
export function createLoneNode(
  title: string,
  rule: RuleName,
  component: Pick<DiffNode, "old" | "new">,
): DiffNode {
  const node = createNode(title, component);
  edit({ node, at: "" }, rule, ["", ""]);
  return node;
}

/** Notes a difference, with the two values in a few words. */
export function edit(
  { node, at, old, new: origin }: DiffSite,
  rule: RuleName,
  [was, is]: readonly [string, string],
): void {
  node.edits.push({ rule, at, was, is, old, new: origin });
}

/** The site of a part of what is at a site. */
export function within(
  site: DiffSite,
  step: string,
  [old, origin]: readonly [Documented | undefined, Documented | undefined],
): DiffSite {
  return {
    node: site.node,
    at: joinSteps(site.at, step),
    old: old?.origin ?? site.old,
    new: origin?.origin ?? site.new,
  };
}

export function joinSteps(first: string, second: string): string {
  return first === "" || second === ""
    ? `${first}${second}`
    : `${first}/${second}`;
}

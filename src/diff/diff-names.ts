import { catalogueEntry } from "../diagnostics/index.js";
import type { Change } from "./change.js";
import { codeOf, type RuleName } from "./rules.js";

export type NameTable = Readonly<Record<string, string>>;

/** Compares the name tables of two SDKs: what manifests keep of them. File names are no part of what is imported. */
export function diffNames(
  old: NameTable,
  current: NameTable,
): readonly Change[] {
  const before = exported(old);
  const after = exported(current);
  const changes: Change[] = [];
  for (const [key, was] of before) {
    const is = after.get(key);
    if (is === undefined)
      changes.push(toChange(ruleFor(key, "removed"), key, [was, ""]));
    else if (is !== was) changes.push(toChange("name-changed", key, [was, is]));
  }
  for (const [key, is] of after)
    if (!before.has(key))
      changes.push(toChange(ruleFor(key, "added"), key, ["", is]));
  return (["wire", "types", undefined] as const).flatMap((kind) =>
    changes.filter(({ breaks }) => breaks === kind),
  );
}

function exported(names: NameTable): ReadonlyMap<string, string> {
  const entries = Object.entries(names);
  return new Map(entries.filter(([key]) => !key.startsWith("file:")));
}

function ruleFor(key: string, what: "added" | "removed"): RuleName {
  return key.startsWith("function:") ? `operation-${what}` : `type-${what}`;
}

function toChange(
  rule: RuleName,
  key: string,
  [was, is]: readonly [string, string],
): Change {
  const code = codeOf(rule, { isRequest: false, isResponse: false });
  const { breaks } = catalogueEntry(code);
  const word = key.startsWith("function:") ? "function" : "export";
  const path = `${word} ${was === "" ? is : was}`;
  const change = { code, rule, path, operations: 1, was, is };
  return breaks === undefined ? change : { ...change, breaks };
}

import type { ServiceAccount } from "../diagnostics/index.js";
import { count } from "./count.js";

/** `read orders: 2 of 2 pages understood, 3 operations, 24 types; 73 facts certain, 2 likely; 1 repair` */
export function describeAccount(account: ServiceAccount): string {
  const { name, certain, likely, assumed, unknown, overridden } = account;
  const found = [
    ...inputsOf(account),
    count(account.operations, "operation"),
    count(account.types, "type"),
  ].join(", ");
  const facts = [
    [overridden, "overridden"],
    [likely, "likely"],
    [assumed, "assumed"],
    [unknown, "unknown"],
  ] as const;
  const unsure = facts
    .filter(([number]) => number > 0)
    .map(([number, word]) => `, ${String(number)} ${word}`);
  const sure = certain - overridden;
  const known = `${String(sure)} facts certain${unsure.join("")}`;
  return `read ${name}: ${found}; ${[known, ...troubleOf(account)].join("; ")}`;
}

/** Pages by how many were understood, everything else by its number. */
function inputsOf({
  documents,
  pages,
  pagesUnderstood,
}: ServiceAccount): readonly string[] {
  const others = documents - pages;
  const understood =
    pagesUnderstood === pages
      ? count(pages, "page")
      : `${String(pagesUnderstood)} of ${count(pages, "page")}`;
  return [
    ...(others > 0 || pages === 0 ? [count(others, "document")] : []),
    ...(pages > 0 ? [`${understood} understood`] : []),
  ];
}

function troubleOf({
  repairs,
  conflicts,
  notUnderstood,
}: ServiceAccount): readonly string[] {
  const passages = `${count(notUnderstood, "passage")} not understood`;
  return [
    ...(repairs > 0 ? [count(repairs, "repair")] : []),
    ...(conflicts > 0 ? [count(conflicts, "conflict")] : []),
    ...(notUnderstood > 0 ? [passages] : []),
  ];
}

import {
  createPalette,
  printable,
  wantsColour,
  type Palette,
} from "../diagnostics/index.js";
import { catalogueEntry, type Diagnostic } from "../index.js";
import type { Terminal } from "./terminal.js";

type Group = "wire" | "types" | "compatible" | "accepted";

const headings: readonly (readonly [Group, string])[] = [
  ["wire", "Breaks the wire: callers get faults, or cannot read answers"],
  ["types", "Breaks types: code that uses the SDK no longer compiles"],
  ["accepted", "Accepted"],
  ["compatible", "Compatible"],
];

/** Changes as text on stdout: breaking ones in full, first; the others a line each; then how many there are. */
export function printChanges(
  changes: readonly Diagnostic[],
  terminal: Terminal,
): void {
  const { environment, outIsTerminal } = terminal;
  const palette = createPalette(wantsColour(environment, outIsTerminal));
  for (const [group, heading] of headings) {
    const members = changes.filter((change) => groupOf(change) === group);
    if (members.length === 0) continue;
    const isBreaking = group === "wire" || group === "types";
    const lines = members.flatMap((change) =>
      isBreaking ? describe(change, palette) : [brief(change, palette)],
    );
    terminal.out(`${[palette.strong(heading), ...lines, ""].join("\n")}\n`);
  }
  terminal.out(`${summary(changes)}\n`);
}

/** What would break but was given another severity was accepted. */
function groupOf({ code, severity }: Diagnostic): Group {
  const { breaks } = catalogueEntry(code);
  if (breaks === undefined) return "compatible";
  return severity === "error" ? breaks : "accepted";
}

function describe(change: Diagnostic, palette: Palette): readonly string[] {
  const { code, severity, message, help, span, related } = change;
  const places = [
    ...(span === undefined ? [] : [place(span)]),
    ...related.map((each) => `${palette.dim("was")} ${place(each.span)}`),
  ];
  return [
    `  ${palette.severity(severity, code)} ${printable(message)}`,
    ...(places.length === 0
      ? []
      : [`    ${palette.dim("at ")} ${places.join("  ")}`]),
    `    ${palette.dim("why")} ${catalogueEntry(code).cause}`,
    `    ${palette.dim("do ")} ${printable(help)}`,
  ];
}

function brief({ code, message, span }: Diagnostic, palette: Palette): string {
  const at = span === undefined ? "" : `  ${palette.dim(place(span))}`;
  return `  ${code} ${printable(message)}${at}`;
}

function place({
  file,
  line,
  column,
}: NonNullable<Diagnostic["span"]>): string {
  return printable(`${file}:${line}:${column}`);
}

/** `3 breaking changes (2 wire, 1 types), 4 compatible`. */
function summary(changes: readonly Diagnostic[]): string {
  const count = (group: Group): number =>
    changes.filter((change) => groupOf(change) === group).length;
  if (changes.length === 0) return "no changes";
  const [wire, types, accepted] = [
    count("wire"),
    count("types"),
    count("accepted"),
  ];
  return [
    `${wire + types} breaking (${wire} wire, ${types} types)`,
    ...(accepted === 0 ? [] : [`${accepted} accepted`]),
    `${count("compatible")} compatible`,
  ].join(", ");
}

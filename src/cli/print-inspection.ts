import { printable } from "../diagnostics/index.js";
import type {
  InspectedFact,
  InspectedMember,
  InspectedMessage,
  InspectedOperation,
  InspectedType,
  Inspection,
} from "../index.js";

/** A row of the member table: name, type, presence, how it is known, and where. */
type Row = readonly string[];

/** An inspection as text: a tree of services, operations and types, members in columns. */
export function printInspection(inspection: Inspection): string {
  const lines = [
    ...inspection.services.flatMap(({ name, ports }) => [
      `service ${name.local}${namespaceNote(name.namespace)}`,
      ...ports.map(
        ({ name: port, protocol, address }) =>
          `  port ${port}  ${protocol}  ${address ?? "(address unknown)"}`,
      ),
    ]),
    ...inspection.operations.flatMap(operationLines),
    ...inspection.types.flatMap(typeLines),
    ...membersNote(inspection),
  ];
  return `${lines.map(printable).join("\n")}\n`;
}

/** The same for all types read from samples. */
function membersNote({ types }: Inspection): readonly string[] {
  const fact = types.find(({ membersFact }) => membersFact)?.membersFact;
  if (fact === undefined) return [];
  const { certainty, note = "" } = fact;
  return ["", `That types have no other members is ${certainty}: ${note}.`];
}

function namespaceNote(namespace: string): string {
  return namespace === "" ? "" : `  {${namespace}}`;
}

function operationLines(operation: InspectedOperation): readonly string[] {
  const { name, bindings, request, response, faults, errors } = operation;
  return [
    "",
    `operation ${name}  ${place(operation.fact)}`,
    ...bindings.map(({ protocol, action, endpoints }) =>
      [
        `  ${protocol}`,
        endpoints.join(" ") || "(endpoint unknown)",
        ...(action === undefined ? [] : [`action "${action}"`]),
      ].join("  "),
    ),
    ...messageLines("request", request),
    ...(response === undefined
      ? ["  one-way: no response"]
      : messageLines("response", response)),
    ...faults.map(
      (fault) => `  fault ${fault.name}  ${fault.type}  ${place(fault.fact)}`,
    ),
    ...errors.map(
      (error) =>
        `  error ${error.code}  ${error.message}  ${place(error.fact)}`,
    ),
  ];
}

function messageLines(
  role: string,
  { element, headers, members }: InspectedMessage,
): readonly string[] {
  const rows = [
    ...headers.flatMap((member) => memberRows(member, "header ")),
    ...members.flatMap((member) => memberRows(member, "")),
  ];
  const name =
    element === undefined
      ? ""
      : ` ${element.local}${namespaceNote(element.namespace)}`;
  const nothing = rows.length === 0 ? "  (no members)" : "";
  return [`  ${role}${name}${nothing}`, ...table(rows, "    ")];
}

function typeLines(type: InspectedType): readonly string[] {
  const { name, base, values, members, fact } = type;
  const head = [
    `type ${name.local}${namespaceNote(name.namespace)}`,
    ...(base === undefined ? [] : [`from ${base}`]),
    knowledge(fact),
    place(fact),
  ];
  const literals = values.length === 0 ? [] : [`  values ${listValues(type)}`];
  const rows = members.flatMap((member) => memberRows(member, ""));
  return ["", head.join("  "), ...literals, ...table(rows, "  ")];
}

function memberRows(member: InspectedMember, prefix: string): readonly Row[] {
  const { fact, presenceFact, values, kind } = member;
  const name = `${prefix}${kind === "attribute" ? "@" : ""}${member.name}`;
  const choice =
    member.choice === undefined ? "" : ` (choice ${member.choice})`;
  const literals = values.length === 0 ? "" : ` {${listValues(member)}}`;
  const notes = [
    ...(fact.note === undefined ? [] : [fact.note]),
    ...(presenceFact === undefined
      ? []
      : [
          `presence ${knowledge(presenceFact)}${presenceFact.note === undefined ? "" : `: ${presenceFact.note}`}`,
        ]),
  ];
  const row = [
    name,
    `${member.type}${literals}`,
    `${member.presence}${choice}`,
    knowledge(fact),
    place(fact),
    notes.join("; "),
  ];
  const inner = member.members.flatMap((one) => memberRows(one, `${prefix}  `));
  return [row, ...inner];
}

/** Three dots stand for all other values. */
function listValues({
  values,
  open,
}: Pick<InspectedMember, "values" | "open">): string {
  return [...values, ...(open === true ? ["…"] : [])].join(" | ");
}

function knowledge({ certainty, how }: InspectedFact): string {
  return `${certainty} (${how})`;
}

function place({ file, line, column }: InspectedFact): string {
  return `${file}:${line}:${column}`;
}

/** Columns wider than this are not waited for. */
const maxColumn = 40;

function table(rows: readonly Row[], indent: string): readonly string[] {
  const widths = [0, 1, 2, 3, 4].map((column) =>
    rows.reduce((widest, row) => {
      const width = row[column]?.length ?? 0;
      return width > maxColumn ? widest : Math.max(widest, width);
    }, 0),
  );
  return rows.map((row) => {
    const cells = row.map((cell, column) => cell.padEnd(widths[column] ?? 0));
    return `${indent}${cells.join("  ").trimEnd()}`;
  });
}

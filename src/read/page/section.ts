import type { MappedText } from "./mapped-text.js";
import type { OperationGroup } from "./operation-group.js";
import type { ProseLine } from "./prose-line.js";

/** The text that belongs to one operation, and which of it is accounted for. */
export interface Section {
  readonly mapped: MappedText;
  readonly group: OperationGroup;
  readonly lines: readonly ProseLine[];
  /** Grows while the section is read; what is left over at the end was not understood. */
  readonly understood: Set<ProseLine>;
  /** Names of the samples' elements, attributes and parameters, in the form of `normalName`. */
  readonly names: ReadonlySet<string>;
}

/** Letters and digits only, in lower case: `Account ID` and `AccountID` are the same name. */
export function normalName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

/** A heading in all but notation: a few words that end no sentence. */
export function isLabel(line: ProseLine): boolean {
  if (line.kind === "heading") return true;
  if (line.kind !== "text") return false;
  const { text } = line;
  if (text.length > 60 || text.split(" ").length > 6) return false;
  return !/[.!?;,。！？]$/.test(text);
}

import type { Repair } from "../../model/index.js";
import type { Span } from "../../source/index.js";
import { type MappedText, type Range, spanOf } from "./mapped-text.js";

/** Collects what was put right, one entry per kind and place. */
export interface RepairLog {
  readonly repairs: readonly Repair[];
  add(description: string, mapped: MappedText, range: Range): void;
  addAt(description: string, span: Span): void;
}

export function createRepairLog(): RepairLog {
  const repairs: Repair[] = [];
  return {
    repairs,
    add: (description, mapped, range) =>
      void repairs.push({ description, span: spanOf(mapped, range) }),
    addAt: (description, span) => void repairs.push({ description, span }),
  };
}

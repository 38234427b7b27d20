import type { InspectedFact } from "../inspection.js";

/** Something the input does not say, with what would say it. */
export interface Gap {
  /** As overrides files write it: `Order/Attachment`; for an endpoint or an action, the service or operation. */
  readonly path: string;
  readonly kind: "cut-off" | "empty-element" | "endpoint";
  /** Why it is unknown, as a sentence without its stop. */
  readonly reason: string;
  /** The place where it should have been said. */
  readonly fact: InspectedFact;
  /** Pages of the service that were not read and would show it, best guess first. */
  readonly shownBy: readonly ShowingPage[];
  /** What any page must have to show it. */
  readonly hint: string;
}

/** A page that would tell more. */
export interface ShowingPage {
  readonly operation: string;
  /** Where it can be captured, if the pages tell. */
  readonly address?: string;
  readonly reason: string;
}

/** All gaps of a service, and the overrides file that fills them: `?` stands for what is to be filled in. */
export interface GapReport {
  readonly gaps: readonly Gap[];
  readonly overrides: unknown;
}

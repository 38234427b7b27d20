import type { Certainty, How, Protocol } from "../model/index.js";

/**
 * What is known of one service of a project. `soapstone inspect --json` prints `{ version, services }` with one of
 * these for each, under its `name`. Members may be added within a version; none goes or changes its meaning.
 */
export interface Inspection {
  readonly version: 1;
  readonly services: readonly InspectedService[];
  readonly operations: readonly InspectedOperation[];
  /** Named types, in document order. */
  readonly types: readonly InspectedType[];
}

export interface InspectedName {
  readonly namespace: string;
  readonly local: string;
}

/** How a thing is known, and where it stands. */
export interface InspectedFact {
  readonly certainty: Certainty;
  readonly how: How;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly note?: string;
}

export interface InspectedService {
  readonly name: InspectedName;
  readonly ports: readonly InspectedPort[];
  readonly fact: InspectedFact;
}

export interface InspectedPort {
  readonly name: string;
  readonly protocol: Protocol;
  readonly address?: string;
  readonly fact: InspectedFact;
}

export interface InspectedOperation {
  readonly name: string;
  readonly portType: InspectedName;
  readonly isOneWay: boolean;
  readonly documentation?: string;
  readonly bindings: readonly InspectedBinding[];
  /** Of the first binding; the others carry the same values. */
  readonly request: InspectedMessage;
  /** Absent for a one-way operation. */
  readonly response?: InspectedMessage;
  readonly faults: readonly InspectedFault[];
  readonly errors: readonly InspectedError[];
  readonly fact: InspectedFact;
}

export interface InspectedBinding {
  readonly protocol: Protocol;
  readonly action?: string;
  /** Addresses of the ports that speak it. */
  readonly endpoints: readonly string[];
  readonly fact: InspectedFact;
}

export interface InspectedMessage {
  /** Name of the element in the body, or of the rpc wrapper. */
  readonly element?: InspectedName;
  readonly headers: readonly InspectedMember[];
  readonly members: readonly InspectedMember[];
  readonly fact: InspectedFact;
}

export interface InspectedFault {
  readonly name: string;
  readonly type: string;
  readonly fact: InspectedFact;
}

export interface InspectedError {
  readonly code: string;
  readonly message: string;
  readonly fact: InspectedFact;
}

export interface InspectedType {
  readonly name: InspectedName;
  readonly kind: "complex" | "simple";
  /** The type it is derived from. */
  readonly base?: string;
  /** Literals of an enumeration. */
  readonly values: readonly string[];
  /** Other values are allowed too. */
  readonly open?: true;
  readonly members: readonly InspectedMember[];
  readonly documentation?: string;
  readonly fact: InspectedFact;
  /** Whether these are all members, where that is known otherwise than the type. */
  readonly membersFact?: InspectedFact;
}

export type InspectedPresence =
  "required" | "optional" | "nillable" | "optional-nillable";

export interface InspectedMember {
  /** `$value` for text, `$any` for a wildcard. */
  readonly name: string;
  readonly namespace: string;
  readonly kind: "element" | "attribute" | "text" | "wildcard";
  /** `xs:int`, `Order`, `Order[]`, or `unknown`. */
  readonly type: string;
  readonly presence: InspectedPresence;
  readonly min: number;
  readonly max: number | "unbounded";
  /** Members of one type with the same number exclude each other. */
  readonly choice?: number;
  /** Literals of an enumeration defined in place. */
  readonly values: readonly string[];
  /** Other values are allowed too. */
  readonly open?: true;
  /** Members of a complex type defined in place. */
  readonly members: readonly InspectedMember[];
  readonly example?: string;
  readonly documentation?: string;
  /** Of the member and its type. */
  readonly fact: InspectedFact;
  /** Of how often it occurs, where that is known otherwise than the member. */
  readonly presenceFact?: InspectedFact;
}

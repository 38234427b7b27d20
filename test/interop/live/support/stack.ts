import type { Protocol } from "../../../../src/model/index.js";
import type { ClientOptions } from "../../../../src/runtime/index.js";

/** A server of one stack, as the scenarios are tried on it. */
export interface Stack {
  readonly name: string;
  /** Starts the server, and says what the SDK is made from. */
  start(): Promise<RunningStack>;
  /** Services made from code wrap what an operation returns. */
  readonly wrapsResults?: true;
  readonly limits: readonly Limit[];
  readonly faults: readonly ExpectedFault[];
}

export interface RunningStack {
  readonly inputs: readonly string[];
  /** Folder that the inputs are relative to. */
  readonly cwd: string;
  readonly ports: readonly PortUnderTest[];
  /** What the server has printed. */
  output(): string;
  stop(): Promise<void>;
}

export interface PortUnderTest {
  readonly protocol: Protocol;
  readonly endpoint: string;
}

/** What a stack is known not to do, and what it does instead: a deviation that goes away fails the test. */
export interface Limit {
  readonly scenario: string;
  readonly why: string;
  /** Only there. */
  readonly protocol?: Protocol;
  /** What comes back instead, by path in the answer's `value`; undefined for nothing. */
  readonly value?: Readonly<Record<string, unknown>>;
  /** What the server sees instead, by the name of the line; undefined for no line. */
  readonly view?: Readonly<Record<string, string | undefined>>;
  /** The call fails with this instead. */
  readonly fails?: RegExp;
  /** Where these rules are asked for, the call does not fail. */
  readonly lenient?: ClientOptions["lenient"];
}

export interface ExpectedFault {
  /** What the service is asked to do: give the declared fault, one that is not declared, or break. */
  readonly how: "declared" | "undeclared" | "crash";
  /** `toMatchObject` of the `SoapError`, by protocol where they differ. */
  readonly error: Readonly<Partial<Record<Protocol, object>>>;
}

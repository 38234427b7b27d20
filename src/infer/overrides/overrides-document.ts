import type { Span } from "../../source/index.js";

/** A value of an overrides file, and where its key stands. */
export interface Stated<Value> {
  readonly value: Value;
  readonly span: Span;
}

/** An entry: the key it stands under, and what it says. */
export interface OverrideEntry<Facts> {
  readonly key: string;
  readonly span: Span;
  readonly facts: Facts;
}

/** What an overrides file says, each part with its place. */
export interface OverridesDocument {
  readonly service?: OverrideEntry<ServiceFacts>;
  /** By name of the operation. */
  readonly operations: readonly OverrideEntry<OperationFacts>[];
  /** By path: `Order/Lines/Line/Price`. */
  readonly members: readonly OverrideEntry<MemberFacts>[];
  /** By name; one that no input has is declared here. */
  readonly types: readonly OverrideEntry<TypeFacts>[];
}

export interface ServiceFacts {
  readonly endpoint?: Stated<string>;
  readonly documentation?: Stated<string>;
  readonly ports?: readonly OverrideEntry<PortFacts>[];
}

export interface PortFacts {
  readonly endpoint?: Stated<string>;
}

export interface OperationFacts {
  readonly name?: Stated<string>;
  readonly documentation?: Stated<string>;
  readonly action?: Stated<string>;
  readonly requestElement?: Stated<string>;
  readonly responseElement?: Stated<string>;
}

/** Facts that types and members share. */
interface SharedFacts {
  readonly name?: Stated<string>;
  readonly documentation?: Stated<string>;
  readonly values?: Stated<readonly string[]>;
  readonly open?: Stated<boolean>;
  readonly members?: readonly OverrideEntry<MemberFacts>[];
}

export interface MemberFacts extends SharedFacts {
  readonly type?: Stated<string>;
  readonly presence?: Stated<"required" | "optional">;
  readonly nillable?: Stated<boolean>;
  readonly repeated?: Stated<boolean>;
  /** Of a member that is added: the sibling it follows; '' puts it first. */
  readonly after?: Stated<string>;
}

export interface TypeFacts extends SharedFacts {
  /** The type it extends (structures) or restricts (values). */
  readonly base?: Stated<string>;
}

import type { Documented } from "./documented.js";
import type { Origin } from "./origin.js";
import type { Envelope } from "./envelope.js";
import type { QName } from "./qname.js";
import type { TypeReference } from "./type-definition.js";

export type Protocol = "soap11" | "soap12" | "http-get" | "http-post";

/** WSDL 1.1 §2.7. */
export interface Service extends Documented {
  readonly name: QName;
  readonly ports: readonly Port[];
}

/** WSDL 1.1 §2.6. */
export interface Port extends Documented {
  readonly name: string;
  /** Name of the binding it speaks. */
  readonly binding: QName;
  readonly protocol: Protocol;
  /** Absent when the input does not say where the service is. */
  readonly address?: string;
  /** What the binding's WS-Policy asks for: `usernameToken`, `addressing`, `mtom`, `timestamp`, `transport`, `x509`. */
  readonly policies?: readonly string[];
}

/** One abstract operation and all the bindings that carry it: WSDL 1.1 §2.4 joined with §2.5. */
export interface Operation extends Documented {
  /** As in the input; overloads share it. */
  readonly name: string;
  /** The port type it was first declared in. */
  readonly portType: QName;
  readonly isOneWay: boolean;
  readonly bindings: readonly BindingOperation[];
  /** Errors that the documentation lists with a number or code. */
  readonly errors: readonly DocumentedError[];
  /** Fault messages that the documentation shows. */
  readonly faultExamples?: readonly FaultExample[];
}

/** How one binding carries an operation. */
export interface BindingOperation extends Documented {
  readonly binding: QName;
  readonly protocol: Protocol;
  /** SOAPAction (1.1) or action parameter (1.2); '' when declared empty, absent when unknown. */
  readonly action?: string;
  readonly request: Envelope;
  /** Absent for a one-way operation. */
  readonly response?: Envelope;
  readonly faults: readonly Fault[];
}

/** A declared fault: the element in `detail`. */
export interface Fault extends Documented {
  readonly name: string;
  readonly type:
    | { readonly kind: "element"; readonly name: QName }
    | { readonly kind: "type"; readonly reference: TypeReference };
  /** For part types: the element name on the wire. */
  readonly wireName: QName;
  /** True for `use="encoded"`. */
  readonly isEncoded: boolean;
}

/** One entry of a documented error list. */
export interface DocumentedError extends Documented {
  readonly code: string;
  /** The message; the text before `prefix` varies at run time. */
  readonly message: string;
  /** True when only the end of the message is fixed (the documentation shows a program's variable before it). */
  readonly isSuffix: boolean;
}

/** A fault as a documentation sample shows it: SOAP 1.1 §4.4 and SOAP 1.2 §5.4 in one shape. */
export interface FaultExample {
  readonly version: "1.1" | "1.2";
  readonly code?: QName;
  readonly reason: string;
  readonly actor?: string;
  /** Text of the detail. */
  readonly detail?: string;
  readonly origin: Origin;
}

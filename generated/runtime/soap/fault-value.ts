// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type { XmlElement } from "../descriptor.js";
import type { QNameValue } from "../xsd/qname.js";

/** SOAP 1.1 §4.4 and SOAP 1.2 §5.4 in one shape. */
export interface SoapFault {
  readonly version: "1.1" | "1.2";
  readonly code: QNameValue;
  /** SOAP 1.2 only: from the outermost. */
  readonly subcodes: readonly QNameValue[];
  readonly reason: string;
  /** SOAP 1.1 `faultactor`, SOAP 1.2 `Role`. */
  readonly actor?: string;
  readonly node?: string;
  /** The declared fault that `detail` is of; absent when it is none of them. */
  readonly name?: string;
  /** Value of the declared fault. */
  readonly detail?: unknown;
  /** Text of the detail element, where it has any. */
  readonly detailText?: string;
  /** All children of the detail element, as they came. */
  readonly detailXml: readonly XmlElement[];
}

/** A fault that the operation declares. */
export interface DeclaredFault<Name extends string, Detail> extends SoapFault {
  readonly name: Name;
  readonly detail: Detail;
}

/** A fault that the operation does not declare. */
export interface UndeclaredFault extends SoapFault {
  readonly name?: never;
  readonly detail?: never;
}

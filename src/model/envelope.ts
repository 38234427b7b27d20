import type { Documented } from "./documented.js";
import type { MaxOccurs } from "./particle.js";
import type { QName } from "./qname.js";
import type { TypeReference } from "./type-definition.js";

/** The resolved wire shape of one operation in one direction: the one place where style, use and binding are understood. */
export interface Envelope extends Documented {
  readonly headers: readonly HeaderBlock[];
  readonly body: Body;
  /** MIME or MTOM parts beside the envelope. */
  readonly attachments: readonly AttachmentPart[];
}

/** A SOAP header block. */
export interface HeaderBlock extends Documented {
  /** Name of the element on the wire. */
  readonly name: QName;
  readonly type: PartType;
  readonly isRequired: boolean;
  readonly isEncoded: boolean;
  /** What a fault says about this header, in a header block of its own (WSDL 1.1 §3.7). */
  readonly faults?: readonly HeaderBlock[];
}

export interface AttachmentPart extends Documented {
  readonly name: string;
  readonly contentTypes: readonly string[];
}

export type PartType =
  /** The part is an instance of a global element. */
  | { readonly kind: "element"; readonly name: QName }
  /** The part is an element named after the part, of this type. */
  | { readonly kind: "type"; readonly reference: TypeReference };

/** WSDL 1.1 §2.3.1: a message part, as it appears on the wire. */
export interface Part extends Documented {
  readonly name: string;
  readonly type: PartType;
  /** How often the part occurs, where that is not exactly once (HTTP parameters). */
  readonly occurrence?: { readonly min: number; readonly max: MaxOccurs };
  /** HTTP parameters: the value is an array wrapper, and the parameter repeats for each of its members of this name. */
  readonly arrayItem?: {
    readonly name: QName;
    readonly type: TypeReference;
  };
}

export type Body =
  /** No content at all. `isWrapped`: where other bindings send an element without members, so the value is an empty object. */
  | { readonly kind: "empty"; readonly isWrapped?: boolean }
  /** document/literal with one `element` part: the body child is that element. */
  | { readonly kind: "element"; readonly name: QName }
  /** document/literal with other than one element part: children in order of the parts. */
  | {
      readonly kind: "parts";
      readonly parts: readonly Part[];
      readonly isEncoded: boolean;
    }
  /** rpc: a wrapper named after the operation, part accessors in it (WSDL 1.1 §3.5). */
  | {
      readonly kind: "rpc";
      readonly wrapper: QName;
      readonly parts: readonly Part[];
      readonly isEncoded: boolean;
    }
  /** HTTP GET query, POST form, or URL template (WSDL 1.1 §4). */
  | {
      readonly kind: "parameters";
      /** Relative to the port's address. */
      readonly location: string;
      readonly placement: "query" | "form" | "path";
      readonly parts: readonly Part[];
    }
  /**
   * A bare XML document without envelope (HTTP responses, and POST requests with `mime:mimeXml`). `result` names the member of the operation's output it is,
   * where the SOAP bindings wrap the same value; absent when it is the whole output.
   */
  | {
      readonly kind: "xml";
      readonly root: QName;
      readonly type: PartType;
      readonly result?: string;
      /** Of a request: relative to the port's address. */
      readonly location?: string;
      /** Of a request; `text/xml` by default. */
      readonly mediaType?: string;
      /** The document may be any: it is the content of the root that `type` describes. */
      readonly isContent?: true;
    };

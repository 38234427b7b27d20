import type { AttributeDeclaration } from "./attribute.js";
import type { Documented } from "./documented.js";
import type { ElementDeclaration } from "./element-declaration.js";
import type { QName } from "./qname.js";
import type {
  AttributeGroupDefinition,
  ModelGroupDefinition,
} from "./schema-set.js";
import type { DocumentedError, FaultExample, Protocol } from "./service.js";
import type { TypeDefinition, TypeReference } from "./type-definition.js";

/**
 * What one reader learned from one input: WSDL and XSD documents and inferred samples all become fragments.
 * References between components are by name and not yet resolved; `link` joins fragments into a `Model`.
 */
export interface Fragment {
  readonly schemas: readonly SchemaFragment[];
  readonly messages: readonly Message[];
  readonly portTypes: readonly PortType[];
  readonly bindings: readonly Binding[];
  readonly services: readonly ServiceDeclaration[];
}

/** The components of one schema document (XML Schema part 1 §4.1), form defaults and chameleon namespaces applied. */
export interface SchemaFragment {
  readonly namespace: string;
  /** Of a schema that is built in: its components are kept only where others refer to them. */
  readonly isWellKnown?: true;
  readonly types: readonly (TypeDefinition & { readonly name: QName })[];
  readonly elements: readonly ElementDeclaration[];
  readonly attributes: readonly AttributeDeclaration[];
  readonly groups: readonly ModelGroupDefinition[];
  readonly attributeGroups: readonly AttributeGroupDefinition[];
}

/** WSDL 1.1 §2.3. */
export interface Message extends Documented {
  readonly name: QName;
  readonly parts: readonly MessagePart[];
}

export interface MessagePart extends Documented {
  readonly name: string;
  readonly element?: QName;
  readonly type?: TypeReference;
  /** HTTP parameters that may be given several times. */
  readonly isRepeated?: boolean;
}

/** WSDL 1.1 §2.4. */
export interface PortType extends Documented {
  readonly name: QName;
  readonly operations: readonly PortTypeOperation[];
}

export interface PortTypeOperation extends Documented {
  readonly name: string;
  /** Absent input or output makes one-way, notification; order of the two tells request-response from solicit-response. */
  readonly kind:
    "request-response" | "one-way" | "solicit-response" | "notification";
  readonly input?: PortTypeMessage;
  readonly output?: PortTypeMessage;
  readonly faults: readonly (PortTypeMessage & { readonly name: string })[];
  readonly errors?: readonly DocumentedError[];
  readonly faultExamples?: readonly FaultExample[];
}

export interface PortTypeMessage {
  /** The `name` attribute; overloads are told apart by it. */
  readonly name?: string;
  readonly message: QName;
  /** WS-Addressing action. */
  readonly action?: string;
  readonly origin: Documented["origin"];
}

/** WSDL 1.1 §2.5. */
export interface Binding extends Documented {
  readonly name: QName;
  readonly portType: QName;
  readonly protocol: Protocol;
  readonly style: "document" | "rpc";
  readonly operations: readonly BindingOperationDeclaration[];
  /** Hints from WS-Policy: `usernameToken`, `addressing`, `mtom`, `timestamp`, `transport`, `x509`. */
  readonly policies?: readonly string[];
}

export interface BindingOperationDeclaration extends Documented {
  readonly name: string;
  readonly inputName?: string;
  readonly outputName?: string;
  readonly style?: "document" | "rpc";
  readonly action?: string;
  /** HTTP bindings: `http:operation location`. */
  readonly location?: string;
  readonly input?: BindingMessage;
  readonly output?: BindingMessage;
  readonly faults: readonly {
    readonly name: string;
    readonly use: "literal" | "encoded";
    readonly namespace?: string;
  }[];
}

export interface BindingMessage {
  readonly use: "literal" | "encoded";
  /** Namespace of the rpc wrapper. */
  readonly namespace?: string;
  /** Parts in the body; absent = all that no header or attachment takes. */
  readonly parts?: readonly string[];
  readonly headers: readonly HeaderBinding[];
  /** MIME content parts (WSDL 1.1 §5). */
  readonly attachments: readonly {
    readonly part: string;
    readonly contentTypes: readonly string[];
  }[];
  /** HTTP: `http:urlEncoded` (query or form), `http:urlReplacement`, `mime:mimeXml`. */
  readonly encoding?: "urlEncoded" | "urlReplacement" | "xml";
  /** HTTP: that of `mime:content` with XML. */
  readonly mediaType?: string;
  readonly origin: Documented["origin"];
}

export interface HeaderBinding {
  readonly message: QName;
  readonly part: string;
  readonly use: "literal" | "encoded";
  readonly namespace?: string;
  readonly isRequired?: boolean;
  /** `soap:headerfault`: errors about this header, sent in header blocks (WSDL 1.1 §3.7). */
  readonly faults?: readonly HeaderBinding[];
  readonly origin: Documented["origin"];
}

export interface ServiceDeclaration extends Documented {
  readonly name: QName;
  readonly ports: readonly PortDeclaration[];
}

export interface PortDeclaration extends Documented {
  readonly name: string;
  readonly binding: QName;
  readonly address?: string;
}

export const emptyFragment: Fragment = {
  schemas: [],
  messages: [],
  portTypes: [],
  bindings: [],
  services: [],
};

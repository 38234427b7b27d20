import type { DiagnosticSink } from "../../diagnostics/index.js";
import type { ComplexType, QName } from "../../model/index.js";
import type { XmlElement } from "../../xml/index.js";

/** What is known while one schema document is read. */
export interface SchemaContext {
  readonly sink: DiagnosticSink;
  readonly targetNamespace: string;
  readonly isElementQualified: boolean;
  readonly isAttributeQualified: boolean;
  /** The schema has no namespace of its own: unprefixed references are to the including one (part 1 §4.2.1). */
  readonly isChameleon: boolean;
  /** An attribute group that every complex type has (XML Schema 1.1). */
  readonly defaultAttributes?: QName;
  /** `blockDefault` and `finalDefault` as written; '' where absent. */
  readonly derivationDefaults: {
    readonly block: string;
    readonly final: string;
  };
  /** Reads an `xs:complexType`; handed down because types contain elements which contain types. */
  readonly readComplexType: (
    element: XmlElement,
    name: QName | undefined,
    context: SchemaContext,
  ) => ComplexType;
}

import type { DiagnosticSink } from "../../diagnostics/index.js";
import type {
  Binding,
  Fragment,
  Message,
  PortType,
  QName,
  ServiceDeclaration,
} from "../../model/index.js";
import type { Span } from "../../source/index.js";
import {
  attribute,
  attributeValue,
  childElements,
  elementName,
  type XmlElement,
} from "../../xml/index.js";
import { isSchema } from "../xsd/index.js";
import { isSchemaNamespace } from "../xsd/schema-namespaces.js";
import { readBinding } from "./bindings.js";
import { readDocumented } from "./documented.js";
import { readMessage } from "./messages.js";
import { readPolicyTable } from "./policies.js";
import { readPortType } from "./port-types.js";
import { checkRequired } from "./required-extension.js";
import { readService } from "./services.js";
import type { WsdlContext } from "./wsdl-context.js";
import { WSDL, wsdlLocal } from "./wsdl-namespaces.js";

/** What one WSDL document declares, and which others it builds on. */
export interface WsdlDocument {
  /** Without schemas: those of `wsdl:types` are in `inlineSchemas`, to be read with what they import. */
  readonly fragment: Fragment;
  readonly imports: readonly WsdlImport[];
  readonly inlineSchemas: readonly XmlElement[];
  /** Bindings left out because of their protocol (reported). */
  readonly unsupportedBindings: readonly QName[];
}

export interface WsdlImport {
  readonly namespace: string;
  readonly location?: string;
  readonly span: Span;
}

interface OpenDocument {
  readonly messages: Message[];
  readonly portTypes: PortType[];
  readonly bindings: Binding[];
  readonly services: ServiceDeclaration[];
  readonly imports: WsdlImport[];
  readonly inlineSchemas: XmlElement[];
  readonly unsupportedBindings: QName[];
}

/** Reads a `wsdl:definitions` element (WSDL 1.1 §2.1). What is invalid is reported and left out. */
export function readWsdl(
  root: XmlElement,
  { sink }: { readonly sink: DiagnosticSink },
): WsdlDocument {
  const context: WsdlContext = {
    sink,
    targetNamespace: attributeValue(root, "targetNamespace")?.trim() ?? "",
    policies: readPolicyTable(root),
  };
  const document: OpenDocument = {
    messages: [],
    portTypes: [],
    bindings: [],
    services: [],
    imports: [],
    inlineSchemas: [],
    unsupportedBindings: [],
  };
  for (const child of childElements(root)) {
    readChild(child, document, context);
    checkRequired(child, context);
  }
  const { messages, portTypes, bindings } = document;
  const services = withDocumentation(document.services, root);
  return {
    ...document,
    fragment: { schemas: [], messages, portTypes, bindings, services },
  };
}

function readChild(
  child: XmlElement,
  document: OpenDocument,
  context: WsdlContext,
): void {
  switch (wsdlLocal(child)) {
    case "import":
      document.imports.push(readImport(child));
      break;
    case "types":
      readTypes(child, document, context);
      break;
    case "message":
      push(document.messages, readMessage(child, context));
      break;
    case "portType":
      push(document.portTypes, readPortType(child, context));
      break;
    case "binding": {
      const binding = readBinding(child, context);
      if (binding !== undefined && "unsupported" in binding) {
        document.unsupportedBindings.push(binding.unsupported);
      } else push(document.bindings, binding);
      break;
    }
    case "service":
      push(document.services, readService(child, context));
      break;
    case "documentation":
      break;
    default:
      reportUnknown(child, context);
  }
}

function readImport(element: XmlElement): WsdlImport {
  const found =
    attribute(element, "location") ?? attribute(element, "schemaLocation");
  const location = found?.value.trim() ?? "";
  return {
    namespace: attributeValue(element, "namespace")?.trim() ?? "",
    span: found?.span ?? element.span,
    ...(location === "" ? {} : { location }),
  };
}

function readTypes(
  element: XmlElement,
  document: OpenDocument,
  context: WsdlContext,
): void {
  for (const child of childElements(element)) {
    if (isSchema(child)) {
      document.inlineSchemas.push(child);
    } else if (wsdlLocal(child) === "import" || isSchemaImport(child)) {
      // Neither is allowed by the schema of WSDL, but servers were shipped that write it.
      document.imports.push(readImport(child));
    } else if (wsdlLocal(child) !== "documentation") {
      const { namespace } = child;
      const parameters = { name: elementName(child), namespace };
      context.sink.report("wsdl/type-system-not-supported", parameters, {
        span: child.span,
      });
    }
  }
}

/** `xs:import` without the schema that should hold it. */
function isSchemaImport({ local, namespace }: XmlElement): boolean {
  return local === "import" && isSchemaNamespace(namespace);
}

/** Elements of other namespaces are extensions, which a reader may ignore unless told otherwise (WSDL 1.1 §2.1.3). */
function reportUnknown(child: XmlElement, context: WsdlContext): void {
  if (child.namespace !== WSDL) return;
  const parameters = { name: elementName(child), parent: "definitions" };
  context.sink.report("wsdl/unknown-construct", parameters, {
    span: child.span,
  });
}

/** Documentation of the whole document is that of its service where there is one without its own. */
function withDocumentation(
  services: readonly ServiceDeclaration[],
  root: XmlElement,
): readonly ServiceDeclaration[] {
  const [only] = services;
  const { documentation } = readDocumented(root);
  if (only === undefined || services.length > 1) return services;
  if (documentation === undefined || only.documentation !== undefined)
    return services;
  return [{ ...only, documentation }];
}

function push<Item>(list: Item[], item: Item | undefined): void {
  if (item !== undefined) list.push(item);
}

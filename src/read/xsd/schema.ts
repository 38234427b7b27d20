import type { DiagnosticSink } from "../../diagnostics/index.js";
import type { SchemaFragment } from "../../model/index.js";
import type { Span } from "../../source/index.js";
import {
  attribute,
  attributeValue,
  childElements,
  type XmlElement,
} from "../../xml/index.js";
import { adoptUnprefixed } from "./adopt-unprefixed.js";
import { readEnumerated } from "./attribute-values.js";
import { readComplexType } from "./complex-type.js";
import {
  openFragment,
  readComponent,
  type OpenFragment,
} from "./components.js";
import type { SchemaContext } from "./schema-context.js";
import { isSchemaNamespace } from "./schema-namespaces.js";
import { schemaLocal } from "./schema-children.js";
import { reportUnknown } from "./unknown-construct.js";
import { selectVersion } from "./select-version.js";
import { HONOURED, reportVersion11 } from "./version-1-1.js";
import { checkAttributes } from "./known-attributes.js";
import { readReference } from "./reference.js";

/** What one schema document declares, and which others it builds on. */
export interface SchemaDocument {
  readonly fragment: SchemaFragment;
  readonly references: readonly SchemaReference[];
}

/** Components inside `xs:redefine` or `xs:override`. */
export interface Redefinitions {
  readonly components: SchemaFragment;
  /** They replace the originals whole, as XML Schema 1.1's override has it, instead of deriving from them. */
  readonly isOverride: boolean;
}

/** An `xs:import`, `xs:include`, `xs:redefine` or `xs:override`; the last two are one kind. */
export interface SchemaReference {
  readonly kind: "import" | "include" | "redefine";
  readonly location?: string;
  /** Of an import; '' for components without namespace. Of the others: that of the including schema. */
  readonly namespace: string;
  readonly span: Span;
  /** Of a redefine: what replaces components of the document it names. */
  readonly redefinitions?: Redefinitions;
}

export interface ReadSchemaOptions {
  readonly sink: DiagnosticSink;
  /** Namespace of the including schema, for a schema that has none (chameleon include, part 1 §4.2.1). */
  readonly targetNamespace?: string;
}

/** Whether the element is the root of a schema document. */
export function isSchema(element: XmlElement): boolean {
  return element.local === "schema" && isSchemaNamespace(element.namespace);
}

/** Reads an `xs:schema` element (part 1 §3.15). What is invalid is reported and left out. */
export function readSchema(
  document: XmlElement,
  options: ReadSchemaOptions,
): SchemaDocument {
  const adopted = adoptUnprefixed(document, options.sink);
  const root = selectVersion(adopted, options.sink);
  const context = contextOf(root, options);
  checkAttributes(root, context);
  const fragment = openFragment(context.targetNamespace);
  const references: SchemaReference[] = [];
  for (const child of childElements(root)) {
    if (readComponent(child, fragment, context)) continue;
    const reference = readReferenceTo(child, context);
    if (reference !== undefined) references.push(reference);
    else reportUnknown(child, root, context);
  }
  return { fragment, references };
}

const ELEMENT_FORM = {
  local: "elementFormDefault",
  values: ["qualified", "unqualified"],
} as const;
const ATTRIBUTE_FORM = {
  local: "attributeFormDefault",
  values: ["qualified", "unqualified"],
} as const;

function contextOf(
  root: XmlElement,
  options: ReadSchemaOptions,
): SchemaContext {
  const own = attributeValue(root, "targetNamespace")?.trim() ?? "";
  const given = options.targetNamespace ?? "";
  const context = {
    sink: options.sink,
    targetNamespace: own === "" ? given : own,
    isElementQualified: false,
    isAttributeQualified: false,
    isChameleon: own === "" && given !== "",
    derivationDefaults: {
      block: attributeValue(root, "blockDefault") ?? "",
      final: attributeValue(root, "finalDefault") ?? "",
    },
    readComplexType,
  };
  const elementForm = readEnumerated(root, ELEMENT_FORM, context);
  const attributeForm = readEnumerated(root, ATTRIBUTE_FORM, context);
  const defaultAttributes = readReference(root, "defaultAttributes", context);
  return {
    ...context,
    ...(defaultAttributes === undefined ? {} : { defaultAttributes }),
    isElementQualified: elementForm === "qualified",
    isAttributeQualified: attributeForm === "qualified",
  };
}

function readReferenceTo(
  element: XmlElement,
  context: SchemaContext,
): SchemaReference | undefined {
  const local = schemaLocal(element);
  if (local === "import") return referenceOfKind(element, local, context);
  if (local === "include") return referenceOfKind(element, local, context);
  if (local !== "redefine" && local !== "override") return undefined;
  const isOverride = local === "override";
  if (isOverride)
    reportVersion11("xs:override", HONOURED, { element, context });
  const components = readRedefinitions(element, context);
  return {
    ...referenceOfKind(element, "redefine", context),
    redefinitions: { components, isOverride },
  };
}

function referenceOfKind(
  element: XmlElement,
  kind: SchemaReference["kind"],
  context: SchemaContext,
): SchemaReference {
  const found = attribute(element, "schemaLocation");
  const location = found?.value.trim() ?? "";
  const imported = attributeValue(element, "namespace")?.trim() ?? "";
  return {
    kind,
    namespace: kind === "import" ? imported : context.targetNamespace,
    span: found?.span ?? element.span,
    ...(location === "" ? {} : { location }),
  };
}

function readRedefinitions(
  element: XmlElement,
  context: SchemaContext,
): SchemaFragment {
  const fragment: OpenFragment = openFragment(context.targetNamespace);
  for (const child of childElements(element)) {
    if (!readComponent(child, fragment, context)) {
      reportUnknown(child, element, context);
    }
  }
  return fragment;
}

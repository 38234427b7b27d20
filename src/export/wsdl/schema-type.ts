import {
  xsd,
  type AttributeUse,
  type ComplexType,
  type Content,
  type Documented,
  type ElementDeclaration,
  type Particle,
  type SimpleType,
  type TypeDefinition,
  type TypeReference,
  type Wildcard,
} from "../../model/index.js";
import type { Prefixes } from "./prefixes.js";
import { element, type XmlNode } from "./xml-node.js";

/** A schema under construction: names refer through prefixes, local names are qualified by `namespace`. */
export interface SchemaContext {
  readonly prefixes: Prefixes;
  readonly namespace: string;
}

/** A type definition; without a name it stands inside its element or attribute. */
export function typeNode(
  type: TypeDefinition,
  context: SchemaContext,
): XmlNode {
  return type.kind === "simple"
    ? simpleTypeNode(type, context)
    : complexTypeNode(type, context);
}

export function documentationNodes({
  documentation,
}: Pick<Documented, "documentation">): readonly XmlNode[] {
  if (documentation === undefined) return [];
  return [
    element("xs:annotation", {}, [
      element("xs:documentation", {}, [documentation]),
    ]),
  ];
}

function simpleTypeNode(type: SimpleType, context: SchemaContext): XmlNode {
  const name = { name: type.name?.local };
  return element("xs:simpleType", name, [
    ...documentationNodes(type),
    simpleDerivation(type, context),
  ]);
}

function simpleDerivation(type: SimpleType, context: SchemaContext): XmlNode {
  switch (type.variety) {
    case "list": {
      const item = useOf(type.itemType, context);
      return element("xs:list", { itemType: item.name }, item.nodes);
    }
    case "union": {
      const members = type.memberTypes.map((member) => useOf(member, context));
      const names = members.flatMap(({ name }) => name ?? []);
      const nodes = members.flatMap((member) => member.nodes);
      return element(
        "xs:union",
        { memberTypes: names.length === 0 ? undefined : names.join(" ") },
        nodes,
      );
    }
    case "atomic": {
      const base = useOf(type.base, context);
      const facets = type.facets.map((facet) =>
        element(
          `xs:${facet.kind}`,
          { value: facet.value },
          documentationNodes(facet),
        ),
      );
      return element("xs:restriction", { base: base.name }, [
        ...base.nodes,
        ...facets,
      ]);
    }
  }
}

/** A reference as an attribute value, or the type in place. */
function useOf(
  reference: TypeReference,
  context: SchemaContext,
): { readonly name: string | undefined; readonly nodes: readonly XmlNode[] } {
  switch (reference.kind) {
    case "unknown":
      return reference.isComplex === true
        ? { name: undefined, nodes: [hiddenContent()] }
        : { name: "xs:anyType", nodes: [] };
    case "named":
      return { name: context.prefixes.qname(reference.name), nodes: [] };
    case "anonymous":
      return { name: undefined, nodes: [typeNode(reference.type, context)] };
  }
}

/** A complex type of which only its existence is known: any elements. */
function hiddenContent(): XmlNode {
  const wildcard = element("xs:any", {
    minOccurs: "0",
    maxOccurs: "unbounded",
    processContents: "lax",
  });
  const sequence = element("xs:sequence", {}, [wildcard]);
  return element("xs:complexType", {}, [sequence]);
}

function complexTypeNode(type: ComplexType, context: SchemaContext): XmlNode {
  const attributes = {
    name: type.name?.local,
    abstract: type.isAbstract ? "true" : undefined,
    block: type.block?.join(" "),
    final: type.final?.join(" "),
    mixed: type.content.contentKind === "mixed" ? "true" : undefined,
  };
  return element("xs:complexType", attributes, [
    ...documentationNodes(type),
    ...complexBody(type, context),
  ]);
}

function complexBody(
  type: ComplexType,
  context: SchemaContext,
): readonly XmlNode[] {
  const { content, base, derivation = "extension" } = type;
  const attributes = attributeNodes(type, context);
  if (content.contentKind === "simple") {
    const use =
      base === undefined
        ? useOf(content.type, context)
        : { name: context.prefixes.qname(base), nodes: [] };
    const kind = base === undefined ? "extension" : derivation;
    return [
      element("xs:simpleContent", {}, [
        element(`xs:${kind}`, { base: use.name }, [
          ...use.nodes,
          ...attributes,
        ]),
      ]),
    ];
  }
  const particles = contentNodes(content, context);
  if (base === undefined) return [...particles, ...attributes];
  const body = element(
    `xs:${derivation}`,
    { base: context.prefixes.qname(base) },
    [...particles, ...attributes],
  );
  return [element("xs:complexContent", {}, [body])];
}

/** XML Schema part 1 §3.4.2: the content of a type is a model group. */
function contentNodes(
  content: Content,
  context: SchemaContext,
): readonly XmlNode[] {
  if (content.contentKind !== "elementOnly" && content.contentKind !== "mixed")
    return [];
  if (content.particle === undefined) return [];
  const node = particleNode(content.particle, context);
  return content.particle.term.kind === "group"
    ? [node]
    : [element("xs:sequence", {}, [node])];
}

function particleNode(particle: Particle, context: SchemaContext): XmlNode {
  const { term, min, max } = particle;
  const times = {
    minOccurs: min === 1 ? undefined : String(min),
    maxOccurs: max === 1 ? undefined : String(max),
  };
  switch (term.kind) {
    case "element":
      return elementNode(term.declaration, context, {
        ...times,
        documentation: particle.documentation,
      });
    case "elementRef":
      return element("xs:element", {
        ref: context.prefixes.qname(term.name),
        ...times,
      });
    case "groupRef":
      return element("xs:group", {
        ref: context.prefixes.qname(term.name),
        ...times,
      });
    case "wildcard":
      return element("xs:any", {
        ...wildcardAttributes(term, context),
        ...times,
      });
    case "group":
      return element(
        `xs:${term.compositor}`,
        times,
        term.particles.map((each) => particleNode(each, context)),
      );
  }
}

interface ElementUse {
  readonly minOccurs?: string | undefined;
  readonly maxOccurs?: string | undefined;
  readonly documentation?: string | undefined;
}

/** An element declaration. A local element of another namespace can only be a reference to a global one. */
export function elementNode(
  declaration: ElementDeclaration,
  context: SchemaContext,
  use: ElementUse = {},
): XmlNode {
  const { name, scope } = declaration;
  const { minOccurs, maxOccurs } = use;
  const isForeign =
    name.namespace !== "" && name.namespace !== context.namespace;
  if (scope === "local" && isForeign) {
    return element("xs:element", {
      ref: context.prefixes.qname(name),
      minOccurs,
      maxOccurs,
    });
  }
  const type = useOf(declaration.type, context);
  const documentation = use.documentation ?? declaration.documentation;
  const isUnqualified =
    scope === "local" && name.namespace === "" && context.namespace !== "";
  return element(
    "xs:element",
    {
      name: name.local,
      form: isUnqualified ? "unqualified" : undefined,
      type: type.name,
      minOccurs,
      maxOccurs,
      ...elementProperties(declaration, context),
    },
    [
      ...documentationNodes(
        documentation === undefined ? {} : { documentation },
      ),
      ...type.nodes,
    ],
  );
}

function elementProperties(
  declaration: ElementDeclaration,
  { prefixes }: SchemaContext,
): XmlNode["attributes"] {
  const { substitutionGroup: head } = declaration;
  return {
    nillable: declaration.nillable ? "true" : undefined,
    abstract: declaration.isAbstract ? "true" : undefined,
    block: declaration.block?.join(" "),
    final: declaration.final?.join(" "),
    default: declaration.default,
    fixed: declaration.fixed,
    substitutionGroup: head === undefined ? undefined : prefixes.qname(head),
  };
}

function attributeNodes(
  type: ComplexType,
  context: SchemaContext,
): readonly XmlNode[] {
  const { anyAttribute } = type;
  return [
    ...type.attributes.map((use) => attributeNode(use, context)),
    ...(anyAttribute === undefined
      ? []
      : [
          element("xs:anyAttribute", wildcardAttributes(anyAttribute, context)),
        ]),
  ];
}

function attributeNode(use: AttributeUse, context: SchemaContext): XmlNode {
  const common = {
    use: use.use === "optional" ? undefined : use.use,
    default: use.default,
    fixed: use.fixed,
  };
  const { attribute } = use;
  if (attribute.kind === "attributeRef") {
    return element("xs:attribute", {
      ref: context.prefixes.qname(attribute.name),
      ...common,
      "wsdl:arrayType": arrayTypeOf(use, context),
    });
  }
  const { declaration } = attribute;
  if (
    declaration.name.namespace !== "" &&
    declaration.name.namespace !== context.namespace
  ) {
    return element("xs:attribute", {
      ref: context.prefixes.qname(declaration.name),
      ...common,
    });
  }
  const type = attributeType(declaration.type, context);
  return element(
    "xs:attribute",
    {
      name: declaration.name.local,
      form: declaration.name.namespace === "" ? undefined : "qualified",
      type: type.name,
      ...common,
      default: use.default ?? declaration.default,
      fixed: use.fixed ?? declaration.fixed,
    },
    [...documentationNodes(declaration), ...type.nodes],
  );
}

/** WSDL 1.1 §2.2. */
function arrayTypeOf(
  { arrayType }: AttributeUse,
  { prefixes }: SchemaContext,
): string | undefined {
  if (arrayType === undefined) return undefined;
  return `${prefixes.qname(arrayType.itemType)}${arrayType.dimensions}`;
}

function attributeType(
  type: TypeReference,
  context: SchemaContext,
): ReturnType<typeof useOf> {
  const isUnknown =
    type.kind === "unknown" ||
    (type.kind === "named" && type.name === xsd("anyType"));
  return isUnknown
    ? { name: "xs:anySimpleType", nodes: [] }
    : useOf(type, context);
}

function wildcardAttributes(
  wildcard: Wildcard,
  context: SchemaContext,
): XmlNode["attributes"] {
  const { namespaces, processContents } = wildcard;
  return {
    namespace: constraint(namespaces, context.namespace),
    processContents: processContents === "strict" ? undefined : processContents,
  };
}

function constraint(
  namespaces: Wildcard["namespaces"],
  target: string,
): string | undefined {
  switch (namespaces.kind) {
    case "any":
      return undefined;
    case "not":
      return "##other";
    case "in":
      return namespaces.namespaces
        .map((namespace) =>
          namespace === ""
            ? "##local"
            : namespace === target
              ? "##targetNamespace"
              : namespace,
        )
        .join(" ");
  }
}

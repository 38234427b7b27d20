import {
  named,
  APACHE_NAMESPACE,
  SOAP11_ENCODING_NAMESPACE,
  XSD_NAMESPACE,
  type ElementDeclaration,
  type Particle,
  type QName,
  type SchemaFragment,
  type SimpleType,
  type TypeReference,
} from "../model/index.js";
import type { Span } from "../source/index.js";
import {
  classType,
  partReference,
  rootElement,
  type ComponentContext,
} from "./components.js";
import { mergeShapes } from "./merge-shapes.js";
import type {
  MessageEvidence,
  OperationEvidence,
} from "./operation-evidence.js";
import { resultOf } from "./reply-result.js";
import type { ServiceEvidence } from "./service-fragment.js";
import { elementMembers, type ElementShape } from "./shape.js";
import { classifyTypes } from "./type-classes.js";
import { nameTypes } from "./type-names.js";

export interface InferredSchemas {
  readonly schemas: readonly SchemaFragment[];
  /** The type of what stands in a message as a typed part: of rpc wrappers, and of encoded documents and headers. */
  typeOf(part: ElementShape): TypeReference | undefined;
}

export function inferSchemas(service: ServiceEvidence): InferredSchemas {
  const roots = globalElements(service);
  const parts = typedParts(service);
  const classes = classifyTypes([
    ...roots,
    ...parts.map(({ around }) => around),
  ]);
  const names = nameTypes(classes.classes, service.namespace);
  const context: ComponentContext = {
    classes,
    names,
    namespace: service.namespace,
    simpleTypes: new Map<string, SimpleType & { readonly name: QName }>(),
  };
  const elements = [
    ...roots.map((root) => rootElement(root, context)),
    ...resultElements(service, roots, context),
  ];
  const types = classes.classes.map((type) => classType(type, context));
  const partTypes = new Map(
    parts.map(({ part, around }) => [
      part,
      partReference(part, around.name.local, context),
    ]),
  );
  const known = [...types, ...context.simpleTypes.values()];
  return {
    schemas: byNamespace([...known, ...unseenTypes(known)], elements),
    typeOf: (part) => partTypes.get(part),
  };
}

/** A part of a message, and the element around it. */
interface TypedPart {
  readonly part: ElementShape;
  readonly around: ElementShape;
}

function typedParts({ operations }: ServiceEvidence): readonly TypedPart[] {
  return operations.flatMap((operation) => {
    const { request, response, style, use } = operation;
    const messages = [request, ...(response === undefined ? [] : [response])];
    const bodies = messages.flatMap(({ body }) => body);
    return [
      ...(style === "rpc" ? bodies.flatMap(partsOf) : []),
      ...(style === "document" && use === "encoded" ? bodies.map(alone) : []),
      ...(use === "encoded"
        ? messages.flatMap(({ headers }) => headers.map(alone))
        : []),
    ];
  });
}

function partsOf(wrapper: ElementShape): readonly TypedPart[] {
  return elementMembers(wrapper.content).map((part) => ({
    part,
    around: wrapper,
  }));
}

/** Types are found below an element. */
function alone(part: ElementShape): TypedPart {
  const member = { kind: "element", element: part } as const;
  return {
    part,
    around: {
      ...part,
      attributes: [],
      content: { kind: "members", members: [member] },
    },
  };
}

/** Message roots and headers of all operations, each name once. */
function globalElements(service: ServiceEvidence): readonly ElementShape[] {
  const roots = new Map<string, ElementShape>();
  const add = (shape: ElementShape): void => {
    const known = roots.get(shape.name.key);
    roots.set(
      shape.name.key,
      known === undefined
        ? shape
        : mergeShapes(known, shape, { path: [], onConflict: () => undefined }),
    );
  };
  for (const operation of service.operations) {
    const { request, response, use } = operation;
    elementsOf(request, operation).forEach(add);
    if (response !== undefined) elementsOf(response, operation).forEach(add);
    if (response === undefined || use === "encoded")
      httpRoots(operation).forEach(add);
  }
  return [...roots.values()];
}

/** What of a message is declared as an element; the rest has types only. */
function elementsOf(
  { body, headers }: MessageEvidence,
  { style, use }: OperationEvidence,
): readonly ElementShape[] {
  if (use === "encoded") return [];
  return style === "rpc" ? headers : [...body, ...headers];
}

function httpRoots(operation: OperationEvidence): readonly ElementShape[] {
  return operation.protocols.flatMap((protocol) => protocol.root ?? []);
}

/** Roots of HTTP responses whose SOAP response is known too: elements of the type of the SOAP result. */
function resultElements(
  service: ServiceEvidence,
  roots: readonly ElementShape[],
  context: ComponentContext,
): readonly ElementDeclaration[] {
  const byName = new Map(roots.map((root) => [root.name.key, root]));
  const elements = new Map<string, ElementDeclaration>();
  for (const operation of service.operations) {
    const [reply] = operation.response?.body ?? [];
    const wrapper =
      operation.style === "rpc" ? reply : byName.get(reply?.name.key ?? "");
    if (wrapper === undefined || operation.use === "encoded") continue;
    for (const root of httpRoots(operation)) {
      const result = resultOf(wrapper, root);
      if (result === undefined) continue;
      if (byName.has(root.name.key) || elements.has(root.name.key)) continue;
      const type = context.classes.classOf.get(result);
      const element = rootElement(
        { ...root, content: result.content },
        context,
      );
      elements.set(
        root.name.key,
        type === undefined
          ? element
          : { ...element, type: named(context.names.ofClass(type)) },
      );
    }
  }
  return [...elements.values()];
}

function byNamespace(
  types: SchemaFragment["types"],
  elements: SchemaFragment["elements"],
): readonly SchemaFragment[] {
  const namespaces = new Set(
    [...elements, ...types].map((component) => component.name.namespace),
  );
  return [...namespaces].map((namespace) => ({
    namespace,
    types: types.filter((type) => type.name.namespace === namespace),
    elements: elements.filter(
      (element) => element.name.namespace === namespace,
    ),
    attributes: [],
    groups: [],
    attributeGroups: [],
  }));
}

type NamedType = SchemaFragment["types"][number];

/** Their types are declared elsewhere. */
const wellKnown: ReadonlySet<string> = new Set([
  XSD_NAMESPACE,
  SOAP11_ENCODING_NAMESPACE,
  APACHE_NAMESPACE,
]);

/** Encoded arrays name the type of their items even where none is shown: all that is known of it is the name. */
function unseenTypes(types: readonly NamedType[]): readonly NamedType[] {
  const seen = new Set(types.map(({ name }) => name.key));
  return types.flatMap((type): readonly NamedType[] => {
    if (type.kind !== "complex") return [];
    return type.attributes.flatMap(({ arrayType, origin }) => {
      const name = arrayType?.itemType;
      if (name === undefined || wellKnown.has(name.namespace)) return [];
      if (seen.has(name.key)) return [];
      seen.add(name.key);
      return [unseenType(name, origin.span)];
    });
  });
}

function unseenType(name: QName, span: Span): NamedType {
  const note = "only its name is shown";
  const origin = { span, how: "sampled", certainty: "unknown", note } as const;
  const anything: Particle = {
    min: 0,
    max: "unbounded",
    term: {
      kind: "wildcard",
      namespaces: { kind: "any" },
      processContents: "lax",
      origin,
    },
    origin,
  };
  return {
    kind: "complex",
    name,
    isAbstract: false,
    content: { contentKind: "elementOnly", particle: anything },
    attributes: [],
    attributeGroups: [],
    origin,
  };
}

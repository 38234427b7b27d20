import type { DiagnosticSink } from "../diagnostics/index.js";
import type {
  ComplexType,
  DerivationMethod,
  Model,
  QName,
  SimpleType,
} from "../model/index.js";
import type { ContentPlan } from "./content/content-plan.js";
import type { DescriptorDeclaration } from "./descriptors.js";
import type { MessagePlan } from "./messages.js";
import type { TypeDeclaration } from "./types/type-declaration.js";
import type { NameScope } from "./names/name-scope.js";

/** A schema type that gets a declaration of its own, named by the schema or after the element it is written in. */
export type PlannedType = PlannedComplexType | PlannedSimpleType;

export interface PlannedComplexType {
  readonly kind: "complex";
  /** Identifies it in maps and in the name table. */
  readonly key: string;
  /** Its TypeScript name, and that of its descriptor. */
  readonly name: string;
  readonly namespace: string;
  readonly definition: ComplexType;
  /** Derivations that the element around blocks, beside those that the type itself does. */
  readonly blocked?: readonly DerivationMethod[];
  /** Value of `$type` where that is not the name: a type narrowed by an element goes by the name of the whole one. */
  readonly tag?: string;
  /** The members; planned on first use. */
  readonly content: () => ContentPlan;
  /** Documentation of the element around an anonymous type. */
  readonly documentation?: string;
}

export interface PlannedSimpleType {
  readonly kind: "simple";
  readonly key: string;
  readonly name: string;
  readonly namespace: string;
  readonly definition: SimpleType;
  readonly documentation?: string;
}

export interface PlanContext {
  readonly model: Model;
  readonly sink: DiagnosticSink;
  /** `xs:base64Binary` and attachments are contents that are streamed, not bytes. */
  readonly streamsBinary: boolean;
  /** Names of exported types, functions and descriptors. */
  readonly names: NameScope;
  /** Every declared type by key, in the order of declaration; grows while contents are planned. */
  readonly types: Map<string, PlannedType>;
  /** Simple types written in place, by key; for making up values. */
  readonly anonymousSimpleTypes: Map<string, SimpleType>;
  /** Descriptors of global elements that messages use, by key; grows while messages are planned. */
  readonly elements: Map<
    string,
    DescriptorDeclaration & { readonly namespace: string }
  >;
  /** Keys of the elements that are bodies of messages. */
  readonly bodies: ReadonlySet<string>;
  /** Lists of global declarations that wildcards admit; grows while contents are planned. */
  readonly known: Map<string, DescriptorDeclaration>;
  /** Bodies that are one element, by its key: the bindings of an operation share them. */
  readonly elementBodies: Map<string, MessagePlan>;
  /** Messages that are one element, by its key. */
  readonly bareElements: Map<string, MessagePlan>;
  /** Places of patterns that a warning was given for. */
  readonly uncheckedPatterns: Set<string>;
  /** Declarations that several types use; grows while types are declared. */
  readonly sharedDeclarations: Map<string, TypeDeclaration>;
  /** Direct derivations by key of the base type. */
  readonly derived: ReadonlyMap<string, readonly QName[]>;
  /** Members of substitution groups by key of the head. */
  readonly substitutes: ReadonlyMap<string, readonly QName[]>;
  /** Decides the members of a type; here, because members refer to types and types have members. */
  readonly planContent: (type: PlannedComplexType) => ContentPlan;
}

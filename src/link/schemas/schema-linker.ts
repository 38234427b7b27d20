import type { DiagnosticSink } from "../../diagnostics/index.js";
import type {
  AttributeUse,
  ModelGroup,
  TypeDefinition,
  Wildcard,
} from "../../model/index.js";
import type { OpenSchemaSet } from "./joined-schemas.js";
import type { Unresolved } from "./unresolved.js";

/** Attributes of an attribute group with those of the groups inside it. */
export interface ExpandedAttributes {
  readonly attributes: readonly AttributeUse[];
  readonly anyAttribute?: Wildcard;
}

/** What the functions that link components share. */
export interface SchemaLinker {
  /** Components as declared. */
  readonly declared: OpenSchemaSet;
  readonly unresolved: Unresolved;
  readonly sink: DiagnosticSink;
  /** Model groups by key, expanded; a group that is being expanded is in `path`. */
  readonly groups: Map<string, ModelGroup>;
  readonly attributeGroups: Map<string, ExpandedAttributes>;
  readonly path: string[];
  /** Particles that group references may still expand to. */
  expansionLeft: number;
  /** Links a type; handed down because types contain elements which contain types. */
  readonly linkType: <Type extends TypeDefinition>(
    type: Type,
    linker: SchemaLinker,
  ) => Type;
}

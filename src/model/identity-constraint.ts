/**
 * What an identity constraint selects or compares (XML Schema part 1 §3.11.6): branches of steps. A step is the name of
 * a child, `{namespace}local`, `local`, `{namespace}*` or `*`; with `@` in front that of an attribute; ".//" as the
 * first one is the element with all inside it. No steps are the element itself.
 */
export type IdentityPath = readonly (readonly string[])[];

/** `xs:unique`, `xs:key` or `xs:keyref`. */
export interface IdentityConstraint {
  readonly kind: "unique" | "key" | "keyref";
  /** Key of its name. */
  readonly name: string;
  /** Key of the name of the constraint that a `keyref` refers to. */
  readonly refer?: string;
  readonly selector: IdentityPath;
  readonly fields: readonly IdentityPath[];
}

import type { Expression } from "./expression.js";
import type { TypeExpression } from "./type-expression.js";

/** How values of one schema type are typed and coded. */
export interface ValuePlan {
  readonly type: TypeExpression;
  /** The descriptor, as seen from inside a thunk. */
  readonly descriptor: Expression;
  /** What fixtures need to make up a value. */
  readonly sample: SampleSource;
}

/** Where a made-up value comes from. */
export type SampleSource =
  | { readonly kind: "builtin"; readonly name: string }
  | { readonly kind: "simple"; readonly key: string }
  | { readonly kind: "complex"; readonly key: string }
  | { readonly kind: "unknown" };

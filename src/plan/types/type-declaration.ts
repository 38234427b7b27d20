import type { TypeExpression } from "../type-expression.js";

/** A declaration of `types.ts`. */
export type TypeDeclaration =
  | {
      readonly kind: "interface";
      readonly name: string;
      readonly doc: readonly string[];
      readonly extends?: TypeExpression;
      readonly properties: readonly PropertyPlan[];
    }
  | {
      readonly kind: "alias";
      readonly name: string;
      readonly doc: readonly string[];
      readonly type: TypeExpression;
    };

export interface PropertyPlan {
  readonly name: string;
  readonly isOptional: boolean;
  readonly type: TypeExpression;
  readonly doc: readonly string[];
}

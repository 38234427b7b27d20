import type { Documented } from "./documented.js";

/** XML Schema part 2 §4.3, plus enumerations and patterns one by one. */
export type Facet =
  | (Documented & { readonly kind: "enumeration"; readonly value: string })
  | (Documented & { readonly kind: "pattern"; readonly value: string })
  | (Documented & {
      readonly kind:
        | "length"
        | "minLength"
        | "maxLength"
        | "minInclusive"
        | "maxInclusive"
        | "minExclusive"
        | "maxExclusive"
        | "totalDigits"
        | "fractionDigits"
        | "whiteSpace";
      readonly value: string;
      readonly isFixed?: boolean;
    });

/** Bounds on documents. Real WSDLs stay below 60 levels and 120 prefixes (measured on 129 of them). */
export const MAX_DEPTH = 500;
export const MAX_PREFIXES = 500;
/** Characters that entities declared in a document may expand to, all uses together. */
export const MAX_EXPANSION = 100_000;

// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

/** Property of the text of simple content. */
export const VALUE = "$value";

/** Property of the items of mixed content. */
export const CONTENT = "$content";

/** Property that says which derived type a value is of. */
export const TYPE = "$type";

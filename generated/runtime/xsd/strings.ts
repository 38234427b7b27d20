// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type {
  AtomicTypeDescriptor,
  RestrictionDescriptor,
} from "../descriptor.js";
import { NAME, NC_NAME, NM_TOKEN } from "../xml/name-pattern.js";
import { ValueError } from "./value-error.js";
import { applyWhiteSpace } from "./white-space.js";
import type { WhiteSpace } from "./white-space.js";

interface TextRules {
  readonly whiteSpace?: WhiteSpace;
  readonly pattern?: RegExp;
}

/** A type whose value is its text. */
function text(name: string, rules: TextRules): AtomicTypeDescriptor<string> {
  const { whiteSpace = "collapse", pattern } = rules;
  const check = (value: unknown): string => {
    if (typeof value !== "string") {
      throw new ValueError(`a string (${name})`, value);
    }
    // A text that the reader would change is not in the value space.
    const isKept = applyWhiteSpace(value, whiteSpace) === value;
    if (isKept && (pattern === undefined || pattern.test(value))) return value;
    throw new ValueError(name, value);
  };
  return { kind: "atomic", name, whiteSpace, parse: check, print: check };
}

type TextType = AtomicTypeDescriptor<string>;

const preserve = "preserve";

export const string: TextType = /* @__PURE__ */ text("string", {
  whiteSpace: preserve,
});
export const anySimpleType: TextType = /* @__PURE__ */ text("anySimpleType", {
  whiteSpace: preserve,
});
export const anyAtomicType: TextType = /* @__PURE__ */ text("anyAtomicType", {
  whiteSpace: preserve,
});
export const normalizedString: TextType = /* @__PURE__ */ text(
  "normalizedString",
  { whiteSpace: "replace" },
);
export const token: TextType = /* @__PURE__ */ text("token", {});
export const anyURI: TextType = /* @__PURE__ */ text("anyURI", {});
export const language: TextType = /* @__PURE__ */ text("language", {
  pattern: /^[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*$/,
});
export const NMTOKEN: TextType = /* @__PURE__ */ text("NMTOKEN", {
  pattern: NM_TOKEN,
});
export const Name: TextType = /* @__PURE__ */ text("Name", { pattern: NAME });
export const NCName: TextType = /* @__PURE__ */ text("NCName", {
  pattern: NC_NAME,
});
export const ID: TextType = /* @__PURE__ */ text("ID", { pattern: NC_NAME });
export const IDREF: TextType = /* @__PURE__ */ text("IDREF", {
  pattern: NC_NAME,
});
export const ENTITY: TextType = /* @__PURE__ */ text("ENTITY", {
  pattern: NC_NAME,
});
/** .NET's `System.Guid`. */
export const guid: TextType = /* @__PURE__ */ text("guid", {
  pattern: /^[\da-fA-F]{8}(?:-[\da-fA-F]{4}){3}-[\da-fA-F]{12}$/,
});

/** XSD 1.0 Part 2 §3.3.5: the built-in lists have at least one item. */
function list(name: string, item: TextType): RestrictionDescriptor {
  const base = { kind: "list", item, name } as const;
  return { kind: "restriction", base, name, minLength: 1 };
}

export const NMTOKENS: RestrictionDescriptor = /* @__PURE__ */ list(
  "NMTOKENS",
  NMTOKEN,
);
export const IDREFS: RestrictionDescriptor = /* @__PURE__ */ list(
  "IDREFS",
  IDREF,
);
export const ENTITIES: RestrictionDescriptor = /* @__PURE__ */ list(
  "ENTITIES",
  ENTITY,
);

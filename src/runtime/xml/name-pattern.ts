/** XML 1.0 (fifth edition) §2.3, for character classes with flag `u`; the colon is left to the user of these. */
const START =
  "A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u{200C}-\\u{200D}\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}";
const REST = `${START}.0-9\\u00B7\\u0300-\\u036F\\u203F-\\u2040-`;

/** A pattern for whole names; a token may begin with any of the characters. */
function pattern(colon: "" | ":", isToken: boolean): RegExp {
  const start = isToken ? REST : START;
  return new RegExp(`^[${colon}${start}][${colon}${REST}]*$`, "u");
}

export const NAME: RegExp = /* @__PURE__ */ pattern(":", false);
export const NC_NAME: RegExp = /* @__PURE__ */ pattern("", false);
export const NM_TOKEN: RegExp = /* @__PURE__ */ pattern(":", true);

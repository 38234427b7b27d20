// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

/** XML 1.0 (fifth edition) §2.3, for character classes with flag `u`; the colon is left to the user of these. */
const START =
  "A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u{200C}-\\u{200D}\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}";
const REST = `${START}.0-9\\u00B7\\u0300-\\u036F\\u203F-\\u2040-`;

/** Source of a pattern for names with colons. */
const NAME_SOURCE = `[:${START}][:${REST}]*`;

function pattern(source: string, flags = "u"): RegExp {
  return new RegExp(source, flags);
}

export const NAME: RegExp = /* @__PURE__ */ pattern(`^${NAME_SOURCE}$`);
export const NC_NAME: RegExp = /* @__PURE__ */ pattern(
  `^[${START}][${REST}]*$`,
);
export const NM_TOKEN: RegExp = /* @__PURE__ */ pattern(`^[:${REST}]+$`);

/** Sticky: a name where `lastIndex` is. */
export const NAME_HERE: RegExp = /* @__PURE__ */ pattern(NAME_SOURCE, "uy");

/** Sticky: white space and an attribute, as name and value in double or in single quotes. */
export const ATTRIBUTE_HERE: RegExp = /* @__PURE__ */ pattern(
  `[ \\t\\r\\n]+(${NAME_SOURCE})[ \\t\\r\\n]*=[ \\t\\r\\n]*(?:"([^"<]*)"|'([^'<]*)')`,
  "uy",
);

import type { RestrictionDescriptor } from "../descriptor.js";
import { decimalDigits } from "../xsd/decimal.js";
import { ValueError } from "../xsd/value-error.js";
import { applyWhiteSpace } from "../xsd/white-space.js";
import type { SimpleCodec, SimpleContext } from "./contracts.js";

/** Throws `ValueError` when the value, whose text is given, is not admitted. */
export type FacetCheck = (value: unknown, text: string) => void;

/** The facets of one restriction step (XSD 1.0 Part 2 §4.3). */
export function compileFacets(
  restriction: RestrictionDescriptor,
  base: SimpleCodec,
): readonly FacetCheck[] {
  const checks: FacetCheck[] = [];
  const { enumeration, patterns } = restriction;
  if (enumeration !== undefined)
    checks.push(checkEnumeration(enumeration, base));
  for (const sources of patterns ?? []) checks.push(checkPattern(sources));
  checks.push(...lengthChecks(restriction));
  checks.push(...rangeChecks(restriction, base));
  checks.push(...digitChecks(restriction));
  return checks;
}

/** Facets hold texts; where prefixes are needed to read them they stay texts. */
const NO_NAMESPACES: SimpleContext = {
  lookup: () => undefined,
  prefixFor: () => "",
};

function parseFacet(base: SimpleCodec, text: string): unknown {
  try {
    return base.parse(applyWhiteSpace(text, base.whiteSpace), NO_NAMESPACES);
  } catch {
    return text;
  }
}

const SHOWN_LITERALS = 12;

function checkEnumeration(
  literals: readonly string[],
  base: SimpleCodec,
): FacetCheck {
  const values = literals.map((literal) => parseFacet(base, literal));
  const admitted = new Set<unknown>([...values, ...literals]);
  const canonical = new Set(values.map((value) => print(base, value)));
  const shown = literals.slice(0, SHOWN_LITERALS).map((text) => `"${text}"`);
  if (literals.length > SHOWN_LITERALS) shown.push("…");
  const expected = `one of ${shown.join(", ")}`;
  return (value, text) => {
    if (admitted.has(value)) return;
    if (isName(value)) {
      // A facet's prefix means what the schema document declared, which is not known here.
      const locals = literals.map((literal) => literal.replace(/^.*[:}]/, ""));
      if (locals.includes(value.local)) return;
    } else if (typeof value === "object") {
      if (canonical.has(print(base, value))) return;
    }
    const isEqual = (other: unknown): boolean =>
      typeof other === typeof value && base.compare?.(value, other) === 0;
    if (!values.some(isEqual)) throw new ValueError(expected, text);
  };
}

/** One text for all texts of the same value; none for a facet that is not a value. */
function print(base: SimpleCodec, value: unknown): string | undefined {
  try {
    return typeof value === "object"
      ? base.print(value, NO_NAMESPACES)
      : undefined;
  } catch {
    return undefined;
  }
}

function isName(value: unknown): value is { readonly local: string } {
  return typeof value === "object" && value !== null && "local" in value;
}

function checkPattern(sources: readonly string[]): FacetCheck {
  let expressions: readonly RegExp[] | undefined;
  return (_value, text) => {
    expressions ??= sources.map((source) => new RegExp(`^(?:${source})$`, "u"));
    if (expressions.some((expression) => expression.test(text))) return;
    const shown = sources.map((source) =>
      source.replace(/^\^\(\?:(.*)\)\$$/, "$1"),
    );
    throw new ValueError(`a text like ${shown.join(" or ")}`, text);
  };
}

/** Characters, bytes or items; undefined where length has no meaning. */
function measure(value: unknown): number | undefined {
  if (typeof value === "string") return countCharacters(value);
  if (value instanceof Uint8Array || Array.isArray(value)) return value.length;
  return undefined;
}

function countCharacters(text: string): number {
  let count = text.length;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code >= 0xdc00 && code < 0xe000) count--;
  }
  return count;
}

function lengthChecks(restriction: RestrictionDescriptor): FacetCheck[] {
  const { length, minLength = length, maxLength = length } = restriction;
  if (minLength === undefined && maxLength === undefined) return [];
  const least = minLength ?? 0;
  const most = maxLength ?? Infinity;
  const range = most === Infinity ? `at least ${least}` : `${least} to ${most}`;
  return [
    (value, text) => {
      const size = measure(value);
      if (size === undefined || (size >= least && size <= most)) return;
      throw new ValueError(`a length of ${range}, not ${size}`, text);
    },
  ];
}

function rangeChecks(
  restriction: RestrictionDescriptor,
  base: SimpleCodec,
): FacetCheck[] {
  const check = (
    bound: string | undefined,
    word: string,
    admits: (order: number) => boolean,
  ): FacetCheck[] => {
    if (bound === undefined || base.compare === undefined) return [];
    const limit = parseFacet(base, bound);
    return [
      (value, text) => {
        if (admits(base.compare?.(value, limit) ?? 0)) return;
        throw new ValueError(`a value ${word} ${bound}`, text);
      },
    ];
  };
  return [
    ...check(restriction.minInclusive, "from", (order) => order >= 0),
    ...check(restriction.maxInclusive, "up to", (order) => order <= 0),
    ...check(restriction.minExclusive, "above", (order) => order > 0),
    ...check(restriction.maxExclusive, "below", (order) => order < 0),
  ];
}

function digitChecks(restriction: RestrictionDescriptor): FacetCheck[] {
  const { totalDigits, fractionDigits } = restriction;
  if (totalDigits === undefined && fractionDigits === undefined) return [];
  return [
    (_value, text) => {
      const { whole, fraction } = decimalDigits(text);
      const total = whole.length + fraction.length;
      if (total > (totalDigits ?? Infinity)) {
        throw new ValueError(`at most ${totalDigits} digits`, text);
      }
      if (fraction.length > (fractionDigits ?? Infinity)) {
        throw new ValueError(`at most ${fractionDigits} decimal places`, text);
      }
    },
  ];
}

// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type {
  AtomicTypeDescriptor,
  ListTypeDescriptor,
  RestrictionDescriptor,
  SimpleTypeDescriptor,
  UnionTypeDescriptor,
} from "../descriptor.js";
import { ValueError } from "../xsd/value-error.js";
import { applyWhiteSpace, splitSpace } from "../xsd/white-space.js";
import type { SimpleCodec } from "./contracts.js";
import { compileFacets } from "./facets.js";
import type { FacetCheck } from "./facets.js";

type CompileSimple = (descriptor: SimpleTypeDescriptor) => SimpleCodec;

/** Makes the codec of a simple type; `compile` is for the types inside it. */
export function simpleCodec(
  descriptor: SimpleTypeDescriptor,
  compile: CompileSimple,
): SimpleCodec {
  switch (descriptor.kind) {
    case "atomic":
      return atomicCodec(descriptor);
    case "restriction":
      return restrictionCodec(descriptor, compile);
    case "list":
      return listCodec(descriptor, compile);
    case "union":
      return unionCodec(descriptor, compile);
  }
}

function atomicCodec(descriptor: AtomicTypeDescriptor): SimpleCodec {
  const { whiteSpace, parse, print } = descriptor;
  if (descriptor.compare === undefined) return { whiteSpace, parse, print };
  return { whiteSpace, parse, print, compare: descriptor.compare };
}

function resolve(
  type: SimpleTypeDescriptor | (() => SimpleTypeDescriptor),
): SimpleTypeDescriptor {
  return typeof type === "function" ? type() : type;
}

function restrictionCodec(
  descriptor: RestrictionDescriptor,
  compile: CompileSimple,
): SimpleCodec {
  const base = compile(resolve(descriptor.base));
  const checks = compileFacets(descriptor, base);
  return {
    ...base,
    whiteSpace: descriptor.whiteSpace ?? base.whiteSpace,
    parse(text, context) {
      const value = base.parse(text, context);
      if (context.skipsFacets !== true) {
        for (const check of checks) check(value, text);
      }
      return value;
    },
    print(value, context) {
      const text = base.print(value, context);
      if (checks.length === 0) return text;
      return findText(value, text, checks);
    },
  };
}

/** The first text of a value that the facets admit: patterns may ask for leading zeros, or for 1 instead of true. */
function findText(
  value: unknown,
  text: string,
  checks: readonly FacetCheck[],
): string {
  let refusal: unknown;
  for (const variant of [text, ...otherTexts(value, text)]) {
    try {
      for (const check of checks) check(value, variant);
      return variant;
    } catch (error) {
      refusal ??= error;
    }
  }
  throw refusal;
}

const PADDED_LENGTH = 20;

/** Other texts of the same value, made only when they are asked for. */
function* otherTexts(value: unknown, text: string): Generator<string> {
  if (typeof value === "boolean") yield value ? "1" : "0";
  if (typeof value === "bigint" || Number.isInteger(value)) {
    const [sign = "", digits = ""] = text.split(/(?=\d)(.*)/);
    for (let length = digits.length + 1; length <= PADDED_LENGTH; length++) {
      yield sign + digits.padStart(length, "0");
    }
    yield `+${text}`;
  }
  if (typeof value === "number" && Number.isFinite(value)) {
    const [mantissa = "", exponent = ""] = value.toExponential().split(/e\+?/);
    yield `${mantissa}E${exponent}`;
    yield `${mantissa}.0E${exponent}`;
    yield `${text}.0`;
    for (const places of [1, 2, 3, 4]) yield value.toFixed(places);
  }
}

function listCodec(
  descriptor: ListTypeDescriptor,
  compile: CompileSimple,
): SimpleCodec {
  const item = compile(resolve(descriptor.item));
  return {
    whiteSpace: "collapse",
    parse: (text, context) =>
      splitSpace(text).map((part) => item.parse(part, context)),
    print(value, context) {
      if (!Array.isArray(value)) throw new ValueError("an array", value);
      const parts = value.map((part: unknown) => item.print(part, context));
      // The item would come back as several, or as none.
      const broken = parts.find((part) => /^$|[ \t\n\r]/.test(part));
      if (broken !== undefined) {
        throw new ValueError("items without white space", broken);
      }
      return parts.join(" ");
    },
  };
}

function unionCodec(
  descriptor: UnionTypeDescriptor,
  compile: CompileSimple,
): SimpleCodec {
  const members = descriptor.members().map(compile);
  const first = <Result>(
    attempt: (member: SimpleCodec) => Result,
    received: unknown,
  ): Result => {
    const expected: string[] = [];
    for (const member of members) {
      try {
        return attempt(member);
      } catch (error) {
        if (!(error instanceof ValueError)) throw error;
        expected.push(error.expected);
      }
    }
    throw new ValueError(expected.join(", or "), received);
  };
  return {
    // Each member handles white space its own way.
    whiteSpace: "preserve",
    parse: (text, context) =>
      first((member) => {
        const normalized = applyWhiteSpace(text, member.whiteSpace);
        return member.parse(normalized, context);
      }, text),
    print: (value, context) =>
      first((member) => member.print(value, context), value),
  };
}

// Part of soapstone's runtime: do not edit, run `soapstone generate` instead.

import type { UnionTypeDescriptor } from "../descriptor.js";
import { ValueError } from "../xsd/value-error.js";
import { applyWhiteSpace } from "../xsd/white-space.js";
import type { CodecFeature } from "./codec-feature.js";
import type { Compiler, SimpleCodec } from "./contracts.js";

function unionCodec(
  descriptor: UnionTypeDescriptor,
  compiler: Compiler,
): SimpleCodec {
  const members = descriptor.members().map((member) => compiler.simple(member));
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

/** Unions. */
export const union: CodecFeature = { union: unionCodec };

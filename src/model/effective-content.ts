import { baseChain } from "./base-chain.js";
import type { Particle } from "./particle.js";
import type { SchemaSet } from "./schema-set.js";
import type { ComplexType, Content } from "./type-definition.js";

const memo = new WeakMap<ComplexType, Content>();

/** The whole content of a linked type: an extension's is that of its base followed by its own (part 1 §3.4.2). */
export function effectiveContent(
  schemas: SchemaSet,
  type: ComplexType,
): Content {
  const known = memo.get(type);
  if (known !== undefined) return known;
  let content: Content = { contentKind: "empty" };
  for (const step of baseChain(schemas, type)) {
    content =
      step.derivation === "extension" ? extend(content, step) : step.content;
  }
  memo.set(type, content);
  return content;
}

function extend(base: Content, { content, origin }: ComplexType): Content {
  if (content.contentKind === "simple" || base.contentKind === "empty")
    return content;
  if (content.contentKind === "empty" || base.contentKind === "simple")
    return base;
  const { particle: first } = base;
  const { particle: second } = content;
  const isMixed =
    base.contentKind === "mixed" || content.contentKind === "mixed";
  if (first === undefined || second === undefined) {
    const only = first ?? second;
    return only === undefined ? { contentKind: "mixed" } : wrap(only, isMixed);
  }
  const particles = [...members(first), second];
  const term = { kind: "group", compositor: "sequence", particles } as const;
  return wrap({ min: 1, max: 1, term, origin }, isMixed);
}

function wrap(particle: Particle, isMixed: boolean): Content {
  return { contentKind: isMixed ? "mixed" : "elementOnly", particle };
}

/** A sequence that occurs once adds nothing of its own; flattened, so that long chains of extensions do not nest. */
function members(particle: Particle): readonly Particle[] {
  const { term, min, max } = particle;
  const isPlain =
    term.kind === "group" &&
    term.compositor === "sequence" &&
    min === 1 &&
    max === 1;
  return isPlain ? term.particles : [particle];
}

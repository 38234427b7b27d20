import type { CodecFeature, Tolerance } from "./codec-feature.js";
import type { Members, ParticleCodec } from "./contracts.js";
import type { DecodeReader } from "./decode-reader.js";
import type { Leniency, LenientRule } from "./leniency.js";
import { own, setOwn } from "./own.js";
import { LeafParticleCodec } from "./particles/leaf-particle.js";
import { skipElement } from "./skip-element.js";
import { localOf } from "./wildcard.js";

interface Leaf {
  readonly particle: ParticleCodec;
  /** Place in the declared order. */
  readonly place: number;
}

/** A content model as a set of members, for decoding that need not follow its order. */
interface LooseModel {
  readonly leaves: readonly Leaf[];
  readonly byKey: ReadonlyMap<string, Leaf>;
  readonly byLocal: ReadonlyMap<string, Leaf>;
}

const MODELS = /* @__PURE__ */ new WeakMap<object, LooseModel>();

function modelOf(particles: readonly ParticleCodec[]): LooseModel {
  const known = MODELS.get(particles);
  if (known !== undefined) return known;
  const model = looseModel(particles);
  MODELS.set(particles, model);
  return model;
}

function looseModel(particles: readonly ParticleCodec[]): LooseModel {
  const leaves: Leaf[] = [];
  const collect = (particle: ParticleCodec, place?: number): void => {
    const isGroup = particle.parts !== undefined && !isRepeated(particle);
    if (!isGroup) leaves.push({ particle, place: place ?? leaves.length });
    const inner = particle.isUnordered === true ? leaves.length : place;
    if (isGroup) particle.parts?.forEach((part) => collect(part, inner));
  };
  particles.forEach((particle) => collect(particle));
  const byKey = new Map<string, Leaf>();
  const byLocal = new Map<string, Leaf>();
  for (const leaf of leaves) {
    for (const key of allKeys(leaf.particle)) {
      if (!byKey.has(key)) byKey.set(key, leaf);
      if (!byLocal.has(localOf(key))) byLocal.set(localOf(key), leaf);
    }
  }
  return { leaves, byKey, byLocal };
}

/** A repeated group has a property of its own; a flattened one has those of its parts. */
function isRepeated(particle: ParticleCodec): boolean {
  const [part] = particle.parts ?? [];
  const isOnly = particle.parts?.length === 1 && part !== undefined;
  return isOnly && !part.properties.includes(particle.properties[0] ?? "");
}

function allKeys(particle: ParticleCodec): readonly string[] {
  if (particle.parts === undefined) return particle.firstKeys;
  return [
    ...particle.firstKeys,
    ...particle.parts.flatMap((part) => allKeys(part)),
  ];
}

/** Reads members in whatever order and number they come; what breaks the model is reported or refused by its rule. */
function decodeLoosely(
  reader: DecodeReader,
  particles: readonly ParticleCodec[],
  into: Members,
): void {
  const model = modelOf(particles);
  let last = 0;
  for (;;) {
    const name = reader.peek();
    if (name === undefined) break;
    const leaf =
      model.byKey.get(name.key) ?? findWildcard(reader, model.leaves, into);
    if (leaf === undefined) {
      readForeign(reader, model.byLocal.get(name.local), into);
      continue;
    }
    if (leaf.place < last) {
      reader.tolerate("order", `<${name.local}> out of order`, {
        expected: "the declared order",
        received: `<${name.local}>`,
      });
    }
    last = leaf.place;
    readLeaf(reader, leaf.particle, into);
  }
  for (const particle of particles) {
    if (particle.isSatisfied(into)) continue;
    const names = particle.properties.join(", ");
    reader.tolerate("missing", `${names} is missing`, {
      expected: names,
      received: "the end",
    });
  }
}

/** Of several wildcards, the first that has room. */
function findWildcard(
  reader: DecodeReader,
  leaves: readonly Leaf[],
  into: Members,
): Leaf | undefined {
  const fitting = leaves.filter(({ particle }) =>
    particle.starts(reader, undefined),
  );
  const free = fitting.find(
    ({ particle }) =>
      !(particle instanceof LeafParticleCodec) ||
      particle.shape.isArray ||
      own(into, particle.shape.property) === undefined,
  );
  return free ?? fitting[0];
}

/** An element that the model does not have under its full name. */
function readForeign(
  reader: DecodeReader,
  leaf: Leaf | undefined,
  into: Members,
): void {
  const name = reader.peek();
  if (leaf !== undefined && reader.allows("namespaces")) {
    reader.tolerate("namespaces", `<${name?.local}> in another namespace`);
    const { particle } = leaf;
    if (particle instanceof LeafParticleCodec && particle.kind.element) {
      return readElement(reader, particle, into);
    }
  }
  reader.tolerate("unknown-elements", `unexpected element <${name?.local}>`, {
    expected: "a declared element",
    received: `<${name?.key}>`,
  });
  skipElement(reader);
}

function readLeaf(
  reader: DecodeReader,
  particle: ParticleCodec,
  into: Members,
): void {
  if (particle instanceof LeafParticleCodec) {
    return readElement(reader, particle, into);
  }
  const at = reader.pos;
  particle.decode(reader, into, undefined);
  // A repeated group that cannot begin with this element reads nothing.
  if (reader.pos !== at) return;
  reader.tolerate("unknown-elements", "unexpected element in a group");
  skipElement(reader);
}

function readElement(
  reader: DecodeReader,
  particle: LeafParticleCodec,
  into: Members,
): void {
  const { kind, shape } = particle;
  const { property, isArray } = shape;
  const before = own(into, property);
  if (before !== undefined && !isArray) return skipRepeated(reader, property);
  // Read as the element itself where its namespace is another.
  const value = (kind.element ?? kind).read(reader);
  if (value === undefined) return;
  if (!isArray) setOwn(into, property, value);
  else if (Array.isArray(before)) before.push(value);
  else setOwn(into, property, [value]);
}

function skipRepeated(reader: DecodeReader, property: string): void {
  reader.tolerate("repeated", `${property} occurs more than once`, {
    expected: "one",
    received: "more",
  });
  skipElement(reader);
}

const TOLERANCE: Tolerance = /* @__PURE__ */ (() => ({
  assumed: new Set([
    "unknown-elements",
    "unknown-attributes",
    "missing",
    "order",
    "namespaces",
    "nil",
  ]),
  decode: decodeLoosely,
}))();

/** Types that were concluded from samples. */
export const tolerance: CodecFeature = { tolerance: TOLERANCE };

/** Those that let the order and number of elements be broken. */
const MODEL_RULES: ReadonlySet<string> = /* @__PURE__ */ new Set([
  "unknown-elements",
  "missing",
  "order",
  "repeated",
  "namespaces",
]);

/** What decoding may overlook, for the `lenient` option: `lenient("missing", "order")`. */
export function lenient(...rules: readonly LenientRule[]): Leniency {
  const breaksModel = rules.some((rule) => MODEL_RULES.has(rule));
  return { rules: new Set(rules), breaksModel, tolerance: TOLERANCE };
}

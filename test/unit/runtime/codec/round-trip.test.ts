import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  decodeDocument,
  encodeDocument,
} from "../../../../src/runtime/codec/document.js";
import type {
  ComplexTypeDescriptor,
  ElementDescriptor,
  ParticleDescriptor,
  SimpleTypeDescriptor,
  TypeDescriptor,
} from "../../../../src/runtime/descriptor.js";
import * as xsd from "../../../../src/runtime/xsd.js";

/** A type with values of it. */
interface Typed<Type> {
  readonly type: Type;
  readonly value: fc.Arbitrary<unknown>;
}

const legal = fc
  .string({ unit: "binary", maxLength: 12 })
  // eslint-disable-next-line no-control-regex -- what XML cannot carry
  .map((text) =>
    text.replace(/[^\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, ""),
  );

const bytes = fc
  .uint8Array({ maxLength: 20 })
  .map((each) => new Uint8Array(each));

const names = fc.constantFrom("a", "b-c", "ü", "__proto__x", "$d", "A.1");

const qualified = fc.record({
  namespace: fc.constantFrom("", "urn:t", "urn:other"),
  local: fc.constantFrom("x", "y1"),
});

const simple: fc.Arbitrary<Typed<SimpleTypeDescriptor>> = fc.constantFrom(
  { type: xsd.string, value: legal },
  { type: xsd.int, value: fc.integer() },
  {
    type: xsd.long,
    value: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  },
  { type: xsd.integer, value: fc.bigInt() },
  { type: xsd.double, value: fc.double() },
  { type: xsd.boolean, value: fc.boolean() },
  { type: xsd.base64Binary, value: bytes },
  { type: xsd.hexBinary, value: bytes },
  { type: xsd.decimal, value: fc.constantFrom("0.10", "-5", "+1.", ".5") },
  {
    type: xsd.dateTime,
    value: fc.constantFrom("2024-02-29T00:00:00.10Z", "2024-01-01T24:00:00"),
  },
  { type: xsd.QName, value: qualified },
  {
    type: { kind: "list", item: xsd.int } as const,
    value: fc.array(fc.integer(), { maxLength: 4 }),
  },
  {
    type: {
      kind: "restriction",
      base: xsd.string,
      enumeration: ["", "x", " y "],
    } as const,
    value: fc.constantFrom("", "x", " y "),
  },
);

/** Each member has a name of its own, so that any of them in any order is a schema. */
function numbered(name: string, index: number): string {
  return `${/^[$]/.test(name) ? "d" : name}${index}`;
}

function complexOf(
  inner: fc.Arbitrary<Typed<TypeDescriptor>>,
): fc.Arbitrary<Typed<ComplexTypeDescriptor>> {
  const member = fc.record({
    name: names,
    namespace: fc.constantFrom(undefined, "", "urn:other"),
    typed: inner,
    occurs: fc.constantFrom("one", "optional", "many", "nillable"),
  });
  const attribute = fc.record({
    name: names,
    typed: simple,
    required: fc.boolean(),
  });
  return fc
    .record({
      kind: fc.constantFrom("sequence", "choice", "all", "repeated"),
      members: fc.array(member, { minLength: 1, maxLength: 4 }),
      attributes: fc.array(attribute, { maxLength: 2 }),
    })
    .map(({ kind, members: given, attributes }) => {
      // Where a row may begin with any of its members, the wire does not say where it does.
      const members = given.map((each, index) =>
        kind === "repeated" && index === 0
          ? { ...each, occurs: "one" as const }
          : each,
      );
      const particles = members.map(
        ({ name, namespace, typed, occurs }, index): ParticleDescriptor => ({
          element: numbered(name, index),
          ...(namespace !== undefined && { namespace }),
          type: typed.type,
          ...(occurs === "optional" && { min: 0 }),
          ...(occurs === "many" && kind !== "all" && { min: 0, max: Infinity }),
          ...(occurs === "nillable" && { nillable: true as const }),
        }),
      );
      const group = kind === "choice" || kind === "all" ? kind : "sequence";
      const isRepeated = kind === "repeated";
      const type: ComplexTypeDescriptor = {
        kind: "complex",
        namespace: "urn:t",
        attributes: () =>
          attributes.map(({ name, typed, required }, index) => ({
            attribute: `at${numbered(name, index)}`,
            type: typed.type,
            ...(required && { required: true as const }),
          })),
        members: () => [
          { group, particles, ...(isRepeated && { min: 0, max: Infinity }) },
        ],
      };
      const values = members.map(({ name, typed, occurs }, index) => {
        const key = numbered(name, index);
        if (occurs === "many" && kind !== "all") {
          const items = fc.array(typed.value, { minLength: 1, maxLength: 3 });
          return items.map((item) => ({ [key]: item }));
        }
        const value =
          occurs === "nillable"
            ? fc.oneof(typed.value, fc.constant(null))
            : typed.value;
        const one = value.map((each) => ({ [key]: each }));
        return occurs === "optional" ? fc.oneof(one, fc.constant({})) : one;
      });
      const all = fc
        .tuple(...values)
        .map((parts): object => Object.assign({}, ...parts));
      const content =
        kind === "choice"
          ? fc.oneof(...values)
          : isRepeated
            ? fc
                .array(all, { minLength: 1, maxLength: 3 })
                .map((rows) =>
                  rows.filter((row) => Object.keys(row).length > 0),
                )
                .map((rows) => (rows.length > 0 ? { $sequence: rows } : {}))
            : all;
      const attributeValues = fc
        .tuple(
          ...attributes.map(({ name, typed, required }, index) => {
            const one = typed.value.map((each) => ({
              [`at${numbered(name, index)}`]: each,
            }));
            return required ? one : fc.oneof(one, fc.constant({}));
          }),
        )
        .map((parts): object => Object.assign({}, ...parts));
      const value = fc
        .tuple(attributeValues, content)
        .map((parts): object => Object.assign({}, ...parts));
      return { type, value };
    });
}

const typed: fc.Arbitrary<Typed<TypeDescriptor>> = fc.oneof(
  simple,
  complexOf(fc.oneof(simple, complexOf(fc.oneof(simple, complexOf(simple))))),
);

const cases = typed.chain(({ type, value }) =>
  fc.tuple(fc.constant(type), fc.constantFrom("urn:t", ""), value),
);

describe("any value of any type", () => {
  it("comes back as it was, and gives the same text again", () => {
    fc.assert(
      fc.property(cases, ([type, namespace, value]) => {
        const element: ElementDescriptor = { element: "root", namespace, type };
        const xml = encodeDocument(element, value);
        const decoded = decodeDocument(element, xml);
        expect(decoded).toEqual(value);
        expect(encodeDocument(element, decoded)).toBe(xml);
      }),
      { numRuns: 400 },
    );
  });

  it("is read the same with white space and comments between elements", () => {
    fc.assert(
      fc.property(cases, ([type, namespace, value]) => {
        const element: ElementDescriptor = { element: "root", namespace, type };
        const xml = encodeDocument(element, value);
        if (type.kind !== "complex") return;
        const spaced = xml.replace(
          /(<\/[^>]*>|\/>)(?=<)/g,
          "$1\n <!-- c --><?pi?> ",
        );
        expect(decodeDocument(element, spaced)).toEqual(value);
      }),
      { numRuns: 200 },
    );
  });
});

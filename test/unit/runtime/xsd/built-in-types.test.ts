import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type {
  AtomicTypeDescriptor,
  NamespaceContext,
} from "../../../../src/runtime/descriptor.js";
import * as xsd from "../../../../src/runtime/xsd.js";

const context: NamespaceContext = {
  lookup: (prefix) => ({ p: "urn:p", "": "urn:default" })[prefix],
  prefixFor: (namespace) => (namespace === "" ? "" : "q"),
};

function roundTrip(type: AtomicTypeDescriptor, text: string): string {
  return type.print(type.parse(text, context), context);
}

const EVERY_NAME =
  "string normalizedString token language NMTOKEN NMTOKENS Name NCName ID IDREF IDREFS ENTITY ENTITIES " +
  "boolean decimal float double duration dateTime time date gYearMonth gYear gMonthDay gDay gMonth " +
  "hexBinary base64Binary anyURI QName NOTATION integer nonPositiveInteger negativeInteger long int short byte " +
  "nonNegativeInteger unsignedLong unsignedInt unsignedShort unsignedByte positiveInteger anySimpleType anyType";

describe("the built-in types", () => {
  it("are all there, under their own names", () => {
    const types: Record<string, unknown> = { ...xsd };
    for (const name of EVERY_NAME.split(" ")) {
      expect(types, name).toHaveProperty(name);
    }
  });

  it.each([
    [xsd.int, "2147483647"],
    [xsd.int, "-2147483648"],
    [xsd.byte, "-128"],
    [xsd.unsignedInt, "4294967295"],
    [xsd.long, "9007199254740993"],
    [xsd.long, "-9223372036854775808"],
    [xsd.unsignedLong, "18446744073709551615"],
    [xsd.integer, "123456789012345678901234567890"],
    [xsd.decimal, "0.1234567890123456789012345"],
    [xsd.decimal, "-.50"],
    [xsd.double, "INF"],
    [xsd.double, "-INF"],
    [xsd.double, "NaN"],
    [xsd.double, "-0"],
    [xsd.float, "0.1"],
    [xsd.dateTime, "2024-02-29T23:59:59.999999999+14:00"],
    [xsd.dateTime, "2024-02-29T24:00:00"],
    [xsd.dateTime, "-0001-02-29T00:00:00Z"],
    [xsd.date, "2023-03-02-05:00"],
    [xsd.time, "12:00:00.5"],
    [xsd.gYear, "12024"],
    [xsd.gYearMonth, "2024-02Z"],
    [xsd.gMonthDay, "--02-29"],
    [xsd.gDay, "---31"],
    [xsd.gMonth, "--12"],
    [xsd.duration, "-P1Y2M3DT4H5M6.7S"],
    [xsd.hexBinary, "00FF10"],
    [xsd.base64Binary, "AAECAw=="],
    [xsd.boolean, "true"],
    [xsd.NMTOKEN, "-a.b:c"],
    [xsd.Name, "größe"],
    [xsd.guid, "6f9619ff-8b86-d011-b42d-00cf4fc964ff"],
    [xsd.char, "65"],
  ] as const)("keep every digit of $0.name $1", (type, text) => {
    expect(roundTrip(type, text)).toBe(text);
  });

  it.each([
    [xsd.int, "2147483648"],
    [xsd.int, "1.0"],
    [xsd.int, ""],
    [xsd.int, "+"],
    [xsd.byte, "128"],
    [xsd.long, "9223372036854775808"],
    [xsd.positiveInteger, "0"],
    [xsd.negativeInteger, "0"],
    [xsd.boolean, "yes"],
    [xsd.boolean, "True"],
    [xsd.decimal, "1e3"],
    [xsd.decimal, "."],
    [xsd.double, "Infinity"],
    [xsd.double, "0x10"],
    [xsd.dateTime, "2023-02-29T00:00:00"],
    [xsd.dateTime, "2023-02-28"],
    [xsd.dateTime, "2023-02-28T25:00:00"],
    [xsd.dateTime, "0000-01-01T00:00:00"],
    [xsd.dateTime, "2023-02-28T00:00:00+14:01"],
    [xsd.dateTimeStamp, "2023-02-28T00:00:00"],
    [xsd.date, "2023-02-30"],
    [xsd.date, "2023-04-31"],
    [xsd.time, "24:00:01"],
    [xsd.gMonthDay, "--02-30"],
    [xsd.gDay, "---32"],
    [xsd.gMonth, "--13"],
    [xsd.duration, "P"],
    [xsd.duration, "PT"],
    [xsd.duration, "P1S"],
    [xsd.hexBinary, "ABC"],
    [xsd.base64Binary, "AAE"],
    [xsd.base64Binary, "AB=="],
    [xsd.language, "englishlanguage"],
    [xsd.NCName, "a:b"],
    [xsd.Name, "1a"],
    [xsd.QName, "z:name"],
    [xsd.guid, "6f9619ff"],
  ] as const)("refuse $0.name $1", (type, text) => {
    expect(() => type.parse(text, context)).toThrow(/expected/);
  });

  it("refuse values of another JavaScript type", () => {
    expect(() => xsd.long.print(5, context)).toThrow(/bigint/);
    expect(() => xsd.decimal.print(1.5, context)).toThrow(/string/);
    expect(() => xsd.dateTime.print(new Date(0), context)).toThrow(/Date/);
    expect(() => xsd.int.print("5", context)).toThrow(/int/);
    expect(() => xsd.boolean.print("true", context)).toThrow(/true or false/);
    expect(() => xsd.base64Binary.print("AA==", context)).toThrow(/Uint8Array/);
  });

  it("read qualified names with the prefixes in scope", () => {
    expect(xsd.QName.parse("p:a", context)).toEqual({
      namespace: "urn:p",
      local: "a",
    });
    expect(xsd.QName.parse("a", context).namespace).toBe("urn:default");
    const printed = xsd.QName.print(
      { namespace: "urn:x", local: "a" },
      context,
    );
    expect(printed).toBe("q:a");
  });

  it("order values as XML Schema does", () => {
    expect(xsd.decimal.compare?.("10.50", "010.5")).toBe(0);
    expect(xsd.decimal.compare?.("-2", "-10")).toBe(1);
    expect(
      xsd.dateTime.compare?.(
        "2024-01-01T00:00:00Z",
        "2024-01-01T01:00:00+01:00",
      ),
    ).toBe(0);
    expect(xsd.date.compare?.("2024-01-31", "2024-02-01")).toBe(-1);
    expect(xsd.duration.compare?.("P1M", "P30D")).toBeNaN();
    expect(xsd.duration.compare?.("P1Y", "P364D")).toBe(1);
  });

  it("keep any bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 50 }), (bytes) => {
        for (const type of [xsd.base64Binary, xsd.hexBinary]) {
          const text = type.print(bytes, context);
          expect([...type.parse(text, context)]).toEqual([...bytes]);
        }
        const text = xsd.base64Binary.print(bytes, context);
        expect(text).toBe(Buffer.from(bytes).toString("base64"));
      }),
    );
  });

  it("keep any double and any 64-bit integer", () => {
    fc.assert(
      fc.property(fc.double(), (value) => {
        const text = xsd.double.print(value, context);
        expect(Object.is(xsd.double.parse(text, context), value)).toBe(true);
      }),
    );
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
        (value) => {
          const text = xsd.long.print(value, context);
          expect(xsd.long.parse(text, context)).toBe(value);
        },
      ),
    );
  });

  it("read plain decimal numbers like any other number", () => {
    const digits = fc.string({
      unit: fc.constantFrom(..."0123456789.-"),
      minLength: 1,
      maxLength: 18,
    });
    fc.assert(
      fc.property(digits, (text) => {
        const isNumber = /^-?(?:\d+(?:\.\d*)?|\.\d+)$/.test(text);
        if (isNumber)
          expect(xsd.double.parse(text, context)).toBe(Number(text));
        else expect(() => xsd.double.parse(text, context)).toThrow(/double/);
      }),
      { numRuns: 2000 },
    );
  });

  it("know which days there are", () => {
    for (const year of ["1900", "1999", "2000", "2024", "2100", "12024"]) {
      for (let month = 1; month <= 12; month++) {
        for (let day = 0; day <= 32; day++) {
          const two = (value: number): string => String(value).padStart(2, "0");
          const text = `${year}-${two(month)}-${two(day)}T23:59:59.5+13:59`;
          const date = new Date(Date.UTC(Number(year), month - 1, day));
          const read = (): string => xsd.dateTime.parse(text, context);
          if (date.getUTCDate() === day) expect(read()).toBe(text);
          else expect(read).toThrow(/dateTime/);
        }
      }
    }
  });
});

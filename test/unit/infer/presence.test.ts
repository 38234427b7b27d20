import { describe, expect, it } from "vitest";
import { occurrenceOf } from "../../../src/infer/presence.js";
import {
  MICROSOFT_TYPES_NAMESPACE,
  qname,
  type Example,
} from "../../../src/model/index.js";
import type { ElementShape } from "../../../src/infer/shape.js";
import { cut, element, empty, leaf, literals, spanAt } from "./shapes.js";

/** `1..1 assumed likely`. */
function occurrence(shape: ElementShape): string {
  const { min, max, how, certainty } = occurrenceOf(shape);
  return `${min}..${max} ${how} ${certainty}`;
}

const example: Example = {
  text: "17",
  origin: { span: spanAt(1), how: "sampled", certainty: "certain" },
};

describe("how often a member occurs", () => {
  it("is what the page says of it, before everything else", () => {
    expect(
      occurrence(
        element("Id", "int", {
          isRepeated: true,
          isMissingSomewhere: true,
          occurrence: { min: 2, max: 5, certainty: "certain", note: "soapUI" },
        }),
      ),
    ).toBe("2..5 sampled certain");
  });

  it("is any number where it is shown twice", () => {
    expect(
      occurrence(
        element("Id", "int", { isRepeated: true, isMissingSomewhere: true }),
      ),
    ).toBe("0..unbounded sampled certain");
  });

  it("is at most once where a sample leaves it out", () => {
    expect(occurrence(element("Id", "int", { isMissingSomewhere: true }))).toBe(
      "0..1 sampled certain",
    );
  });

  it.each(["int", "boolean", "dateTime", "unsignedByte", "decimal"])(
    "is likely once for the value type %s",
    (type) => {
      expect(occurrence(element("Id", type))).toBe("1..1 assumed likely");
    },
  );

  it("is likely once for enumerations and types of .NET", () => {
    const guid = {
      ...leaf("string"),
      name: qname(MICROSOFT_TYPES_NAMESPACE, "guid"),
    };
    expect(occurrence(element("Color", literals(["red"])))).toBe(
      "1..1 assumed likely",
    );
    expect(occurrence(element("Id", guid))).toBe("1..1 assumed likely");
  });

  it.each([
    ["a point", [element("Lon", "double"), element("Lat", "double")]],
    [
      "what has a point in it",
      [
        element("Zone", "int"),
        element("At", [element("X", "float"), element("Y", "float")]),
      ],
    ],
  ])("is likely once for %s, a struct in .NET", (_what, members) => {
    expect(occurrence(element("Center", members))).toBe("1..1 assumed likely");
  });

  const lon = element("Lon", "double");
  it.each([
    ["a text", element("Id", "string")],
    ["a key", element("Key", [element("Id", "int"), element("Day", "date")])],
    ["an amount", element("Sum", [element("Net", "decimal")])],
    ["numbers and a text", element("At", [lon, element("Name", "string")])],
    [
      "repeated numbers",
      element("At", [element("Lon", "double", { isRepeated: true })]),
    ],
    ["bytes", element("Id", "base64Binary")],
    ["a duration", element("Id", "duration")],
    ["a structure", element("Order", [element("Id", "int")])],
    ["something cut off", element("Order", cut)],
    ["something empty", element("Order", empty)],
    ["a guess", element("Id", leaf("int", "ambiguous"))],
    ["an example value", element("Id", "int", { examples: [example] })],
  ])("is likely not always for %s", (_what, shape) => {
    expect(occurrence(shape)).toBe("0..1 assumed likely");
  });

  it("repeats where a sample repeats, whatever the words say of presence", () => {
    const stated = { min: 1, max: 1, certainty: "likely", note: "" } as const;
    const shape = element("Order", "string", {
      isRepeated: true,
      occurrence: stated,
    });
    expect(occurrence(shape)).toBe("1..unbounded sampled likely");
  });

  it("comes with the reason", () => {
    expect(occurrenceOf(element("Id", "int")).note).toBe(
      "value types are usually required",
    );
    expect(occurrenceOf(element("Id", "string")).note).toBe(
      "only value types are usually required",
    );
  });
});

import { describe, expect, it } from "vitest";
import {
  mergeShapes,
  mergeSiblings,
  type ShapeConflict,
} from "../../../src/infer/merge-shapes.js";
import {
  typeNameRanks,
  type ElementShape,
  type TypeNameRank,
} from "../../../src/infer/shape.js";
import { qname } from "../../../src/model/index.js";
import {
  attribute,
  cut,
  element,
  empty,
  leaf,
  literals,
  member,
  outline,
  spanAt,
  wildcard,
} from "./shapes.js";

interface Merging {
  readonly text: string;
  readonly shape: ElementShape;
  readonly conflicts: readonly string[];
}

function merge(
  first: ElementShape,
  second: ElementShape,
  options: {
    readonly ignoreSecondLeaves?: boolean;
    readonly expectSameMembers?: boolean;
  } = {},
): Merging {
  const conflicts: string[] = [];
  const onConflict = (conflict: ShapeConflict): void => {
    const { path, first: one, second: other } = conflict;
    conflicts.push(`${path.join(".")}: ${one.text} / ${other.text}`);
  };
  const shape = mergeShapes(first, second, {
    path: [],
    onConflict,
    ...options,
  });
  return { text: outline(shape), shape, conflicts };
}

describe("members of both samples", () => {
  it("come in the order of the first, new ones after their predecessor", () => {
    const { text, conflicts } = merge(
      element("Order", [element("Id", "int"), element("Note", "string")]),
      element("Order", [
        element("New", "string"),
        element("Id", "int"),
        element("Date", "date"),
        element("Time", "time"),
        element("Note", "string"),
      ]),
    );
    expect(text).toBe(
      "Order(New? string, Id int, Date? date, Time? time, Note string)",
    );
    expect(conflicts).toEqual([]);
  });

  it("may be missing in either sample", () => {
    const { text } = merge(
      element("Order", [element("A", "int"), element("B", "int")]),
      element("Order", [element("A", "int"), element("C", "int")]),
    );
    expect(text).toBe("Order(A int, C? int, B? int)");
  });

  it("may not be missing where both samples are placeholders of one type", () => {
    const { conflicts } = merge(
      element("Order", [element("A", "int")]),
      element("Order", [element("B", "int")]),
      { expectSameMembers: true },
    );
    expect([...conflicts].sort()).toEqual([
      "Order.A: present / absent",
      "Order.B: present / absent",
    ]);
  });

  it("keep one wildcard, at its place in the first sample", () => {
    const open = { kind: "members", members: [wildcard] } as const;
    const both = {
      kind: "members",
      members: [member(element("A", "int")), wildcard],
    } as const;
    expect(merge(element("R", open), element("R", both)).text).toBe(
      "R(A? int, *)",
    );
    expect(merge(element("R", both), element("R", both)).text).toBe(
      "R(A int, *)",
    );
    expect(
      merge(element("R", [element("A", "int")]), element("R", open)).text,
    ).toBe("R(A? int, *)");
  });
});

describe("content that one sample does not show", () => {
  const members = element("R", [element("A", "int")]);

  it.each([
    ["cut off", cut],
    ["empty", empty],
  ])("is that of the other: %s", (_what, hidden) => {
    expect(merge(element("R", hidden), members).text).toBe("R(A int)");
    expect(merge(members, element("R", hidden)).text).toBe("R(A int)");
    expect(merge(element("R", hidden), element("R", "int")).text).toBe("R int");
  });

  it("is rather empty than cut off", () => {
    expect(merge(element("R", cut), element("R", empty)).text).toBe("R /");
  });
});

describe("leaves", () => {
  it("that differ are a conflict with both places where both are certain; the first wins", () => {
    const first = element("Id", "int", { span: spanAt(3) });
    const second = element("Id", "string", { span: spanAt(9) });
    const spans: number[] = [];
    const shape = mergeShapes(first, second, {
      path: ["Order"],
      onConflict: (conflict) => {
        expect(conflict.path).toEqual(["Order", "Id"]);
        spans.push(conflict.first.span.line, conflict.second.span.line);
      },
    });
    expect(outline(shape)).toBe("Id int");
    expect(spans).toEqual([3, 9]);
  });

  it.each([
    ["int", "ambiguous", "string", "likely", "string"],
    ["int", "likely", "string", "ambiguous", "int"],
    ["int", "likely", "boolean", "certain", "boolean"],
  ] as const)(
    "take the surer one: %s %s, %s %s",
    (one, sure, other, surer, expected) => {
      const { text, conflicts } = merge(
        element("Id", leaf(one, sure)),
        element("Id", leaf(other, surer)),
      );
      expect(text).toBe(`Id ${expected}`);
      expect(conflicts).toEqual([]);
    },
  );

  it.each([
    ["int", "long", "long"],
    ["long", "int", "long"],
    ["int", "decimal", "decimal"],
    ["date", "string", "string"],
    ["string", "date", "string"],
  ])("of examples widen: %s and %s are %s", (one, other, expected) => {
    const { text } = merge(
      element("Id", leaf(one, "likely")),
      element("Id", leaf(other, "likely")),
    );
    expect(text).toBe(`Id ${expected}`);
  });

  it("of a sample that shows `string` everywhere say nothing", () => {
    const { text, conflicts } = merge(
      element("Id", "int"),
      element("Id", "string"),
      { ignoreSecondLeaves: true },
    );
    expect(text).toBe("Id int");
    expect(conflicts).toEqual([]);
  });

  it("with equal literals are equal; with others they are a conflict", () => {
    const first = element("Color", literals(["red", "green"]));
    expect(
      merge(first, element("Color", literals(["red", "green"]))).conflicts,
    ).toEqual([]);
    expect(merge(first, element("Color", literals(["red"]))).conflicts).toEqual(
      ["Color: red | green / red"],
    );
  });

  it("are no elements with members: that is a conflict, and the members win", () => {
    const { text, conflicts } = merge(
      element("Id", "int"),
      element("Id", [element("A", "int")]),
    );
    expect(text).toBe("Id(A int)");
    expect(conflicts).toEqual(["Id: int / an element with members"]);
  });
});

describe("everything else that is known of an element", () => {
  it("is joined", () => {
    const example = (text: string) => ({
      text,
      origin: {
        span: spanAt(1),
        how: "sampled",
        certainty: "certain",
      } as const,
    });
    const { shape } = merge(
      element("Id", "int", {
        attributes: [attribute("unit", "string")],
        examples: [example("1"), example("2")],
      }),
      element("Id", "int", {
        attributes: [attribute("unit", "string"), attribute("scale", "int")],
        examples: [example("2"), example("3")],
        documentation: "The number.",
        isNilSeen: true,
        isRepeated: true,
      }),
    );
    expect(outline(shape)).toBe("Id+(@unit string, @scale int) int");
    expect(shape.examples.map(({ text }) => text)).toEqual(["1", "2", "3"]);
    expect(shape).toMatchObject({
      documentation: "The number.",
      isNilSeen: true,
    });
  });

  it("takes the best evidence for a type's name", () => {
    const named = (local: string, rank: TypeNameRank): ElementShape =>
      element("Id", "int", {
        typeName: { name: qname("urn:shop", local), rank },
      });
    const { shape } = merge(
      named("FromRoot", typeNameRanks.httpRoot),
      named("FromXsiType", typeNameRanks.xsiType),
    );
    expect(shape.typeName?.name.local).toBe("FromXsiType");
    expect(
      merge(named("First", 2), named("Second", 2)).shape.typeName?.name.local,
    ).toBe("First");
  });

  it("takes the surer occurrence, and else the wider one", () => {
    const occurring = (
      min: number,
      certainty: "certain" | "likely",
    ): ElementShape =>
      element("Id", "int", {
        occurrence: { min, max: 1, certainty, note: "" },
      });
    const minimum = (first: ElementShape, second: ElementShape) =>
      merge(first, second).shape.occurrence?.min;
    expect(minimum(occurring(0, "likely"), occurring(1, "certain"))).toBe(1);
    expect(minimum(occurring(1, "certain"), occurring(0, "likely"))).toBe(1);
    expect(minimum(occurring(1, "likely"), occurring(0, "likely"))).toBe(0);
    expect(minimum(occurring(1, "likely"), element("Id", "int"))).toBe(1);
  });
});

describe("siblings of one name", () => {
  it("are one repeated member, wherever they stand", () => {
    const merged = mergeSiblings([
      element("Item", [element("A", "int")]),
      element("Note", "string"),
      element("Item", [element("B", "int")]),
    ]);
    expect(merged.map(outline)).toEqual([
      "Item+(B? int, A? int)",
      "Note string",
    ]);
  });
});

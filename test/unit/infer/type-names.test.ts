import { describe, expect, it } from "vitest";
import {
  typeNameRanks,
  type ElementShape,
  type TypeNameRank,
} from "../../../src/infer/shape.js";
import { classifyTypes } from "../../../src/infer/type-classes.js";
import {
  nameTypes,
  typeNamespace,
  type TypeNames,
} from "../../../src/infer/type-names.js";
import { qname } from "../../../src/model/index.js";
import { attribute, element, NAMESPACE } from "./shapes.js";

/** Names of all types below the roots, by the name of the element they were first seen on. */
function namesOf(
  ...roots: readonly ElementShape[]
): Readonly<Record<string, string>> {
  const { classes } = classifyTypes(roots);
  const names = nameTypes(classes, NAMESPACE);
  return Object.fromEntries(
    classes.map((type) => [type.shape.name.local, names.ofClass(type).local]),
  );
}

function evidence(local: string, rank: TypeNameRank): Partial<ElementShape> {
  return { typeName: { name: qname(NAMESPACE, local), rank } };
}

describe("the name of a type", () => {
  it("is that of its element, where nothing else is known", () => {
    expect(
      namesOf(element("Get", [element("order", [element("Id", "int")])])),
    ).toEqual({ order: "order" });
  });

  it("is the one a sample gives", () => {
    const order = element(
      "result",
      [element("Id", "int")],
      evidence("Order", typeNameRanks.httpRoot),
    );
    expect(namesOf(element("Get", [order]))).toEqual({ result: "Order" });
  });

  it("that a sample gives is taken before others want it", () => {
    const plain = element("Order", [element("Id", "int")]);
    const given = element(
      "result",
      [element("Name", "string")],
      evidence("Order", typeNameRanks.xsiType),
    );
    expect(namesOf(element("Get", [plain, given]))).toEqual({
      Order: "GetOrder",
      result: "Order",
    });
  });

  it("takes the name of the type around before a number", () => {
    const item = (type: string): ElementShape =>
      element("Item", [element("Value", type)]);
    const names = namesOf(
      element("A", [item("int")]),
      element("B", [item("string")]),
    );
    expect(Object.values(names)).toEqual(["BItem"]);
    const { classes } = classifyTypes([
      element("A", [item("int")]),
      element("A", [item("string")]),
      element("A", [item("date")]),
    ]);
    const given = nameTypes(classes, NAMESPACE);
    expect(classes.map((type) => given.ofClass(type).local)).toEqual([
      "Item",
      "AItem",
      "Item2",
    ]);
  });

  it("of an array wrapper is made of its items' type", () => {
    const order = element("o", [element("Id", "int")], {
      isRepeated: true,
      ...evidence("order", typeNameRanks.xsiType),
    });
    expect(namesOf(element("Get", [element("List", [order])]))).toEqual({
      List: "ArrayOfOrder",
      o: "order",
    });
    const strings = element("string", "string", { isRepeated: true });
    expect(namesOf(element("Get", [element("Names", [strings])]))).toEqual({
      Names: "ArrayOfString",
    });
  });

  it("of a wrapper with an attribute is an ordinary one", () => {
    const list = element("List", [element("Id", "int", { isRepeated: true })], {
      attributes: [attribute("count", "int")],
    });
    expect(namesOf(element("Get", [list]))).toEqual({ List: "List" });
  });
});

describe("the name of an enumeration", () => {
  const use = (
    local: string,
    parentName: string,
  ): Parameters<TypeNames["ofEnumeration"]>[1] => ({
    name: qname(NAMESPACE, local),
    parentName,
    namespace: NAMESPACE,
  });

  it("is shared by equal literals, and by no others", () => {
    const names = nameTypes([], NAMESPACE);
    const color = names.ofEnumeration(["red", "green"], use("Color", "Car"));
    expect(color).toBe(qname(NAMESPACE, "Color"));
    expect(names.ofEnumeration(["red", "green"], use("Paint", "Van"))).toBe(
      color,
    );
    expect(names.ofEnumeration(["green", "red"], use("Color", "Van"))).toBe(
      qname(NAMESPACE, "VanColor"),
    );
  });

  it("is not that of a structure", () => {
    const { classes } = classifyTypes([
      element("Get", [element("Color", [element("Id", "int")])]),
    ]);
    const names = nameTypes(classes, NAMESPACE);
    expect(names.ofEnumeration(["red"], use("Color", "")).local).toBe("Color2");
  });
});

describe("the namespace of a type", () => {
  const unqualified = (local: string): ElementShape =>
    element(local, "int", { name: qname("", local) });

  it("is that of its first qualified member", () => {
    const other = element("Id", "int", { name: qname("urn:other", "Id") });
    expect(
      typeNamespace(element("Order", [unqualified("A"), other]), "urn:x"),
    ).toBe("urn:other");
  });

  it("is else that of its element, and else that of the service", () => {
    expect(typeNamespace(element("Order", [unqualified("A")]), "urn:x")).toBe(
      NAMESPACE,
    );
    const bare = element("Order", [], { name: qname("", "Order") });
    expect(typeNamespace(bare, "urn:x")).toBe("urn:x");
  });
});

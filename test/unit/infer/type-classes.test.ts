import { describe, expect, it } from "vitest";
import { typeNameRanks, type ElementShape } from "../../../src/infer/shape.js";
import {
  classifyTypes,
  type TypeClass,
} from "../../../src/infer/type-classes.js";
import { qname } from "../../../src/model/index.js";
import { attribute, cut, element, leaf, outline } from "./shapes.js";

function outlines(...roots: readonly ElementShape[]): readonly string[] {
  return classifyTypes(roots).classes.map(({ shape }) => outline(shape));
}

function classNamed(
  classes: readonly TypeClass[],
  local: string,
): TypeClass | undefined {
  return classes.find(({ shape }) => shape.name.local === local);
}

const zip = element("Zip", "string");
const address = [element("Street", "string"), zip];

describe("structures below the roots", () => {
  it("are one type where their members are equal, whatever they are called", () => {
    const root = element("Order", [
      element("Billing", address),
      element("Shipping", address),
      element("Id", "int"),
    ]);
    expect(outlines(root)).toEqual(["Billing(Street string, Zip string)"]);
  });

  it("are one type across roots", () => {
    const { classes, classOf } = classifyTypes([
      element("Get", [element("Address", address)]),
      element("GetResponse", [element("Result", address)]),
    ]);
    expect(classes).toHaveLength(1);
    expect(new Set(classOf.values()).size).toBe(1);
    expect(classOf.size).toBe(2);
  });

  it.each([
    ["names", [element("Road", "string"), element("Zip", "string")]],
    ["order", address.toReversed()],
    ["number", address.slice(0, 1)],
    ["types", [element("Street", "string"), element("Zip", "int")]],
    ["repetition", [element("Street", "string", { isRepeated: true }), zip]],
    ["kinds", [element("Street", "string"), element("Zip", address)]],
  ] as const)("are two types where %s of members differ", (_what, members) => {
    const root = element("Order", [
      element("Billing", address),
      element("Shipping", members),
    ]);
    const { classOf } = classifyTypes([root]);
    const [billing, shipping] = [...classOf.values()];
    expect(billing).not.toBe(shipping);
  });

  it("are two types where only one has an attribute", () => {
    const root = element("Order", [
      element("Billing", address),
      element("Shipping", address, { attributes: [attribute("id", "int")] }),
    ]);
    expect(outlines(root)).toHaveLength(2);
  });

  it("are two types where the samples name them differently", () => {
    const named = (local: string): Partial<ElementShape> => ({
      typeName: { name: qname("urn:shop", local), rank: typeNameRanks.xsiType },
    });
    const root = element("Order", [
      element("Billing", address, named("Postal")),
      element("Shipping", address, named("Street")),
    ]);
    expect(outlines(root)).toHaveLength(2);
  });

  it("are one type where guesses differ", () => {
    const guess = (type: string): ElementShape =>
      element("Zip", leaf(type, "likely"));
    const root = element("Order", [
      element("Billing", [guess("int")]),
      element("Shipping", [guess("string")]),
    ]);
    expect(outlines(root)).toEqual(["Billing(Zip string)"]);
  });
});

describe("content that is cut off", () => {
  it("is anything: what another occurrence shows completes it", () => {
    const root = element("Order", [
      element("First", [element("Owner", cut), element("Id", "int")]),
      element("Second", [
        element("Owner", [element("Name", "string")]),
        element("Id", "int"),
      ]),
    ]);
    expect(outlines(root)).toEqual([
      "First(Owner(Name string), Id int)",
      "Owner(Name string)",
    ]);
  });

  it("joins the levels of a recursive type", () => {
    const root = element("Get", [
      element("Root", [
        element("Name", "string"),
        element("Child", [element("Name", "string"), element("Child", cut)]),
      ]),
    ]);
    const { classes } = classifyTypes([root]);
    expect(classes).toHaveLength(1);
    const [folder] = classes;
    expect(folder?.members.get("{urn:shop}Child")).toBe(folder);
  });
});

describe("a type", () => {
  const root = element("Get", [
    element("Orders", [
      element("Order", [element("Id", "int")], { isRepeated: true }),
    ]),
  ]);
  const { classes } = classifyTypes([root]);

  it("knows the types of its members, and where it was first seen", () => {
    const orders = classNamed(classes, "Orders");
    const order = classNamed(classes, "Order");
    expect(orders?.members.get("{urn:shop}Order")).toBe(order);
    expect(orders?.parent.name.local).toBe("Get");
    expect(order?.parent.name.local).toBe("Orders");
  });

  it("is an array item where it is the only member, and repeated", () => {
    expect(classNamed(classes, "Order")?.itemName).toBe("Order");
    expect(classNamed(classes, "Orders")?.itemName).toBeUndefined();
    const beside = element("Get", [
      element("Order", [element("Id", "int")], { isRepeated: true }),
      element("Count", "int"),
    ]);
    const [order] = classifyTypes([beside]).classes;
    expect(order?.itemName).toBeUndefined();
  });

  it("comes before those inside it", () => {
    expect(classes.map(({ shape }) => shape.name.local)).toEqual([
      "Orders",
      "Order",
    ]);
  });
});

import { describe, expect, it } from "vitest";
import { createNameScope } from "../../../../src/plan/names/name-scope.js";

describe("names of one module", () => {
  it("are given once each; the newcomer takes a number", () => {
    const scope = createNameScope({ previous: {} });
    expect(scope.give("type:a", "Order")).toBe("Order");
    expect(scope.give("type:b", "Order")).toBe("Order2");
    expect(scope.give("type:c", "Order")).toBe("Order3");
  });

  it("stay with what they were given to", () => {
    const scope = createNameScope({ previous: {} });
    scope.give("type:a", "Order");
    expect(scope.give("type:a", "Invoice")).toBe("Order");
  });

  it("are the first free candidate", () => {
    const scope = createNameScope({ previous: {}, reserved: ["Order"] });
    expect(scope.give("x", "Order", "SalesOrder")).toBe("SalesOrder");
    expect(scope.give("y", "Order", "SalesOrder")).toBe("SalesOrder2");
  });

  it("pass by numbers that are names of their own", () => {
    const scope = createNameScope({ previous: {}, reserved: ["Order2"] });
    scope.give("a", "Order");
    expect(scope.give("b", "Order")).toBe("Order3");
  });

  it("are numbered without trying all numbers again", () => {
    const scope = createNameScope({ previous: {} });
    for (let index = 0; index < 20_000; index++) scope.give(`${index}`, "Item");
    expect(scope.give("last", "Item")).toBe("Item20001");
  });

  it("differ in more than case where files do not", () => {
    const scope = createNameScope({ previous: {}, ignoresCase: true });
    expect(scope.give("a", "Order")).toBe("Order");
    expect(scope.give("b", "ORDER")).toBe("ORDER2");
    const strict = createNameScope({ previous: {} });
    strict.give("a", "Order");
    expect(strict.give("b", "ORDER")).toBe("ORDER");
  });
});

describe("names of the previous run", () => {
  const previous = { "type:old": "Order" };

  it("are kept, even where a newcomer comes first", () => {
    const scope = createNameScope({ previous });
    expect(scope.give("type:new", "Order")).toBe("Order2");
    expect(scope.give("type:old", "Order")).toBe("Order");
  });

  it("are kept though another name is wanted now", () => {
    const scope = createNameScope({ previous });
    expect(scope.give("type:old", "SalesOrder")).toBe("Order");
  });

  it("give way to names that are reserved now", () => {
    const scope = createNameScope({ previous, reserved: ["Order"] });
    expect(scope.give("type:old", "Order")).toBe("Order2");
  });

  it("are not in the table until they are given again", () => {
    const scope = createNameScope({ previous });
    expect(scope.table()).toEqual([]);
  });
});

describe("the table", () => {
  it("is sorted by key, whatever the order of giving", () => {
    const scope = createNameScope({ previous: {} });
    for (const key of ["b", "a", "C", "10", "9"]) scope.give(key, `N${key}`);
    const keys = scope.table().map(([key]) => key);
    expect(keys).toEqual(["10", "9", "C", "a", "b"]);
  });

  it("takes hostile keys as keys", () => {
    const scope = createNameScope({ previous: {} });
    scope.give("__proto__", "Name");
    expect(scope.table()).toEqual([["__proto__", "Name"]]);
  });
});

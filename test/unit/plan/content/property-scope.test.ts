import { expect, it } from "vitest";
import { createPropertyScope } from "../../../../src/plan/content/property-scope.js";

it("a name that is taken gets the lowest free number", () => {
  const scope = createPropertyScope(["Id", "Id_2"]);
  expect([scope.give("Id"), scope.give("Id"), scope.give("Name")]).toEqual([
    "Id_3",
    "Id_4",
    "Name",
  ]);
});

it("branches of a choice share names, what follows them does not", () => {
  const scope = createPropertyScope(["Id"]);
  const [first, second] = [scope.fork(), scope.fork()];
  expect([first.give("Name"), second.give("Name")]).toEqual(["Name", "Name"]);
  expect(second.give("Id")).toBe("Id_2");
  first.give("Street");
  scope.join([first, second]);
  expect(scope.give("Street")).toBe("Street_2");
  expect([scope.give("Name"), scope.give("Id")]).toEqual(["Name_2", "Id_3"]);
});

it("a branch takes nothing from the scope around before it is joined", () => {
  const scope = createPropertyScope();
  scope.fork().give("Name");
  expect(scope.give("Name")).toBe("Name");
});

it("many branches and many equal names cost no more than they are", () => {
  const scope = createPropertyScope();
  for (let at = 0; at < 20_000; at++) {
    const branches = [scope.fork(), scope.fork()];
    for (const branch of branches) branch.give("a");
    scope.join(branches);
  }
  expect(scope.give("a")).toBe("a_20001");
});

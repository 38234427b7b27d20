import { describe, expect, it } from "vitest";
import { withFeatures } from "../../../src/plan/codec-features.js";
import {
  array,
  number,
  object,
  reference,
  strings,
  text,
  thunk,
  type Expression,
} from "../../../src/plan/expression.js";
import type { OperationPlan, SchemaModule } from "../../../src/plan/index.js";
import * as features from "../../../src/runtime/features.js";

const complex = (entries: Record<string, Expression>): Expression =>
  object({ kind: text("complex"), ...entries });
const member = (name: string, type: Expression): Expression =>
  object({ element: text(name), type });

function usesOf(
  request: Expression,
  constants: Record<string, Expression>,
): readonly string[] {
  const plan: Pick<OperationPlan, "descriptor"> = {
    descriptor: object({ name: text("Op"), request }),
  };
  const descriptors = Object.entries(constants).map(([name, value]) => ({
    name,
    type: "ComplexTypeDescriptor" as const,
    value,
  }));
  const schemas: SchemaModule[] = [
    { path: "schemas", namespace: "", descriptors },
  ];
  // Only the descriptor matters here.
  const [planned] = withFeatures([plan as OperationPlan], schemas);
  const entries =
    planned?.descriptor.kind === "object" ? planned.descriptor.entries : [];
  const uses = entries.find(({ key }) => key === "uses")?.value;
  const items = uses?.kind === "array" ? uses.items : [];
  return items.flatMap((item) => (item.kind === "reference" ? item.name : []));
}

describe("the codec features of an operation", () => {
  it("are none for a plain sequence", () => {
    const root = complex({
      members: thunk(array([member("a", reference("xsd", "int"))])),
    });
    expect(usesOf(reference("schemas", "A"), { A: root })).toEqual([]);
  });

  it("are those of all types that it reaches, through circles too", () => {
    const constants = {
      A: complex({ members: thunk(array([reference("schemas", "B")])) }),
      B: complex({
        attributes: thunk(array([])),
        members: thunk(array([reference("schemas", "C")])),
      }),
      C: complex({
        base: thunk(reference("schemas", "A")),
        members: thunk(
          array([
            object({
              group: text("choice"),
              max: number(Infinity),
              particles: array([member("a", reference("schemas", "D"))]),
            }),
          ]),
        ),
      }),
      D: object({ kind: text("restriction"), enumeration: strings(["x"]) }),
      E: object({ kind: text("list") }),
    };
    expect(usesOf(reference("schemas", "A"), constants)).toEqual([
      "attributes",
      "choice",
      "enumeration",
      "repetition",
    ]);
    expect(usesOf(reference("schemas", "D"), constants)).toEqual([
      "enumeration",
    ]);
  });

  it("include those of built-in types that are lists or anything", () => {
    expect(usesOf(reference("xsd", "IDREFS"), {})).toEqual(["lengths", "list"]);
    expect(usesOf(reference("xsd", "anyType"), {})).toEqual(["anyTypes"]);
  });

  it("are constants of the runtime", () => {
    const keys = Object.keys(features);
    for (const request of [
      object({ kind: text("union") }),
      object({ group: text("all"), attachments: strings([]) }),
      object({ patterns: strings([]), totalDigits: number(1) }),
      object({ minLength: number(1), maxExclusive: text("1") }),
      object({ mixed: text(""), any: text(""), substitutes: text("") }),
      object({ element: text("a"), default: text("1"), abstract: text("") }),
      object({ kind: text("parameters") }),
    ]) {
      const uses = usesOf(request, {});
      expect(uses.length).toBeGreaterThan(0);
      expect(keys).toEqual(expect.arrayContaining([...uses]));
    }
  });

  it("leave out defaults of attributes, which only readers need", () => {
    const attribute = { attribute: text("a"), default: text("1") };
    expect(usesOf(object(attribute), {})).toEqual([]);
  });
});

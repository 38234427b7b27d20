import { describe, expect, it } from "vitest";
import { createSink } from "../../../src/diagnostics/index.js";
import { pruneModel } from "../../../src/link/index.js";
import { named, qname, type Model } from "../../../src/model/index.js";
import {
  binding,
  envelope,
  modelOf,
  operation,
  origin,
  schemasOf,
  sequence,
  service,
  t,
} from "./model-fixture.js";

interface Kept {
  readonly operations: readonly string[];
  readonly types: readonly string[];
  readonly elements: readonly string[];
  readonly attributes: readonly string[];
}

function kept(model: Model): Kept {
  const local = (keys: Iterable<string>): readonly string[] =>
    [...keys].map((key) => key.replace("{urn:t}", ""));
  const { schemas } = model;
  return {
    operations: model.operations.map(({ name }) => name),
    types: local(schemas.types.keys()),
    elements: local(schemas.elements.keys()),
    attributes: local(schemas.attributes.keys()),
  };
}

/** What one operation whose request is the element `Root` keeps of a schema. */
function reachedFrom(body: string): Kept {
  const schemas = schemasOf(body);
  const model = modelOf(schemas, [
    operation("Keep", [binding("Soap", "Root")]),
    operation("Drop", [binding("Soap", "Other")]),
  ]);
  return kept(pruneModel(model, { operations: ["Keep"] }, createSink()));
}

const empty = '<xs:complexType name="Unused"/>';

describe("what an operation reaches", () => {
  it("is kept, in the order of the schema; nothing else is", () => {
    const { types, elements } = reachedFrom(`
      <xs:complexType name="Inner"><xs:sequence><xs:element name="x" type="t:Code"/></xs:sequence></xs:complexType>
      <xs:simpleType name="Code"><xs:restriction base="xs:string"/></xs:simpleType>
      ${empty}
      <xs:element name="Root"><xs:complexType><xs:sequence><xs:element name="inner" type="t:Inner"/></xs:sequence></xs:complexType></xs:element>
      <xs:element name="Other" type="t:Unused"/>`);
    expect(types).toEqual(["Inner", "Code"]);
    expect(elements).toEqual(["Root"]);
  });

  it.each([
    [
      "references to elements",
      '<xs:complexType name="A"><xs:sequence><xs:element ref="t:B"/></xs:sequence></xs:complexType><xs:element name="B" type="xs:int"/>',
      { types: ["A"], elements: ["B", "Root"] },
    ],
    [
      "references to attributes",
      '<xs:complexType name="A"><xs:attribute ref="t:b"/></xs:complexType><xs:attribute name="b" type="t:C"/><xs:attribute name="d" type="t:Unused"/><xs:simpleType name="C"><xs:restriction base="xs:int"/></xs:simpleType>',
      { types: ["A", "C"], attributes: ["b"] },
    ],
    [
      "members of lists and unions",
      '<xs:simpleType name="A"><xs:list itemType="t:B"/></xs:simpleType><xs:simpleType name="B"><xs:union memberTypes="t:C xs:int"/></xs:simpleType><xs:simpleType name="C"><xs:restriction base="xs:int"/></xs:simpleType>',
      { types: ["A", "B", "C"] },
    ],
    [
      "types of simple content",
      '<xs:complexType name="A"><xs:simpleContent><xs:extension base="t:B"/></xs:simpleContent></xs:complexType><xs:simpleType name="B"><xs:restriction base="xs:int"/></xs:simpleType>',
      { types: ["A", "B"] },
    ],
    [
      "choices in choices",
      '<xs:complexType name="A"><xs:choice><xs:element name="x" type="xs:int"/><xs:sequence><xs:choice maxOccurs="3"><xs:element name="y" type="t:B"/></xs:choice></xs:sequence></xs:choice></xs:complexType><xs:complexType name="B"/>',
      { types: ["A", "B"] },
    ],
    [
      "bases, and types that may stand in for them",
      '<xs:complexType name="Base"/><xs:complexType name="A"><xs:complexContent><xs:extension base="t:Base"/></xs:complexContent></xs:complexType><xs:complexType name="More"><xs:complexContent><xs:extension base="t:A"/></xs:complexContent></xs:complexType>',
      { types: ["Base", "A", "More"] },
    ],
    [
      "members of substitution groups",
      '<xs:complexType name="A"><xs:sequence><xs:element ref="t:Head"/></xs:sequence></xs:complexType><xs:element name="Head" type="xs:anyType" abstract="true"/><xs:element name="Member" type="t:B" substitutionGroup="t:Head"/><xs:complexType name="B"/>',
      { types: ["A", "B"], elements: ["Head", "Member", "Root"] },
    ],
    [
      "itself",
      '<xs:complexType name="A"><xs:sequence><xs:element name="a" type="t:A" minOccurs="0"/></xs:sequence></xs:complexType>',
      { types: ["A"] },
    ],
  ])("is followed through %s", (_what, body, expected) => {
    const reached = reachedFrom(
      `${body}${empty}<xs:element name="Root" type="t:A"/><xs:element name="Other" type="t:Unused"/>`,
    );
    expect(reached).toMatchObject(expected);
    expect(reached.types).not.toContain("Unused");
  });

  it("is followed from responses, faults, header blocks and parts", () => {
    const local = ["Request", "Response", "Fault", "Header", "Part"];
    const schemas = schemasOf(
      `${local.map((name) => `<xs:complexType name="${name}Type"/><xs:element name="${name}" type="t:${name}Type"/>`).join("")}${empty}`,
    );
    const type = { kind: "element", name: t("Header") } as const;
    const header = {
      name: t("Header"),
      type,
      isRequired: true,
      isEncoded: false,
      origin,
    };
    const fault = {
      name: "Fault",
      type: { kind: "element", name: t("Fault") },
      wireName: t("Fault"),
      isEncoded: false,
      origin,
    } as const;
    const part = {
      name: "part",
      type: { kind: "type", reference: named(t("PartType")) },
      origin,
    } as const;
    const soap = {
      ...binding("Soap", "Request", "Response"),
      response: envelope(
        { kind: "element", name: t("Response") },
        { headers: [header] },
      ),
      faults: [fault],
    };
    const rpc = {
      ...binding("Rpc", "Request"),
      request: envelope({
        kind: "rpc",
        wrapper: qname("urn:t", "Keep"),
        parts: [part],
        isEncoded: false,
      }),
    };
    const model = modelOf(schemas, [operation("Keep", [soap, rpc])]);
    expect(
      kept(pruneModel(model, { operations: ["*"] }, createSink())).types,
    ).toEqual(local.map((name) => `${name}Type`));
  });

  it.each(["a base", "a derived type"])(
    "is found through a hundred thousand steps to %s",
    (direction) => {
      const count = 100_000;
      const types = Array.from({ length: count }, (_, index) => {
        const base = direction === "a base" ? index + 1 : index - 1;
        const type = {
          ...sequence(),
          name: t(`T${index}`),
          base: t(`T${base}`),
          derivation: "extension",
        } as const;
        return [type.name.key, type] as const;
      });
      const schemas = {
        ...schemasOf('<xs:element name="Root" type="xs:int"/>'),
        types: new Map(types),
      };
      const part = {
        name: "part",
        type: { kind: "type", reference: named(t("T0")) },
        origin,
      } as const;
      const body = { kind: "parts", parts: [part], isEncoded: false } as const;
      const soap = { ...binding("Soap", "Root"), request: envelope(body) };
      const model = modelOf(schemas, [operation("Keep", [soap])]);
      const pruned = pruneModel(model, { operations: ["Keep"] }, createSink());
      expect(pruned.schemas.types.size).toBe(count);
    },
  );
});

describe("a selection", () => {
  const model = modelOf(
    schemasOf('<xs:element name="Root" type="xs:int"/>'),
    [
      operation("GetOrder", [binding("Soap", "Root"), binding("Http", "Root")]),
      operation("GetOrders", [binding("Soap", "Root")]),
      operation("DeleteOrder", [binding("Other", "Root")]),
    ],
    [
      service("Orders", ["Soap", "soap11"], ["Http", "http-get"]),
      service("Admin", ["Other", "soap11"]),
    ],
  );
  const operationsOf = (selection: Parameters<typeof pruneModel>[1]) =>
    pruneModel(model, selection, createSink()).operations.map(
      ({ name }) => name,
    );

  it("of nothing keeps the model as it is", () => {
    expect(pruneModel(model, {}, createSink())).toBe(model);
  });

  it.each([
    [["Get*"], ["GetOrder", "GetOrders"]],
    [["GetOrder"], ["GetOrder"]],
    [["*Order"], ["GetOrder", "DeleteOrder"]],
    [
      ["G*s", "Del*"],
      ["GetOrders", "DeleteOrder"],
    ],
    [["get*"], []],
    [["Get.*"], []],
    [["GetOrder|DeleteOrder"], []],
  ])("of the operations %j keeps %j", (operations, expected) => {
    expect(operationsOf({ operations })).toEqual(expected);
  });

  it("of a service keeps what its ports carry, on its bindings", () => {
    const pruned = pruneModel(model, { services: ["Orders"] }, createSink());
    expect(pruned.services.map(({ name }) => name.local)).toEqual(["Orders"]);
    expect(pruned.operations.map(({ name }) => name)).toEqual([
      "GetOrder",
      "GetOrders",
    ]);
  });

  it("of a port keeps only its binding, and no service without ports", () => {
    const pruned = pruneModel(model, { ports: ["HttpPort"] }, createSink());
    expect(pruned.services.map(({ ports }) => ports.length)).toEqual([1]);
    expect(
      pruned.operations.map(({ name, bindings }) => [
        name,
        bindings.map((each) => each.binding.local),
      ]),
    ).toEqual([["GetOrder", ["Http"]]]);
  });

  it("of operations alone keeps their bindings, offered by a port or not", () => {
    const bare = modelOf(model.schemas, model.operations);
    expect(
      pruneModel(bare, { operations: ["*"] }, createSink()).operations.flatMap(
        ({ bindings }) => bindings,
      ),
    ).toHaveLength(4);
  });
});

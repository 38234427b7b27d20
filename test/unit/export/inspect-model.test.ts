import { expect, test } from "vitest";
import { inspectModel } from "../../../src/export/inspect-model.js";
import {
  anonymous,
  declared,
  named,
  qname,
  xsd,
  type ComplexType,
  type ElementDeclaration,
  type Envelope,
  type Model,
  type Origin,
  type Particle,
  type Term,
  type TypeReference,
} from "../../../src/model/index.js";
import { createSourceText, spanAt } from "../../../src/source/index.js";

const source = createSourceText("a.txt", "line one\nline two\n");
const origin = declared(spanAt(source, 0, 4));
const guess: Origin = {
  span: spanAt(source, 9, 4),
  how: "assumed",
  certainty: "likely",
  note: "no sample leaves it out",
};

function element(
  local: string,
  type: TypeReference,
  nillable = false,
): ElementDeclaration {
  const name = qname("", local);
  return { name, scope: "local", type, nillable, isAbstract: false, origin };
}

function particle(term: Term, min = 1, max: Particle["max"] = 1): Particle {
  return { min, max, term, origin };
}

function member(
  declaration: ElementDeclaration,
  min = 1,
  max: Particle["max"] = 1,
): Particle {
  return particle({ kind: "element", declaration }, min, max);
}

function complex(
  particles: readonly Particle[],
  compositor: "sequence" | "choice" = "sequence",
): ComplexType {
  return {
    kind: "complex",
    isAbstract: false,
    content: {
      contentKind: "elementOnly",
      particle: particle({ kind: "group", compositor, particles }),
    },
    attributes: [],
    attributeGroups: [],
    origin,
  };
}

function modelOf(type: ComplexType): Model {
  const name = qname("urn:x", "Order");
  return {
    schemas: {
      types: new Map([[name.key, { ...type, name }]]),
      elements: new Map(),
      attributes: new Map(),
      groups: new Map(),
      attributeGroups: new Map(),
    },
    services: [],
    operations: [],
  };
}

function membersOf(type: ComplexType) {
  return inspectModel(modelOf(type)).types[0]?.members ?? [];
}

test("presence joins occurrence and nillability", () => {
  const int = named(xsd("int"));
  const members = membersOf(
    complex([
      member(element("a", int)),
      member(element("b", int), 0),
      member(element("c", int, true)),
      member(element("d", int, true), 0, "unbounded"),
    ]),
  );
  expect(
    members.map(({ name, type, presence }) => [name, type, presence]),
  ).toEqual([
    ["a", "xs:int", "required"],
    ["b", "xs:int", "optional"],
    ["c", "xs:int", "nillable"],
    ["d", "xs:int[]", "optional-nillable"],
  ]);
});

test("branches of a choice share its number and are optional", () => {
  const members = membersOf(
    complex(
      [
        member(element("a", named(xsd("int")))),
        member(element("b", named(xsd("int")))),
      ],
      "choice",
    ),
  );
  expect(members.map(({ choice, presence }) => [choice, presence])).toEqual([
    [1, "optional"],
    [1, "optional"],
  ]);
});

test("a fact is told with its place, and presence apart where it is known otherwise", () => {
  const declaration = element("a", named(xsd("int")));
  const [only] = membersOf(
    complex([{ ...member(declaration), origin: guess }]),
  );
  expect(only?.fact).toEqual({
    certainty: "certain",
    how: "declared",
    file: "a.txt",
    line: 1,
    column: 1,
  });
  expect(only?.presenceFact).toEqual({
    certainty: "likely",
    how: "assumed",
    file: "a.txt",
    line: 2,
    column: 1,
    note: "no sample leaves it out",
  });
});

test("types defined in place are shown with their members and literals", () => {
  const status: TypeReference = anonymous({
    kind: "simple",
    variety: "atomic",
    base: named(xsd("string")),
    facets: [
      { kind: "enumeration", value: "Ok", origin },
      { kind: "enumeration", value: "Bad", origin },
    ],
    origin,
  });
  const inner = complex([member(element("status", status))]);
  const [outer] = membersOf(
    complex([member(element("order", anonymous(inner)))]),
  );
  expect(outer).toMatchObject({
    type: "object",
    members: [{ name: "status", type: "xs:string", values: ["Ok", "Bad"] }],
  });
});

test("nesting beyond all reason is cut off, not followed", () => {
  let type = complex([member(element("leaf", named(xsd("int"))))]);
  for (let depth = 0; depth < 3000; depth++) {
    type = complex([member(element("e", anonymous(type)))]);
  }
  let depth = 0;
  let [at] = membersOf(type);
  while (at !== undefined) {
    [at] = at.members;
    depth += 1;
  }
  expect(depth).toBeLessThan(100);
});

test("an operation shows its bindings with the endpoints of their ports", () => {
  const binding = qname("urn:x", "OrdersSoap");
  const wrapper = qname("urn:x", "GetOrder");
  const request: Envelope = {
    headers: [],
    attachments: [],
    origin,
    body: { kind: "element", name: wrapper },
  };
  const inspection = inspectModel({
    schemas: {
      ...modelOf(complex([])).schemas,
      elements: new Map([
        [
          wrapper.key,
          {
            ...element(
              "GetOrder",
              anonymous(complex([member(element("id", named(xsd("long"))))])),
            ),
            name: wrapper,
          },
        ],
      ]),
    },
    services: [
      {
        name: qname("urn:x", "Orders"),
        origin,
        ports: [
          {
            name: "P",
            binding,
            protocol: "soap11",
            address: "http://x/",
            origin,
          },
          { name: "Q", binding, protocol: "soap11", origin },
        ],
      },
    ],
    operations: [
      {
        name: "GetOrder",
        portType: qname("urn:x", "Orders"),
        isOneWay: true,
        origin,
        errors: [],
        bindings: [
          {
            binding,
            protocol: "soap11",
            action: "urn:x/GetOrder",
            request,
            faults: [],
            origin,
          },
        ],
      },
    ],
  });
  const [operation] = inspection.operations;
  expect(operation).not.toHaveProperty("response");
  expect(operation).toMatchObject({
    bindings: [
      {
        protocol: "soap11",
        action: "urn:x/GetOrder",
        endpoints: ["http://x/"],
      },
    ],
    request: {
      element: { namespace: "urn:x", local: "GetOrder" },
      members: [{ name: "id", type: "xs:long", presence: "required" }],
    },
  });
});

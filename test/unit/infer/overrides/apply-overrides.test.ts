import { describe, expect, test } from "vitest";
import { findings, memberOf, override } from "./page-with-overrides.js";

const type = "GetOrderResult";

describe("facts of members", () => {
  test("nothing is said without overrides but what stays unknown", () => {
    const plain = override();
    expect(plain.unknown).toEqual(["GetOrderResult/Extra", "Line/Photo"]);
    expect(findings(plain)).toEqual([]);
  });

  test("a type comes from the overrides, with its place in the file", () => {
    const result = override({
      members: { "GetOrderResult/Price": { type: "xs:decimal" } },
    });
    expect(findings(result)).toEqual([]);
    expect(memberOf(result, type, "Price")).toMatchObject({
      type: "xs:decimal",
      fact: {
        how: "override",
        certainty: "certain",
        file: "0.overrides.json",
        line: 4,
        column: 7,
      },
    });
  });

  test("presence, nil and repetition have an origin of their own", () => {
    const result = override({
      members: {
        "GetOrderResult/Price": { presence: "required", nillable: true },
        "GetOrderResult/Extra": { type: "xs:string", repeated: true },
      },
    });
    expect(memberOf(result, type, "Price")).toMatchObject({
      type: "xs:string",
      presence: "nillable",
      fact: { how: "sampled" },
      presenceFact: { how: "override" },
    });
    expect(memberOf(result, type, "Extra")).toMatchObject({
      type: "xs:string[]",
      max: "unbounded",
    });
  });

  test("documentation and names are taken over", () => {
    const result = override({
      members: {
        "GetOrderResult/Price": { documentation: "Net.", name: "NetPrice" },
      },
    });
    expect(memberOf(result, type, "NetPrice")?.documentation).toBe("Net.");
    expect(memberOf(result, type, "Price")).toBeUndefined();
  });

  test("an enumeration is opened, closed and listed", () => {
    const result = override({
      members: {
        "GetOrderResult/Status": { open: true },
        "GetOrderResult/Price": { values: ["low", "high"] },
      },
    });
    expect(memberOf(result, type, "Status")).toMatchObject({
      type: "xs:string",
      values: ["Open", "Paid"],
      open: true,
    });
    expect(memberOf(result, type, "Price")).toMatchObject({
      values: ["low", "high"],
    });
    expect(memberOf(result, type, "Price")).not.toHaveProperty("open");
  });

  test("a cut-off gets members, and members of members", () => {
    const result = override({
      members: {
        "GetOrderResult/Lines/Line/Photo": {
          members: {
            "@width": { type: "int", presence: "required" },
            Data: { type: "xs:base64Binary", presence: "required" },
            Tags: { members: { Tag: { type: "xs:string", repeated: true } } },
          },
        },
      },
    });
    expect(result.unknown).toEqual(["GetOrderResult/Extra"]);
    const photo = memberOf(result, "Line", "Photo");
    expect(photo?.fact.how).toBe("override");
    expect(photo?.members.map(({ name, type: is }) => [name, is])).toEqual([
      ["width", "xs:int"],
      ["Data", "xs:base64Binary"],
      ["Tags", "object"],
    ]);
    expect(photo?.members.map(({ namespace }) => namespace)).toEqual([
      "",
      "urn:shop",
      "urn:shop",
    ]);
  });

  test("hidden members go where `after` puts them", () => {
    const result = override({
      types: {
        Line: {
          members: {
            Last: { type: "xs:int" },
            First: { type: "xs:int", after: "" },
            Second: { type: "xs:int", after: "First" },
          },
        },
      },
    });
    const line = result.inspection.types.find(
      ({ name }) => name.local === "Line",
    );
    expect(line?.members.map(({ name }) => name)).toEqual([
      "no",
      "First",
      "Second",
      "Photo",
      "Sku",
      "Last",
    ]);
  });

  test("text stands beside attributes once it is said", () => {
    const result = override({
      members: { "GetOrderResult/Note/$value": { type: "xs:string" } },
    });
    expect(memberOf(result, type, "Note")?.members).toMatchObject([
      { name: "lang" },
      { name: "$value", type: "xs:string", fact: { how: "override" } },
    ]);
  });

  test("a path may start at a type, an element or an operation", () => {
    const paths = [
      "GetOrderResult/Price",
      "{urn:shop}GetOrderResult/{urn:shop}Price",
      "GetOrderResponse/GetOrderResult/Price",
      "GetOrder:response/GetOrderResult/Price",
    ];
    for (const path of paths) {
      const result = override({ members: { [path]: { type: "xs:float" } } });
      expect(memberOf(result, type, "Price")?.type).toBe("xs:float");
    }
    const request = override({
      members: { "GetOrder:request/Id": { type: "xs:long" } },
    });
    expect(request.inspection.operations[0]?.request.members[0]?.type).toBe(
      "xs:long",
    );
  });
});

describe("types, operations and the service", () => {
  test("new types are declared, shared, recursive and extended", () => {
    const result = override({
      members: {
        "Line/Photo": { type: "Photo" },
        "GetOrderResult/Extra": { type: "Photo" },
      },
      types: {
        Photo: {
          members: { Data: { type: "xs:string" }, Next: { type: "Photo" } },
        },
        BigPhoto: { base: "Photo", members: { Size: { type: "xs:int" } } },
      },
    });
    expect(findings(result)).toEqual([]);
    expect(result.unknown).toEqual([]);
    expect(memberOf(result, "Photo", "Next")?.type).toBe("Photo");
    const big = result.inspection.types.find(
      ({ name }) => name.local === "BigPhoto",
    );
    expect(big?.base).toBe("Photo");
  });

  test("a type gets another name wherever it is used, and paths may use both", () => {
    const result = override({
      types: { Line: { name: "OrderLine", documentation: "A line." } },
      members: {
        "Line/Sku": { presence: "required" },
        "OrderLine/@no": { type: "xs:short" },
      },
    });
    expect(findings(result)).toEqual([]);
    expect(memberOf(result, "ArrayOfLine", "Line")?.type).toBe("OrderLine[]");
    expect(memberOf(result, "OrderLine", "no")?.type).toBe("xs:short");
    expect(memberOf(result, "OrderLine", "Sku")?.presence).toBe("required");
  });

  test("operations get names, actions, documentation and elements", () => {
    const result = override({
      operations: {
        GetOrder: {
          name: "FetchOrder",
          action: "urn:other",
          documentation: "One order.",
          responseElement: "OrderReply",
        },
      },
    });
    expect(findings(result)).toEqual([]);
    expect(result.inspection.operations[0]).toMatchObject({
      name: "FetchOrder",
      documentation: "One order.",
      fact: { how: "override" },
      bindings: [{ action: "urn:other", fact: { how: "override" } }],
      response: { element: { namespace: "urn:shop", local: "OrderReply" } },
    });
  });

  test("ports get the address of the service, or their own", () => {
    const all = override({ service: { endpoint: "https://a.example/x" } });
    expect(all.inspection.services[0]?.ports[0]).toMatchObject({
      address: "https://a.example/x",
      fact: { how: "override" },
    });
    const one = override({
      service: {
        endpoint: "https://a.example/x",
        ports: { ordersSoap: { endpoint: "https://b.example/y" } },
      },
    });
    expect(one.inspection.services[0]?.ports[0]?.address).toBe(
      "https://b.example/y",
    );
  });
});

describe("what is wrong is said at its place", () => {
  test.each([
    [
      { members: { "GetOrderResult/Prise": { type: "xs:int" } } },
      'overrides/no-match Nothing is called "GetOrderResult/Prise"; did you mean "GetOrderResult/Price"?',
    ],
    [
      { members: { "GetOrderResul/Price": { type: "xs:int" } } },
      'overrides/no-match Nothing is called "GetOrderResul/Price"; did you mean "GetOrderResult/Price"?',
    ],
    [
      { operations: { GetOrdr: { action: "x" } } },
      'overrides/no-match Nothing is called "GetOrdr"; did you mean "GetOrder"?',
    ],
    [
      { types: { Lin: { documentation: "x" } } },
      'overrides/no-match Nothing is called "Lin"; did you mean "Line"?',
    ],
    [
      { service: { ports: { ordersSop: { endpoint: "http://a" } } } },
      'overrides/no-match Nothing is called "service/ports/ordersSop"; did you mean "ordersSoap"?',
    ],
    [
      { members: { "GetOrder/Id": { type: "xs:int" } } },
      'overrides/unnecessary "GetOrder/Id": type is what the input says itself',
    ],
    [
      { operations: { GetOrder: { action: "urn:shop/GetOrder" } } },
      'overrides/unnecessary "GetOrder": action is what the input says itself',
    ],
    [
      { members: { "GetOrderResult/Status": { values: ["Open", "Paid"] } } },
      'overrides/unnecessary "GetOrderResult/Status": values is what the input says itself',
    ],
    [
      { members: { "GetOrder/Id": { type: "xs:integr" } } },
      'overrides/unknown-type There is no type "xs:integr"; did you mean "xs:integer"?',
    ],
    [
      { members: { "GetOrder/Id": { type: "Lime" } } },
      'overrides/unknown-type There is no type "Lime"; did you mean "Line"?',
    ],
    [
      { members: { "GetOrder/Id": { members: { A: {} } } } },
      'overrides/not-applicable "GetOrder/Id": members cannot be said here: its type is a simple one; give it another type first',
    ],
    [
      { members: { "Line/@no": { nillable: true } } },
      'overrides/not-applicable "Line/@no": nillable cannot be said here: it is an attribute',
    ],
    [
      { members: { "GetOrderResult/Price": { open: true } } },
      'overrides/not-applicable "GetOrderResult/Price": open cannot be said here: it is no enumeration; give its values too',
    ],
    [
      { types: { Line: { values: ["A"] } } },
      'overrides/not-applicable "Line": values cannot be said here: it is a structure',
    ],
    [
      { types: { Line: { name: "GetOrderResult" } } },
      'overrides/name-taken "Line" cannot be called "GetOrderResult": the name is taken',
    ],
    [
      { types: { Photo: { members: { A: { type: "xs:int" } } } } },
      "overrides/unused-type Nothing is of the type Photo",
    ],
    [
      { members: { "Line/Photo": { type: "?" } } },
      "overrides/unfilled members → Line/Photo → type is still to be filled in",
    ],
    [
      { members: { "GetOrder/Id": { typ: "xs:int" } } },
      'overrides/unknown-key There is no key "typ" here; did you mean "type"?',
    ],
    [
      { members: { "GetOrder/Id": { presence: "maybe" } } },
      'overrides/bad-value members → GetOrder/Id → presence has to be "required" or "optional"',
    ],
    [[], "overrides/bad-value The file has to be an object"],
  ])("%j", (file, expected) => {
    expect(findings(override(file))).toEqual([expected]);
  });

  test("bad JSON is reported with line and column", () => {
    const { diagnostics } = override('{\n  "members": {,}\n}');
    expect(diagnostics[0]).toMatchObject({
      code: "overrides/bad-json",
      severity: "error",
      span: { file: "0.overrides.json", line: 2, column: 15 },
    });
  });

  test("an entry whose facts the page now shows is unnecessary, member by member", () => {
    const result = override({
      types: { Line: { members: { Sku: { type: "xs:string" } } } },
    });
    expect(findings(result)).toEqual([
      'overrides/unnecessary "Line/Sku": type is what the input says itself',
    ]);
  });

  test("a name with several meanings has to be made clear", () => {
    const types = {
      "{urn:a}Photo": { members: { A: { type: "xs:int" } } },
      "{urn:b}Photo": { members: { A: { type: "xs:int" } } },
    };
    const members = {
      "Line/Photo": { type: "{urn:a}Photo" },
      "GetOrderResult/Extra": { type: "{urn:b}Photo" },
      "Photo/A": { type: "xs:string" },
    };
    expect(findings(override({ types, members }))).toEqual([
      'overrides/ambiguous "Photo/A" could be {urn:a}Photo/A or {urn:b}Photo/A',
    ]);
  });

  test("names that mean something to JavaScript are names like any other", () => {
    const file = `{ "members": {
      "Line/Photo": { "members": { "__proto__": { "type": "xs:int" }, "constructor": { "type": "xs:int" } } },
      "__proto__/a": { "type": "xs:int" } } }`;
    const result = override(file);
    expect(
      memberOf(result, "Line", "Photo")?.members.map(({ name }) => name),
    ).toEqual(["__proto__", "constructor"]);
    expect(findings(result)).toEqual([
      'overrides/no-match Nothing is called "__proto__/a"',
    ]);
  });
});

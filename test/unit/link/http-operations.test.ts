import { describe, expect, it } from "vitest";
import { createSink } from "../../../src/diagnostics/index.js";
import { createDanglingNames } from "../../../src/link/dangling-names.js";
import type { LinkContext } from "../../../src/link/context.js";
import { joinHttpOperations } from "../../../src/link/http-operations.js";
import {
  anonymous,
  named,
  xsd,
  type Binding,
  type BindingOperation,
  type Body,
  type ComplexType,
  type Operation,
  type Part,
  type Particle,
  type Protocol,
  type SchemaSet,
} from "../../../src/model/index.js";
import {
  binding,
  envelope,
  localElement,
  operation,
  origin,
  schemasOf,
  sequence,
  service,
  t,
} from "./model-fixture.js";

function part(name: string): Part {
  return {
    name,
    type: { kind: "type", reference: named(xsd("string")) },
    origin,
  };
}

function httpBinding(
  parameters: readonly string[],
  response: Body = { kind: "empty" },
): BindingOperation {
  return {
    binding: t("Http"),
    protocol: "http-get",
    request: envelope({
      kind: "parameters",
      location: "/Get",
      placement: "query",
      parts: parameters.map(part),
    }),
    response: envelope(response),
    faults: [],
    origin,
  };
}

function bindingOf(
  local: string,
  portType: string,
  protocol: Protocol,
): readonly [string, Binding] {
  return [
    t(local).key,
    {
      name: t(local),
      portType: t(portType),
      protocol,
      style: "document",
      operations: [],
      origin,
    },
  ];
}

/** A schema in which the elements of the given names have the given types. */
function schemas(elements: Readonly<Record<string, ComplexType>>): SchemaSet {
  return {
    ...schemasOf('<xs:element name="Root" type="xs:int"/>'),
    elements: new Map(
      Object.entries(elements).map(([local, type]) => [
        t(local).key,
        {
          name: t(local),
          scope: "global",
          type: anonymous(type),
          nillable: false,
          isAbstract: false,
          origin,
        },
      ]),
    ),
  };
}

/** SOAP and HTTP port types of one service. */
function contextOf(set: SchemaSet): LinkContext {
  return {
    messages: new Map(),
    portTypes: new Map(),
    bindings: new Map([
      bindingOf("Soap", "SoapType", "soap11"),
      bindingOf("Http", "HttpType", "http-get"),
      bindingOf("Lone", "LoneType", "http-get"),
    ]),
    services: [
      {
        name: t("Orders"),
        ports: service("Orders", ["Soap", "soap11"], ["Http", "http-get"])
          .ports,
        origin,
      },
    ],
    schemas: set,
    sink: createSink(),
    dangling: createDanglingNames(),
  };
}

/** Joins `Get` over SOAP, with the members given, and over HTTP, with the parameters given. */
function join(
  members: readonly Particle[],
  http: BindingOperation,
): readonly Operation[] {
  const set = schemas({
    Get: sequence(...members),
    GetResponse: sequence(localElement("GetResult", xsd("int"))),
  });
  return joinHttpOperations(
    [
      operation("Get", [binding("Soap", "Get", "GetResponse")], "SoapType"),
      operation("Get", [http], "HttpType"),
    ],
    contextOf(set),
  );
}

/** The HTTP binding that the only operation took over. */
function joined(
  operations: readonly Operation[],
): BindingOperation | undefined {
  expect(operations).toHaveLength(1);
  return operations[0]?.bindings.find(
    ({ protocol }) => protocol === "http-get",
  );
}

const id = localElement("Id", xsd("int"), { min: 0 });

describe("an HTTP operation with the parameters of a SOAP operation", () => {
  it("is a binding of that, and its parameters have the types of the members", () => {
    const operations = join([id], httpBinding(["Id"]));
    expect(operations[0]?.bindings.map(({ protocol }) => protocol)).toEqual([
      "soap11",
      "http-get",
    ]);
    expect(joined(operations)?.request.body).toMatchObject({
      kind: "parameters",
      parts: [
        {
          name: "Id",
          type: { kind: "type", reference: named(xsd("int")) },
          occurrence: { min: 0, max: 1 },
        },
      ],
    });
  });

  it("may leave members out", () => {
    const http = httpBinding([]);
    expect(joined(join([id], http))?.request.body).toMatchObject({ parts: [] });
  });

  it("sends an array as one parameter for each item", () => {
    const items = sequence(
      localElement("string", xsd("string"), { min: 0, max: "unbounded" }),
    );
    const http = httpBinding(["Names"]);
    const body = joined(join([localElement("Names", anonymous(items))], http))
      ?.request.body;
    expect(body).toMatchObject({
      parts: [{ arrayItem: { name: t("string"), type: named(xsd("string")) } }],
    });
  });

  it("sends a structure of one member as it is", () => {
    const only = sequence(localElement("string", xsd("string")));
    const http = httpBinding(["Name"]);
    const body = joined(join([localElement("Name", anonymous(only))], http))
      ?.request.body;
    expect(body).toMatchObject({ parts: [{ name: "Name" }] });
    expect(body).not.toHaveProperty(["parts", 0, "arrayItem"]);
  });

  it("answers with the result, without the wrapper", () => {
    const http = httpBinding(["Id"], {
      kind: "xml",
      root: t("int"),
      type: { kind: "element", name: t("int") },
    });
    expect(joined(join([id], http))?.response?.body).toEqual({
      kind: "xml",
      root: t("int"),
      type: { kind: "type", reference: named(xsd("int")) },
      result: "GetResult",
    });
  });

  it("answers an empty object where it answers nothing", () => {
    expect(joined(join([id], httpBinding(["Id"])))?.response?.body).toEqual({
      kind: "empty",
      isWrapped: true,
    });
  });
});

describe("an HTTP operation stays one of its own", () => {
  it("where a parameter is no member", () => {
    expect(join([id], httpBinding(["Id", "Other"]))).toHaveLength(2);
  });

  it("where the SOAP body is no wrapper of a sequence", () => {
    const set = schemas({
      Get: { ...sequence(), content: { contentKind: "mixed" } },
    });
    expect(
      joinHttpOperations(
        [
          operation("Get", [binding("Soap", "Get")], "SoapType"),
          operation("Get", [httpBinding([])], "HttpType"),
        ],
        contextOf(set),
      ),
    ).toHaveLength(2);
  });

  it.each([
    ["of another name", "Find", "HttpType"],
    ["that no service offers beside it", "Get", "LoneType"],
  ])("where the SOAP operation is one %s", (_what, name, portType) => {
    const set = schemas({ Get: sequence(id) });
    const operations = joinHttpOperations(
      [
        operation("Get", [binding("Soap", "Get")], "SoapType"),
        operation(name, [httpBinding(["Id"])], portType),
      ],
      contextOf(set),
    );
    expect(operations.map((each) => each.bindings.length)).toEqual([1, 1]);
  });
});

describe("operations over SOAP", () => {
  it("are left as they are", () => {
    const set = schemas({ Get: sequence(id) });
    const both = ["SoapType", "OtherType"].map((portType) =>
      operation("Get", [binding("Soap", "Get")], portType),
    );
    expect(joinHttpOperations(both, contextOf(set))).toEqual(both);
  });
});

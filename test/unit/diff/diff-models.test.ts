import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { catalogueEntry } from "../../../src/diagnostics/index.js";
import { diffModels, rules, type Rule } from "../../../src/diff/index.js";
import type { Model } from "../../../src/model/index.js";
import { root } from "../../support/infer-files.js";
import {
  A,
  B,
  complex,
  contentCases,
  element,
  optional,
  sequence,
} from "./content-cases.js";
import { diffSides, modelOf, shown, type Side } from "./diff-documents.js";
import { serviceCases } from "./service-cases.js";

describe.each(Object.entries(contentCases))("%s", (_name, each) => {
  const { old, new: current, schema = "", newSchema = schema } = each;

  test.each(["request", "response"] as const)("in a %s", async (direction) => {
    const changes = await diffSides(
      { schema, [direction]: old },
      { schema: newSchema, [direction]: current },
    );
    const codes = changes.map(({ code }) => code.slice("change/".length));
    expect(codes).toEqual(each[direction]);
  });

  test("has a mirror", async () => {
    const [was, is]: readonly [Side, Side] = [
      { schema, request: old, response: old },
      { schema: newSchema, request: current, response: current },
    ];
    const there = await diffSides(was, is);
    const back = await diffSides(is, was);
    const mirrored = there.map((change) => {
      const rule: Rule = rules[change.rule];
      return rule.mirror;
    });
    expect(back.map(({ rule }) => rule).toSorted()).toEqual(
      mirrored.toSorted(),
    );
  });

  test("is nothing against itself", async () => {
    const side = { schema: newSchema, request: current, response: current };
    expect(await diffSides(side, side)).toEqual([]);
  });
});

describe("rules", () => {
  test("every rule is undone by its mirror", () => {
    const table = new Map<string, Rule>(Object.entries(rules));
    for (const [name, { mirror }] of table)
      expect(table.get(mirror)?.mirror).toBe(name);
  });

  test("what breaks is an error, what does not is none", () => {
    for (const { request, response } of Object.values(rules))
      for (const code of [request, response]) {
        const { breaks, severity } = catalogueEntry(code);
        expect([code, severity]).toEqual([
          code,
          breaks === undefined ? "info" : "error",
        ]);
      }
  });
});

describe("places", () => {
  test("a type in both directions is told once, as what breaks more, with its operations", async () => {
    const schema = complex("T", sequence(A));
    const uses = sequence(
      '<xs:element name="X" maxOccurs="9" type="t:T"/><xs:element name="Y" type="t:T"/>',
    );
    const changes = await diffSides(
      { schema, request: uses, response: uses },
      {
        schema: complex("T", sequence(A + B)),
        request: uses,
        response: uses,
      },
    );
    expect(changes).toMatchObject([
      {
        code: "change/request-required-member-added",
        path: "Do → request/Do/X[]/B",
        operations: 1,
        breaks: "wire",
        is: "xs:int, required",
      },
    ]);
  });

  test("what no message has is told by its name", async () => {
    const changes = await diffSides(
      { schema: complex("T", sequence(A)) },
      { schema: complex("T", "") },
    );
    expect(changes).toMatchObject([{ path: "type T/A", operations: 0 }]);
  });

  test("both places are known", async () => {
    const [change] = await diffSides(
      { request: element('type="xs:int"') },
      { request: `\n\n${element('type="xs:boolean"')}` },
    );
    expect([change?.oldSpan?.line, change?.newSpan?.line]).toEqual([4, 6]);
  });

  test("recursive types end", async () => {
    const type = (more: string): string =>
      complex(
        "T",
        sequence(`<xs:element name="T" type="t:T" minOccurs="0"/>${more}`),
      );
    const request = element('type="t:T"');
    const changes = await diffSides(
      { schema: type(""), request },
      { schema: type(optional), request },
    );
    expect(shown(changes)).toEqual([
      "request-member-added Do → request/Do/A/B",
    ]);
  });
});

describe("services and operations", () => {
  test.each(Object.entries(serviceCases))(
    "%s",
    async (_name, [old, current, expected]) => {
      expect(shown(await diffSides(old, current))).toEqual(expected);
    },
  );
});

test("every rule is one of a case", async () => {
  const contents = Object.values(contentCases).map(
    ({ old, new: current, schema = "", newSchema = schema }) =>
      [
        { schema, request: old },
        { schema: newSchema, request: current },
      ] as const,
  );
  const services = Object.values(serviceCases);
  const seen = new Set<string>();
  for (const [old, current] of [...contents, ...services])
    for (const { rule } of await diffSides(old, current)) seen.add(rule);
  const missing = Object.keys(rules).filter((rule) => !seen.has(rule));
  // Schemas alone and pages have these; the tests below are theirs.
  expect(missing).toEqual([
    "error-added",
    "error-removed",
    "element-added",
    "element-removed",
    "certainty-changed",
    "became-known",
    "became-unknown",
  ]);
});

test("elements of a schema without operations come and go", async () => {
  const schemaOf = (name: string): Promise<Model> =>
    modelOf({
      "/t.xsd": `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="${name}" type="xs:int"/></xs:schema>`,
    });
  const changes = diffModels(await schemaOf("Old"), await schemaOf("New"));
  expect(shown(changes)).toEqual([
    "element-removed element Old",
    "element-added element New",
  ]);
});

describe("pages", () => {
  const read = (name: string): string =>
    readFileSync(join(root, "specs", name), "utf8");

  test("what overrides say is a change of certainty, and of what it was", async () => {
    const page = read("account-management/GetInvoices.html");
    const overrides = {
      members: {
        "CreditBalance/Text": { presence: "required" },
        "CreditBalance/Invoice": { members: { Number: { type: "xs:string" } } },
      },
    };
    const old = await modelOf({ "/p.html": page });
    const current = await modelOf({
      "/p.html": page,
      "/soapstone.overrides.json": JSON.stringify(overrides),
    });
    const all = shown(diffModels(old, current));
    expect(all.map((one) => one.split(" ")[0])).toEqual([
      "response-member-required",
      "response-type-known",
      "certainty-changed",
    ]);
    const back = shown(diffModels(current, old));
    expect(back.map((one) => one.split(" ")[0])).toEqual([
      "response-member-optional",
      "response-type-unknown",
      "certainty-changed",
    ]);
  });

  test("errors that are documented come and go", async () => {
    const page = read("emersion-account/UpdateAccount.txt");
    const model = await modelOf({ "/p.txt": page });
    const [operation] = model.operations;
    expect(operation?.errors.length).toBeGreaterThan(0);
    const without: Model = {
      ...model,
      operations: model.operations.map((each) => ({ ...each, errors: [] })),
    };
    const codes = operation?.errors.map(({ code }) => code);
    const added = diffModels(without, model);
    expect(added.map(({ code, is }) => [code, is])).toEqual(
      codes?.map((code) => ["change/error-added", code]),
    );
    const removed = diffModels(model, without);
    expect(removed.map(({ code, was }) => [code, was])).toEqual(
      codes?.map((code) => ["change/error-removed", code]),
    );
  });
});

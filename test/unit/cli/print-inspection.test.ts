import { expect, test } from "vitest";
import { printInspection } from "../../../src/cli/print-inspection.js";
import type {
  InspectedFact,
  InspectedMember,
  Inspection,
} from "../../../src/export/inspection.js";

const fact: InspectedFact = {
  certainty: "certain",
  how: "sampled",
  file: "page.txt",
  line: 3,
  column: 5,
};

function member(
  name: string,
  change: Partial<InspectedMember> = {},
): InspectedMember {
  return {
    name,
    namespace: "",
    kind: "element",
    type: "xs:int",
    presence: "required",
    min: 1,
    max: 1,
    values: [],
    members: [],
    fact,
    ...change,
  };
}

const inspection: Inspection = {
  version: 1,
  services: [
    {
      name: { namespace: "urn:x", local: "Orders" },
      ports: [{ name: "P", protocol: "soap11", fact }],
      fact,
    },
  ],
  operations: [
    {
      name: "Get",
      portType: { namespace: "urn:x", local: "Orders" },
      isOneWay: true,
      bindings: [{ protocol: "soap11", action: "", endpoints: [], fact }],
      request: {
        element: { namespace: "urn:x", local: "Get" },
        headers: [],
        members: [
          member("id", {
            presenceFact: {
              ...fact,
              certainty: "likely",
              how: "assumed",
              note: "value types usually are",
            },
          }),
          member("status", {
            type: "xs:string",
            presence: "optional",
            choice: 1,
            values: ["Ok", "Bad\u001b[31m"],
            members: [member("lang", { kind: "attribute" })],
          }),
        ],
        fact,
      },
      faults: [{ name: "F", type: "Trouble", fact }],
      errors: [{ code: "47", message: "No such account", fact }],
      fact,
    },
  ],
  types: [
    {
      name: { namespace: "", local: "Empty" },
      kind: "complex",
      base: "Base",
      values: [],
      members: [],
      fact,
    },
  ],
};

test("shows services, operations, members in columns, and types", () => {
  expect(printInspection(inspection)).toBe(`\
service Orders  {urn:x}
  port P  soap11  (address unknown)

operation Get  page.txt:3:5
  soap11  (endpoint unknown)  action ""
  request Get  {urn:x}
    id       xs:int                     required             certain (sampled)  page.txt:3:5  presence likely (assumed): value types usually are
    status   xs:string {Ok | Bad␛[31m}  optional (choice 1)  certain (sampled)  page.txt:3:5
      @lang  xs:int                     required             certain (sampled)  page.txt:3:5
  one-way: no response
  fault F  Trouble  page.txt:3:5
  error 47  No such account  page.txt:3:5

type Empty  from Base  certain (sampled)  page.txt:3:5
`);
});

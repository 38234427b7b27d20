import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  membersAt,
  outline,
  readFiles,
  shared,
  type InferredFiles,
} from "../support/infer-files.js";

/** Each service as written in specs/, and as the page it was captured from where that is at hand. */
const pages = [
  ["customers", "000_d047d31c2c98491d.txt"],
  ["account-management", "001_dd56034a26a87c81.txt"],
  ["centra-customers", "002_bd375353743d2ea2.txt"],
  ["emersion-account", "003_aff5ee8cab3dade1.txt"],
  ["sub-accounts", "004_2103833905f4062f.txt"],
] as const;

type Service = (typeof pages)[number][0];

function captures(service: Service): readonly string[] {
  const [, seed = ""] = pages.find(([name]) => name === service) ?? [];
  const spec = `specs/${service}`;
  return shared === undefined ? [spec] : [spec, join(shared, "seeds", seed)];
}

const cache = new Map<string, Promise<InferredFiles>>();
function read(path: string): Promise<InferredFiles> {
  const known = cache.get(path) ?? readFiles([path]);
  cache.set(path, known);
  return known;
}

if (shared === undefined) {
  console.log("../shared is absent: the captured pages are not read");
}

const accountStates = "None|Ok|InvalidUser|AccountLocked|IPLock|DatabaseError";

describe.each(captures("customers"))(
  "UpdateCustomerAccountOrder from %s",
  (path) => {
    it("has an order with nine typed members", async () => {
      const { model } = await read(path);
      expect(
        outline(membersAt(model, "UpdateCustomerAccountOrder", "order")),
      ).toEqual([
        "Id: int",
        "CustId: int",
        "Value: double",
        "Text?: string",
        "PaymentOptionId: int",
        "Payed: boolean",
        "InvoiceIdentifier?: string",
        "ChangeDate: dateTime",
        "CreateDate: dateTime",
      ]);
    });

    it("keeps the two enumerations called StatusCode apart", async () => {
      const { model } = await read(path);
      const result = [
        "UpdateCustomerAccountOrderResponse",
        "UpdateCustomerAccountOrderResult",
      ];
      const outer = membersAt(model, ...result)[0];
      const inner = membersAt(model, ...result, "Value")[0];
      expect(outer).toMatchObject({ name: "StatusCode", type: accountStates });
      expect(inner).toMatchObject({
        name: "StatusCode",
        type: "None|Ok|FunktionError|ParameterError|LoginError|UnknowError|DatabaseError",
      });
    });

    it("has an action without a slash after the namespace's own", async () => {
      const { model } = await read(path);
      const actions = model.operations[0]?.bindings.map(({ action }) => action);
      const action =
        "http://www.smscreator.de/gateway/UpdateCustomerAccountOrder";
      expect(actions).toEqual([action, action]);
      const body = model.operations[0]?.bindings[0]?.request.body;
      expect(body).toMatchObject({
        name: { namespace: "http://www.smscreator.de/gateway" },
      });
    });
  },
);

describe.each(captures("account-management"))("GetInvoices from %s", (path) => {
  const result = ["GetInvoicesResponse", "GetInvoicesResult"];

  it("travels over four protocols", async () => {
    const { model } = await read(path);
    expect(
      model.operations[0]?.bindings.map(({ protocol }) => protocol),
    ).toEqual(["soap11", "soap12", "http-get", "http-post"]);
  });

  it("takes a dateTime, though the HTTP sections say string", async () => {
    const { model } = await read(path);
    expect(outline(membersAt(model, "GetInvoices"))).toEqual([
      "User?: string",
      "Password?: string",
      "Beginn: dateTime",
    ]);
    const http = model.operations[0]?.bindings[2]?.request.body;
    expect(
      http?.kind === "parameters" &&
        http.parts.map((part) => part.type.kind === "type" && part.type),
    ).toMatchObject([
      { reference: { name: { local: "string" } } },
      { reference: { name: { local: "string" } } },
      { reference: { name: { local: "dateTime" } } },
    ]);
  });

  it("fills the members that the SOAP sections cut off from the HTTP sections", async () => {
    const { model } = await read(path);
    expect(
      outline(membersAt(model, ...result, "Value", "InvoiceValue")),
    ).toEqual(["CreditBalance[]: CreditBalance"]);
    const balance = membersAt(
      model,
      ...[...result, "Value", "InvoiceValue", "CreditBalance"],
    );
    expect(outline(balance)).toEqual([
      "Value: double",
      "Text?: string",
      `PayOption: ${[
        ...["None", "Free", "AssignmentEMail", "AssignmentPostal"],
        ...["AutomaticDebitPostal", "AutomaticDebitEMail"],
        ...["ForeignAutomaticDebitEMail", "ForeignAutomaticDebitPostal"],
        ...["WebShop", "SOAPManagement"],
      ].join("|")}`,
      "CreateDate: dateTime",
      "InvoiceNumber?: string",
      "Invoice?: unknown",
    ]);
  });

  it("says why Invoice stays unknown, and makes nothing nillable", async () => {
    const { model, diagnostics } = await read(path);
    const unknown = diagnostics.filter(
      ({ code }) => code === "infer/unknown-content",
    );
    expect(unknown.map(({ parameters }) => parameters["path"])).toEqual([
      "CreditBalance.Invoice",
    ]);
    expect(unknown[0]?.message).toMatch(/cuts its content off/);
    const members = [
      ...membersAt(model, ...result),
      ...membersAt(model, ...result, "Value", "InvoiceValue"),
      ...membersAt(model, ...result, "Value", "InvoiceValue", "CreditBalance"),
    ];
    expect(members.filter(({ nillable }) => nillable)).toEqual([]);
  });

  it("names the result type after the root of the HTTP responses", async () => {
    const { model } = await read(path);
    expect(membersAt(model, "GetInvoicesResponse")[0]?.type).toBe(
      "SOAPResponseOfSOAPInvoiceInfoOfListOfCreditBalance",
    );
  });
});

describe.each(captures("centra-customers"))(
  "customers_Update from %s",
  (path) => {
    it("keeps the spelling of the action and of the element", async () => {
      const { model } = await read(path);
      const binding = model.operations[0]?.bindings[0];
      expect(binding?.action).toBe(
        "http://www.centra.com/webservices/Customers_Update",
      );
      expect(binding?.request.body).toMatchObject({
        name: { local: "customers_Update" },
      });
    });

    it("has an array of customers, because the prose says so", async () => {
      const { model } = await read(path);
      const [customer] = membersAt(model, "customers_Update", "customers");
      expect(customer).toMatchObject({ max: "unbounded", presence: "likely" });
      expect(
        membersAt(model, "customers_Update", "customers", "customer"),
      ).toHaveLength(14);
    });

    it("takes demo for an example value, not for an enumeration", async () => {
      const { model } = await read(path);
      expect(membersAt(model, "customers_Update", "login")).toMatchObject([
        { name: "username", type: "string", examples: ["demo"] },
        { name: "password", type: "string", examples: ["demo"] },
      ]);
    });

    it("answers an empty result element, and no live header", async () => {
      const { model } = await read(path);
      const response = model.operations[0]?.bindings[0]?.response;
      expect(response?.body).toMatchObject({ name: { local: "result" } });
      expect(response?.headers).toEqual([]);
      expect(membersAt(model, "result")).toEqual([]);
    });
  },
);

describe.each(captures("emersion-account"))("UpdateAccount from %s", (path) => {
  it("reads the request from broken XML and pairs it with the response", async () => {
    const { model } = await read(path);
    const [operation] = model.operations;
    expect(operation?.name).toBe("UpdateAccount");
    expect(operation?.bindings[0]?.request.body).toMatchObject({
      name: {
        local: "UpdateComplexAccount",
        namespace: "http://emersion.com.au/ServiceObjects",
      },
    });
    expect(outline(membersAt(model, "UpdateAccountResponse"))).toEqual([
      "Result?: boolean",
    ]);
    expect(
      membersAt(model, "UpdateComplexAccount", "PrimaryContact", "Detail"),
    ).toHaveLength(15);
  });

  it("knows 25 documented errors, from 47 to 71", async () => {
    const { model } = await read(path);
    const errors = model.operations[0]?.errors ?? [];
    expect(errors.map(({ code }) => Number(code))).toEqual(
      Array.from({ length: 25 }, (_, index) => 47 + index),
    );
    expect(errors[1]?.message).toBe("Invalid or Missing Account ID");
    expect(errors.find(({ code }) => code === "59")).toMatchObject({
      message: expect.stringMatching(/Invalid or Missing Title$/),
      isSuffix: true,
    });
    expect(errors.at(-1)?.message).toBe("Invalid or Missing Password");
  });

  it("has no address, a fault example, and a mandatory account ID", async () => {
    const { model } = await read(path);
    expect(
      model.services.flatMap(({ ports }) => ports.map((port) => port.address)),
    ).toEqual([undefined]);
    expect(model.operations[0]?.faultExamples).toMatchObject([
      {
        reason: "Validation Error",
        actor: "http://emersion.com.au/Services",
        detail: "Invalid or Missing Account ID",
      },
    ]);
    const members = membersAt(model, "UpdateComplexAccount");
    expect(members[0]).toMatchObject({
      name: "AccountID",
      min: 1,
      presence: "likely",
    });
    expect(members[1]).toMatchObject({
      name: "AccountType",
      type: "string",
      certainty: "ambiguous",
    });
  });
});

describe.each(captures("sub-accounts"))(
  "SubAccountGiveCredit from %s",
  (path) => {
    it("has decimals, and the parameters that travel both ways in both", async () => {
      const { model } = await read(path);
      const both = [
        "ParentAnyTimeBalance: decimal",
        "ParentOffPeakBalance: decimal",
        "SubAnyTimeBalance: decimal",
        "SubOffPeakBalance: decimal",
        "ResultText?: string",
        "Code?: string",
      ];
      expect(outline(membersAt(model, "SubAccountGiveCredit"))).toEqual([
        "Username?: string",
        "Password?: string",
        "SubAccount?: string",
        "AnyTimeBalance: decimal",
        "OffPeakBalance: decimal",
        ...both,
      ]);
      expect(outline(membersAt(model, "SubAccountGiveCreditResponse"))).toEqual(
        ["SubAccountGiveCreditResult?: string", ...both],
      );
    });

    it("documents its parameters from the notes", async () => {
      const { model } = await read(path);
      const noted = membersAt(model, "SubAccountGiveCredit").filter(
        ({ documentation }) => documentation !== undefined,
      );
      expect(noted.map(({ name }) => name)).toEqual([
        "SubAccount",
        "AnyTimeBalance",
        "OffPeakBalance",
        "ParentAnyTimeBalance",
        "ParentOffPeakBalance",
        "SubAnyTimeBalance",
        "SubOffPeakBalance",
        "ResultText",
      ]);
      expect(noted[3]?.documentation).toMatch(/output parameter/);
    });
  },
);

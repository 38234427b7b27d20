import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  createAccountManagementClient,
  getInvoices,
  type GetInvoicesResponse,
} from "../../generated/account-management/index.js";
import {
  createCentraCustomersClient,
  customersUpdate,
} from "../../generated/centra-customers/index.js";
import {
  createCustomersClient,
  updateCustomerAccountOrder,
} from "../../generated/customers/index.js";
import {
  createEmersionAccountClient,
  updateAccount,
  updateAccountErrorOf,
} from "../../generated/emersion-account/index.js";
import {
  createAccountClient,
  subAccountGiveCredit,
} from "../../generated/sub-accounts/index.js";
import type { Page, Protocol } from "../../src/model/index.js";
import { canonicalXml } from "../support/canonical-xml.js";
import {
  documentedSample,
  fillSample,
  readSpec,
} from "../support/documented-sample.js";
import {
  startLoopbackServer,
  type LoopbackServer,
} from "../support/loopback-server.js";

let server: LoopbackServer;
beforeAll(async () => {
  server = await startLoopbackServer();
});
afterAll(() => server.close());

interface Exchange {
  readonly pages: readonly Page[];
  readonly protocol: Protocol;
  /** Texts of the leaves of the documented messages, in document order. */
  readonly request: readonly string[];
  readonly response: readonly string[];
}

/** Answers from the documented response with the values put in; the documented request with its values is what must come. */
function expectExchange({ pages, protocol, request, response }: Exchange) {
  const body = fillSample(
    documentedSample(pages, protocol, "response"),
    response,
  );
  server.answer({ body, contentType: contentTypes[protocol] });
  const sample = documentedSample(pages, protocol, "request");
  return () => {
    const sent = server.received.at(-1);
    expect(messageOf(sent?.body ?? "")).toBe(
      messageOf(fillSample(sample, request)),
    );
    return sent;
  };
}

const contentTypes: Readonly<Record<Protocol, string>> = {
  soap11: "text/xml; charset=utf-8",
  soap12: "application/soap+xml; charset=utf-8",
  "http-get": "text/xml; charset=utf-8",
  "http-post": "text/xml; charset=utf-8",
};

/** The children of the body: captures may have lost the envelope around it. */
function messageOf(xml: string): string {
  const lines = canonicalXml(xml).split("\n");
  const body = lines.findIndex((line) => /^\s*\{[^}]*\}Body$/.test(line));
  return lines
    .slice(body + 1)
    .map((line) => line.trim())
    .join("\n");
}

describe("UpdateCustomerAccountOrder", () => {
  const pages = readSpec("customers/UpdateCustomerAccountOrder.txt");

  it.each([
    ["soap11", "CustomersSoap"],
    ["soap12", "CustomersSoap12"],
  ] as const)("travels over %s as documented", async (protocol, port) => {
    const check = expectExchange({
      pages,
      protocol,
      request: [
        ...["jane", "secret", "7", "12", "99.5", "Ordered by phone", "3"],
        ...["true", "R-1", "2024-05-31T12:30:00.1234567+02:00"],
        "2024-05-30T00:00:00Z",
      ],
      response: ["Ok", "ParameterError", "false"],
    });
    const client = createCustomersClient({ endpoint: server.origin, port });
    const value = await updateCustomerAccountOrder(client, {
      User: "jane",
      Password: "secret",
      order: {
        Id: 7,
        CustId: 12,
        Value: 99.5,
        Text: "Ordered by phone",
        PaymentOptionId: 3,
        Payed: true,
        InvoiceIdentifier: "R-1",
        ChangeDate: "2024-05-31T12:30:00.1234567+02:00",
        CreateDate: "2024-05-30T00:00:00Z",
      },
    });
    expect(value).toEqual({
      UpdateCustomerAccountOrderResult: {
        StatusCode: "Ok",
        Value: { StatusCode: "ParameterError", Value: false },
      },
    });
    const sent = check();
    const action =
      "http://www.smscreator.de/gateway/UpdateCustomerAccountOrder";
    if (protocol === "soap11") {
      expect(sent?.headers["soapaction"]).toBe(`"${action}"`);
      expect(sent?.headers["content-type"]).toBe("text/xml; charset=utf-8");
    } else {
      expect(sent?.headers["content-type"]).toBe(
        `application/soap+xml; charset=utf-8; action="${action}"`,
      );
    }
  });
});

describe("GetInvoices", () => {
  const pages = readSpec("account-management/GetInvoices.html");
  const input = {
    User: "jane & joe",
    Password: "<secret>",
    Beginn: "2024-01-01T00:00:00+01:00",
  };

  it.each([
    ["soap11", "AccountManagementSoap"],
    ["soap12", "AccountManagementSoap12"],
  ] as const)("travels over %s as documented", async (protocol, port) => {
    const check = expectExchange({
      pages,
      protocol,
      request: ["jane &amp; joe", "&lt;secret&gt;", input.Beginn],
      response: ["Ok", "InvoiceIsArchived"],
    });
    const client = createAccountManagementClient({
      endpoint: server.origin,
      port,
    });
    const value = await getInvoices(client, input);
    expect(value.GetInvoicesResult?.StatusCode).toBe("Ok");
    expect(value.GetInvoicesResult?.Value?.InvoiceStatus).toBe(
      "InvoiceIsArchived",
    );
    check();
  });

  it.each([
    ["http-get", "AccountManagementHttpGet"],
    ["http-post", "AccountManagementHttpPost"],
  ] as const)("travels over %s as documented", async (protocol, port) => {
    const balance = [
      "-0.5",
      "Refund",
      "SOAPManagement",
      "2024-01-02T03:04:05",
      "N-1",
    ];
    const body = fillSample(documentedSample(pages, protocol, "response"), [
      ...["None", "Ok", ...balance, ...balance],
    ]);
    server.answer({ body });
    const client = createAccountManagementClient({
      endpoint: `${server.origin}/AccountManagement.asmx`,
      port,
    });
    const value = await getInvoices(client, input);
    const documented = documentedSample(pages, protocol, "request");
    const sent = server.received.at(-1);
    const parameters = new URLSearchParams(
      protocol === "http-get" ? sent?.url.split("?")[1] : sent?.body,
    );
    expect([...parameters]).toEqual(
      documented.parameters.map(({ name }) => [
        name,
        input[name as keyof typeof input],
      ]),
    );
    expect(sent?.method).toBe(documented.head?.method);
    expect(sent?.url.split("?")[0]).toBe("/AccountManagement.asmx/GetInvoices");
    const expected: GetInvoicesResponse = {
      GetInvoicesResult: {
        StatusCode: "None",
        Value: {
          InvoiceStatus: "Ok",
          InvoiceValue: { CreditBalance: [creditBalance, creditBalance] },
        },
      },
    };
    expect(value).toMatchObject(expected);
  });

  const creditBalance = {
    Value: -0.5,
    Text: "Refund",
    PayOption: "SOAPManagement",
    CreateDate: "2024-01-02T03:04:05",
    InvoiceNumber: "N-1",
  } as const;
});

describe("customers_Update", () => {
  const pages = readSpec("centra-customers/customers_Update.txt");
  const customer = {
    id: "17",
    store: 1,
    type: "private",
    status: "active",
    firstname: "Åsa",
    lastname: "Öberg",
    address1: "Storgatan 1",
    address2: "c/o Berg",
    city: "Umeå",
    state: "AC",
    zipcode: "903 25",
    country: "SE",
    email: "asa@example.com",
    telephone: "+46 90 1",
  };

  it("travels as documented and answers an empty result", async () => {
    const check = expectExchange({
      pages,
      protocol: "soap11",
      request: ["me", "pw", ...Object.values(customer).map(String)],
      response: [],
    });
    const client = createCentraCustomersClient({ endpoint: server.origin });
    const value = await customersUpdate(client, {
      login: { username: "me", password: "pw" },
      customers: { customer: [customer] },
    });
    expect(value).toEqual({});
    const sent = check();
    expect(sent?.headers["soapaction"]).toBe(
      '"http://www.centra.com/webservices/Customers_Update"',
    );
  });
});

describe("UpdateAccount", () => {
  const pages = readSpec("emersion-account/UpdateAccount.txt");

  it("travels as documented, although the capture is broken XML", async () => {
    const detail = {
      Title: "Ms",
      FirstName: "Ann",
      LastName: "Lee",
      AddressLine1: "1 High St",
      AddressLine2: "Level 2",
      AddressLine3: "Rear",
      Suburb: "Carlton",
      State: "VIC",
      Postcode: "3053",
      Country: "AU",
      EmailAddress: "ann@example.com",
      PhoneNumber: "03 1",
      MobileNumber: "04 1",
      FaxNumber: "03 2",
      Website: "http://example.com/?a=1",
    };
    const organisation = {
      OrgName: "Lee Ltd",
      OrgTradingName: "Lee",
      OrgType: "29",
      OrgIdentifier: "123",
      OrgIdentifierType: "ABN",
    };
    const check = expectExchange({
      pages,
      protocol: "soap11",
      request: [
        ...["00042", "Individual", ...Object.values(detail), "ann@lee", "pw"],
        ...["Org", ...Object.values(organisation), ...Object.values(detail)],
        "ref-1",
      ],
      response: ["true"],
    });
    const client = createEmersionAccountClient({ endpoint: server.origin });
    const value = await updateAccount(client, {
      AccountID: "00042",
      AccountType: "Individual",
      PrimaryContact: {
        Detail: detail,
        CumulusUser: { UserName: "ann@lee", Password: "pw" },
      },
      AccountContactType: { Type: "Org" },
      AccountOrganisation: organisation,
      BillingContact: { Detail: detail },
      AccountReference: "ref-1",
    });
    expect(value).toEqual({ Result: true });
    check();
  });

  it("turns the documented fault into a typed code", async () => {
    const fault = documentedSample(pages, "soap11", "fault");
    server.answer({ status: 500, body: wrap(fault.xml) });
    const client = createEmersionAccountClient({ endpoint: server.origin });
    const result = await updateAccount.safe(client, {
      AccountID: "x",
      AccountType: "Individual",
    });
    if (result.ok || result.error.kind !== "fault") throw new Error("no fault");
    expect(result.error.fault.reason).toBe("Validation Error");
    const error = updateAccountErrorOf(result.error.fault);
    expect(error).toEqual({
      code: 48,
      message: "Invalid or Missing Account ID",
    });
  });

  it("needs an endpoint, since the page documents none", () => {
    // @ts-expect-error: the type says so too.
    expect(() => createEmersionAccountClient({})).toThrow(/endpoint/);
  });
});

/** The fragment of a capture as a whole message. */
function wrap(xml: string): string {
  if (/:Envelope[\s>]/.test(xml)) return xml;
  const namespace = "http://schemas.xmlsoap.org/soap/envelope/";
  return `<SOAP-ENV:Envelope xmlns:SOAP-ENV="${namespace}">${xml}</SOAP-ENV:Envelope>`;
}

describe("SubAccountGiveCredit", () => {
  const pages = readSpec("sub-accounts/SubAccountGiveCredit.txt");
  const balances = {
    ParentAnyTimeBalance: "12345678901234567890.123456789012345678",
    ParentOffPeakBalance: "-10",
    SubAnyTimeBalance: "0.10",
    SubOffPeakBalance: "+1.",
  };

  it.each([
    ["soap11", "AccountSoap"],
    ["soap12", "AccountSoap12"],
  ] as const)(
    "keeps every digit of its decimals over %s",
    async (protocol, port) => {
      const check = expectExchange({
        pages,
        protocol,
        request: [
          ...["u", "p", "sub", "10", "-10.50", ...Object.values(balances)],
          ...["text", "code"],
        ],
        response: ["done", ...Object.values(balances), "text", "code"],
      });
      const client = createAccountClient({ endpoint: server.origin, port });
      const value = await subAccountGiveCredit(client, {
        Username: "u",
        Password: "p",
        SubAccount: "sub",
        AnyTimeBalance: "10",
        OffPeakBalance: "-10.50",
        ...balances,
        ResultText: "text",
        Code: "code",
      });
      expect(value).toEqual({
        SubAccountGiveCreditResult: "done",
        ...balances,
        ResultText: "text",
        Code: "code",
      });
      check();
    },
  );
});

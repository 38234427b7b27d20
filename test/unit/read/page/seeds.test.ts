import { describe, expect, it } from "vitest";
import type { Page, SampleElement } from "../../../../src/model/index.js";
import { hasShared, readShared } from "./shared.js";
import { read } from "./shop-page.js";

const seed = (name: string): Page => read(readShared(`seeds/${name}.txt`)).page;

function find(
  elements: readonly SampleElement[],
  ...path: string[]
): SampleElement[] {
  const [name, ...rest] = path;
  if (name === undefined) return [...elements];
  return elements
    .filter((element) => element.name.local === name)
    .flatMap((element) =>
      rest.length === 0
        ? [element]
        : find(
            element.content.filter((node) => node.kind === "element"),
            ...rest,
          ),
    );
}

const textOf = (element: SampleElement | undefined): string | undefined =>
  element?.content.find((node) => node.kind === "text")?.text;

describe.skipIf(!hasShared)(
  "the seed pages (skipped without ../shared)",
  () => {
    it("gives the customers page two protocols and two enumerations", () => {
      const page = seed("000_d047d31c2c98491d");
      expect(page).toMatchObject({
        style: "asmx",
        service: { text: "Customers", span: { line: 1 } },
        operation: { text: "UpdateCustomerAccountOrder", span: { line: 3 } },
        leftovers: [],
        repairs: [],
      });
      expect(page.description?.text.split("\n")).toHaveLength(3);
      expect(
        page.samples.map(({ protocol, role }) => `${protocol} ${role}`),
      ).toEqual([
        "soap11 request",
        "soap11 response",
        "soap12 request",
        "soap12 response",
      ]);
      expect(page.samples[0]?.head).toMatchObject({
        method: "POST",
        target: "/management/AdminService3/Customers.asmx",
        host: "www.smscreator.de",
        contentType: "text/xml; charset=utf-8",
        soapAction:
          "http://www.smscreator.de/gateway/UpdateCustomerAccountOrder",
      });
      const result = [
        "UpdateCustomerAccountOrderResponse",
        "UpdateCustomerAccountOrderResult",
      ];
      const body = page.samples[1]?.body ?? [];
      expect(textOf(find(body, ...result, "StatusCode")[0])).toMatch(
        /^None or Ok or InvalidUser/,
      );
      expect(textOf(find(body, ...result, "Value", "StatusCode")[0])).toMatch(
        / or LoginError /,
      );
    });

    it("gives the invoices page four protocols with its parameters", () => {
      const page = seed("001_dd56034a26a87c81");
      expect(page.samples).toHaveLength(8);
      expect(page.leftovers).toEqual([]);
      expect(page.notes).toEqual([]);
      const [get, reply, post] = page.samples.slice(4);
      for (const sample of [get, post])
        expect(
          sample?.parameters.map(({ name, value }) => `${name}=${value}`),
        ).toEqual(["User=string", "Password=string", "Beginn=string"]);
      expect(get?.protocol).toBe("http-get");
      expect(post?.protocol).toBe("http-post");
      expect(reply).toMatchObject({ protocol: "http-get", role: "response" });
      expect(
        find(
          reply?.body ?? [],
          "SOAPResponseOfSOAPInvoiceInfoOfListOfCreditBalance",
          "Value",
          "InvoiceValue",
          "CreditBalance",
        ),
      ).toHaveLength(2);
    });

    it("reads the PHP page with its live headers and its array note", () => {
      const page = seed("002_bd375353743d2ea2");
      expect(page.style).toBe("php");
      expect(page.operation?.text).toBe("customers_Update");
      expect(page.description?.text).toBe(
        "Update/insert the specified customers.",
      );
      expect(page.samples[0]?.head?.soapAction).toBe(
        "http://www.centra.com/webservices/Customers_Update",
      );
      expect(page.samples[1]?.head).toMatchObject({
        status: 200,
        contentType: "text/xml; charset=utf-8",
      });
      expect(page.samples[1]?.body[0]?.name.local).toBe("result");
      expect(page.notes).toMatchObject([
        { name: "customers", type: "Array of customer", isArray: true },
      ]);
      expect(page.leftovers).toEqual([]);
    });

    it("reads the wiki page with its fragments, its fault and its errors", () => {
      const page = seed("003_aff5ee8cab3dade1");
      expect(page.operation?.text).toBe("UpdateAccount");
      expect(
        page.samples.map(({ role, body }) => `${role} ${body[0]?.name.local}`),
      ).toEqual([
        "request UpdateComplexAccount",
        "fault Fault",
        "response UpdateAccountResponse",
      ]);
      expect(page.samples[0]?.body[0]?.name.namespace).toBe(
        "http://emersion.com.au/ServiceObjects",
      );
      expect(page.errors.map(({ code }) => Number(code))).toEqual(
        Array.from({ length: 25 }, (_, index) => 47 + index),
      );
      expect(page.errors[12]).toMatchObject({
        code: "59",
        message: "Invalid or Missing Title",
        isSuffix: true,
      });
      expect(page.errors[22]).toMatchObject({
        message: "Invalid Website",
        isSuffix: true,
      });
      expect(page.errors[5]).toMatchObject({
        message: 'CumulusUser Username does not contain "@"',
        isSuffix: false,
      });
      expect(page.notes).toMatchObject([
        { name: "Account ID", presence: "required", span: { line: 10 } },
      ]);
      expect(page.repairs.length).toBeGreaterThan(0);
      expect(page.leftovers).toEqual([]);
    });

    it("reads the notes of the credit page with their directions", () => {
      const page = seed("004_2103833905f4062f");
      expect(
        page.notes.map(({ name, direction }) => `${name} ${direction ?? "-"}`),
      ).toEqual([
        "SubAccount -",
        "AnyTimeBalance -",
        "OffPeakBalance -",
        "ParentAnyTimeBalance out",
        "ParentOffPeakBalance out",
        "SubAnyTimeBalance out",
        "SubOffPeakBalance out",
        "ResultText -",
      ]);
      expect(page.description?.text).toBe(
        "Transfers credits to a sub-account.",
      );
      expect(page.leftovers).toEqual([]);
    });
  },
);

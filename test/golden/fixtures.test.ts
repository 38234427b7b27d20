import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  decodeRequest,
  decodeResponse,
  encodeFault,
  encodeRequest,
  encodeResponse,
  exchangeOn,
  isSoapError,
  type Exchange,
  type FaultInput,
  type HeaderValues,
  type OperationDescriptor,
  type ServiceDescriptor,
} from "../../src/runtime/index.js";
import { canonicalXml } from "../support/canonical-xml.js";

const generated = join(import.meta.dirname, "../../generated");

interface Case {
  readonly title: string;
  readonly folder: string;
  readonly file: string;
  readonly exchange: Exchange;
  readonly fixture: Readonly<Record<string, unknown>>;
}

/** Every operation of every SDK over every port that carries it. */
async function listCases(): Promise<readonly Case[]> {
  const cases: Case[] = [];
  for (const name of readdirSync(generated)) {
    const folder = join(generated, name);
    if (!existsSync(join(folder, "operations.ts"))) continue;
    const sdk: Readonly<Record<string, unknown>> = await import(
      /* @vite-ignore */ join(folder, "operations.ts")
    );
    const service = Object.values(sdk).find(isService);
    if (service === undefined) throw new Error(`${name} has no service`);
    for (const value of Object.values(sdk)) {
      if (typeof value !== "function" || !("descriptor" in value)) continue;
      // What createOperation makes carries its descriptor.
      const operation = value.descriptor as OperationDescriptor;
      const file = operation.name;
      const fixture: Readonly<Record<string, unknown>> = await import(
        /* @vite-ignore */ join(folder, "fixtures", `${file}.ts`)
      );
      for (const port of operation.bindings.flatMap(({ ports }) => ports)) {
        const protocol = service.ports[port]?.protocol ?? "soap11";
        const exchange = exchangeOn(operation, port, protocol);
        const title = `${operation.name} on ${port}`;
        cases.push({ title, folder, file, exchange, fixture });
      }
    }
  }
  return cases;
}

function isService(value: unknown): value is ServiceDescriptor {
  return typeof value === "object" && value !== null && "defaultPort" in value;
}

const cases = await listCases();

describe.each(cases)("the fixture of $title", (each) => {
  const { exchange, fixture } = each;

  it("encodes as a request that decodes to the same value", () => {
    const sent = encodeRequest(exchange, fixture["request"]);
    const { value } = decodeRequest(exchange, {
      target: sent.location,
      body: sent.body ?? "",
    });
    expect(value).toEqual(fixture["request"]);
  });

  it("encodes as a response that decodes to the same value", () => {
    const { status, headers, body } = encodeResponse(
      exchange,
      fixture["response"],
    );
    const contentType = headers["Content-Type"] ?? "";
    const decoded = decodeResponse(exchange, { status, contentType, body });
    expect(decoded.value).toEqual(fixture["response"]);
  });
});

const soap = cases.filter(({ exchange }) => exchange.protocol === "soap11");

describe.each(soap)("the XML beside the fixture of $title", (each) => {
  const { exchange, fixture, folder, file } = each;
  const xml = (role: string): string =>
    readFileSync(join(folder, "fixtures", `${file}.${role}.xml`), "utf8");
  const headers = (role: string): HeaderValues => {
    // The module exports them as an object of one property for each block.
    const values = fixture[`${role}Headers`] as HeaderValues["values"];
    return values === undefined ? {} : { values };
  };

  it("is the request and response it encodes to", () => {
    const sent = encodeRequest(
      exchange,
      fixture["request"],
      headers("request"),
    );
    expect(canonicalXml(xml("request"))).toBe(canonicalXml(sent.body ?? ""));
    if (exchange.binding.response === undefined) return;
    const { body } = encodeResponse(
      exchange,
      fixture["response"],
      headers("response"),
    );
    expect(canonicalXml(xml("response"))).toBe(canonicalXml(body));
  });
});

const faulty = soap.filter(({ fixture }) => fixture["fault"] !== undefined);

describe.each(faulty)("the documented fault of $title", (each) => {
  const { exchange, fixture, folder, file } = each;
  // The module exports it as this type.
  const fault = fixture["fault"] as FaultInput;

  it("is beside the fixture as XML, and decodes as a fault", () => {
    const path = join(folder, "fixtures", `${file}.fault.xml`);
    const { status, body } = encodeFault(exchange, fault);
    expect(canonicalXml(readFileSync(path, "utf8"))).toBe(canonicalXml(body));
    const answer = { status, contentType: "text/xml", body };
    try {
      decodeResponse(exchange, answer);
    } catch (error) {
      if (!isSoapError(error) || error.kind !== "fault") throw error;
      expect(error.fault).toMatchObject(fault);
      return;
    }
    expect.unreachable("a fault is not a response");
  });
});
